import type { IntakePoint } from '../../../directory/points/intake-point.ts'

/** In codes, as the list of changes keeps them. */
export const told = ({ place, village, hours, ...point }: IntakePoint) => ({
  ...point,
  places: place && `${place.system}:${place.code}`,
  village: village?.name ?? null,
  hours: hours && `${hours.days.join('')} ${hours.from} ${hours.until}`,
})
export const toldFields = [
  ...(['name', 'organisation', 'channel', 'places', 'village', 'number', 'hours', 'everyDays'] as const),
  ...(['languages', 'isOpen', 'isHidden'] as const),
] as const
