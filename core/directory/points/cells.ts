import { heard } from '../../places/normalise.ts'
import type { PointChannel } from './intake-point.ts'
import type { PointNaming } from './naming.ts'

// What the cells of one row say.

/** What a box may wait at most, in days: a list that says more says something else. */
export const longestRhythm = 92

export const spokenIn = (written: string): string[] =>
  written
    .split(/[,;/+]|\s(?:et|and)\s/)
    .map(heard)
    .filter((one) => one !== '')

export const isUnread = (written: string, read: boolean | null): boolean => written !== '' && read === null

/** A short code, a green number or a whole one: what people dial. */
export const isNumber = (dialled: string): boolean => /^\+?\d{3,15}$/.test(dialled)

export const channelIn = (written: string, { channels }: PointNaming): PointChannel | null => {
  const said = heard(written)
  const found = Object.entries(channels).find(([, names]) => names.includes(said))
  return found ? (found[0] as PointChannel) : null
}

/** True for the first words, false for the others; null for anything else. */
export function eitherIn(written: string, yes: readonly string[], no: readonly string[]): boolean | null {
  const said = heard(written)
  return yes.includes(said) ? true : no.includes(said) ? false : null
}

export function rhythmIn(written: string, { rhythms }: PointNaming): number | 'unread' | null {
  const said = heard(written)
  if (said === '') return null
  const known = rhythms[said]
  if (known !== undefined) return known
  const [, days = ''] = /^(?:\D*\s)?(\d{1,2})(?:\s\D*)?$/.exec(said) ?? []
  return days !== '' && Number(days) >= 1 && Number(days) <= longestRhythm ? Number(days) : 'unread'
}
