import type { Channel } from '../../channel/message.ts'
import { words } from '../../places/normalise.ts'
import type { Gazetteer, PlaceRef } from '../../places/place.ts'
import type { VillageRef } from '../../places/village-ref.ts'
import type { PointHours } from './hours.ts'

/** How people speak there: a green line, a box, a desk, a partner's own mechanism. */
export const pointChannels = ['call', 'box', 'face', 'partner'] as const satisfies readonly Channel[]
export type PointChannel = (typeof pointChannels)[number]

/** Where people speak without writing to us themselves. */
export interface IntakePoint {
  /** All that a history keeps: never words or a number. It does not change. */
  code: string
  name: string
  /** Id of the organisation that runs it. */
  organisation: string
  channel: PointChannel
  /** Null where it serves more than one place, or the whole country. */
  place: PlaceRef | null
  /** In the commune of `place`; null where that says enough. */
  village: VillageRef | null
  /** What is dialled, of a line: public by its nature, and no person's own. */
  number: string | null
  /** When somebody answers, of a line or a desk; null where nobody said. */
  hours: PointHours | null
  /** At least every so many days a box is opened, or a partner's list comes; null where nobody said. */
  everyDays: number | null
  /** What is spoken there, the most usual first. */
  languages: readonly [string, ...string[]]
  /** False: nobody answers or empties it any more; what was said there before can still be written down. */
  isOpen: boolean
  /** Not on the public page: whoever is seen at it may be in danger. */
  isHidden: boolean
}

/** Of somebody who answers, hours; of what is emptied or sent, how often. */
export const hasHours = (channel: PointChannel): boolean => channel === 'call' || channel === 'face'

/** The points a programme ships with, as the register has changed them, and those it added. */
export function mergedPoints(shipped: readonly IntakePoint[], changed: readonly IntakePoint[]): IntakePoint[] {
  const byCode = new Map([...shipped, ...changed].map((point) => [point.code, point]))
  return [...byCode.values()]
}

/** The regional cluster a point lies with; null where it serves more than one place. */
export const regionOf = ({ place }: Pick<IntakePoint, 'place'>, gazetteer: Gazetteer): string | null =>
  (place && gazetteer.find(place)?.region) ?? null

/** What anybody may read. */
export const isPublic = ({ isOpen, isHidden }: IntakePoint): boolean => isOpen && !isHidden

/** A code made of a name, unlike any there is: what a history may keep, which no run of digits is. */
export function pointCode(name: string, taken: readonly string[]): string {
  const plain = words(name)
    .join('-')
    .replaceAll(/[^a-z0-9-]|\d{4,}/g, '')
    .slice(0, 50)
    .replaceAll(/^[^a-z]+|-+$/g, '')
  for (let count = 1; ; count++) {
    const code = `${plain === '' ? 'point' : plain}${count === 1 ? '' : `-${String(count)}`}`
    if (!taken.includes(code)) return code
  }
}
