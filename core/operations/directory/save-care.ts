import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { gsm7Units } from '../../channel/gsm7-alphabet.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import type { CareLine } from '../../directory/care.ts'
import { PlaceRef } from '../../places/place-ref.ts'
import { plainName } from '../../places/plain-name.ts'
import type { CareTable } from '../../ports/directory/care-list.ts'
import type { Needs } from '../needs.ts'

type CareNeeds = Pick<Needs, 'care' | 'programme' | 'now' | 'random'>

/** A screen reads it out: what GSM-7 cannot write would halve what fits. */
const onScreens = (most: number) =>
  z.string().check(
    z.overwrite(plainName),
    z.trim(),
    z.minLength(1),
    z.maxLength(most),
    z.refine((text) => Array.from(text).every((one) => gsm7Units(one) !== null)),
  )

const Written = z.object({
  place: z.nullable(PlaceRef),
  name: z.string().check(z.overwrite(plainName), z.trim(), z.minLength(1), z.maxLength(60)),
  phone: z.string().check(z.trim(), z.regex(/^\+?\d[\d ]{1,14}$/)),
  hours: onScreens(14),
  woman: z.boolean(),
})

/** As many as one item holds with room to spare. */
const most = 300

export type CareChange =
  /** `id` null adds a line. Who writes it has checked it. */
  { do: 'write'; id: string | null; body: unknown } | { do: 'check' | 'remove'; id: string }

export type CareOutcome =
  { is: 'done'; id: string } | { is: 'unknown' } | { is: 'invalid'; fields: readonly string[] } | { is: 'stale' }

/** The protection pair alone: a wrong number sends somebody in danger to a wrong door. */
export const keepsCare = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'protection'

/** What the pair sees, all of it; null for everybody else. */
export const careList = async (viewer: Viewer, { care }: Pick<CareNeeds, 'care'>): Promise<CareTable | null> =>
  keepsCare(viewer) ? care.read() : null

/** Adds or changes a line, says that it was found right today, or takes it off; `version` is the list this person saw. */
export async function saveCare(
  viewer: Viewer,
  { change, version }: { change: CareChange; version: number },
  needs: CareNeeds,
): Promise<CareOutcome> {
  const { care, programme, now, random } = needs
  const table = await careList(viewer, needs)
  const before = table?.lines.find(({ id }) => id === change.id)
  if (!table || (change.id !== null && !before)) return { is: 'unknown' }
  if (table.version !== version) return { is: 'stale' }
  const checked = { checkedOn: dayOf(programme.calendar, now), by: viewer.person }
  const rest = table.lines.filter((line) => line !== before)
  if (change.do === 'write') {
    const read = z.safeParse(Written, change.body)
    const fields = read.success ? [] : read.error.issues.map(({ path }) => String(path[0]))
    if (!read.success) return { is: 'invalid', fields }
    const { place } = read.data
    if ((place && !programme.gazetteer.find(place)) || rest.length >= most) return { is: 'invalid', fields: ['place'] }
    const id = before?.id ?? random().toString(36).slice(2, 12)
    const line: CareLine = { ...read.data, id, ...checked }
    return (await care.replace(table, [...rest, line])) === 'done' ? { is: 'done', id } : { is: 'stale' }
  }
  const kept = change.do === 'check' && before ? [{ ...before, ...checked }] : []
  return (await care.replace(table, [...rest, ...kept])) === 'done' ? { is: 'done', id: change.id } : { is: 'stale' }
}
