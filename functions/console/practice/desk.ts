import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Role, Viewer } from '../../../core/case/actor.ts'
import { addDays, addHours } from '../../../core/deadlines/calendar.ts'
import { layOut } from '../../../core/operations/practice/lay-out-cases.ts'
import type { ReadingNeeds } from '../../../core/operations/needs.ts'
import { practising } from '../../../core/operations/practice/practice.ts'
import { practiceCases, practiceHome } from '../../../programme/practice-cases.ts'
import { type PracticePart, practiceParts } from '../../../web/console/practice/texts.ts'
import { type ConsoleServices, needsOf, practiceKeptHours, practiceOf } from '../../wiring/services.ts'

/** What somebody practises on: one round of made-up cases, whom they play, and how far ahead of the clock their practice is. */
const Practice = z.object({
  round: z.string(),
  part: z.enum(practiceParts),
  startedAt: z.string(),
  aheadDays: z._default(z.int(), 0),
})
export type Practice = z.infer<typeof Practice>

/** Longer than any deadline or appeal; a month more would only show closed cases. */
export const mostDaysAhead = 90

const belongs: Partial<Record<Role, { region?: string; organisation?: string }>> = {
  'regional-cluster': { region: practiceHome.region },
  partner: { organisation: practiceHome.organisation },
  authority: { region: practiceHome.region, organisation: practiceHome.authority },
}

const roleOf = (part: PracticePart): Role => {
  if (part === 'integrity-2') return 'integrity'
  return part === 'protection-2' ? 'protection' : part
}

/** People of practice are nobody of the directory. */
const personOf = (part: PracticePart): string => `exercice-${part}`
export const partOf = (person: string): PracticePart | null =>
  practiceParts.find((part) => personOf(part) === person) ?? null

export function playerOf(part: PracticePart, { programme }: Pick<ConsoleServices, 'programme'>): Viewer {
  const role = roleOf(part)
  const { region = null, organisation = null } = belongs[role] ?? {}
  const supervises = programme.organisations.find(({ id }) => id === organisation)?.supervises ?? []
  return { person: personOf(part), role, region, organisation, supervises }
}

/** Where one person practises: keys of their own, so that two at once are not in each other's way. */
export function practiceDesk(services: ConsoleServices, person: string) {
  const { programme, practiceStores: storesOf, random } = services
  const own = `${practiceOf(programme.id)}-${createHash('sha256').update(person).digest('hex').slice(0, 16)}`
  const { memory } = storesOf(own)
  const isOver = ({ startedAt }: Practice, now: string): boolean => addHours(startedAt, practiceKeptHours) <= now
  const keep = async (practice: Practice): Promise<Practice> => {
    await memory.remember('practice', JSON.stringify(practice))
    return practice
  }
  /** As it is in a practice at an instant: that of its own time, where none is given. */
  const needsIn = (
    { round, aheadDays }: Practice,
    needs: ReadingNeeds,
    now = addDays(needs.now, aheadDays),
  ): ReadingNeeds => {
    const id = `${own}-${round}`
    return practising({ ...needs, now }, { id, stores: storesOf(id), whose: own })
  }

  return {
    needsIn,
    /** Null where nothing is laid out, or what was is gone. */
    async find(now: string): Promise<Practice | null> {
      const kept = await memory.remembered('practice')
      const practice = kept === null ? null : z.parse(Practice, JSON.parse(kept))
      return practice && !isOver(practice, now) ? practice : null
    },
    /** Lays out a new round under keys of its own; the one before goes by itself. */
    async start(part: PracticePart): Promise<Practice> {
      const needs = needsOf(services)
      const round = Math.floor(random() * 16 ** 8).toString(16)
      const practice: Practice = { round, part, startedAt: needs.now, aheadDays: 0 }
      const players = Object.fromEntries(practiceParts.map((one) => [one, playerOf(one, services)]))
      await layOut(practiceCases, players as Record<PracticePart, Viewer>, needsIn(practice, needs))
      return keep(practice)
    },
    play: (practice: Practice, part: PracticePart) => keep({ ...practice, part }),
    /** Only here: the clock of everything else stays where it is. */
    letPass: (practice: Practice, days: number) =>
      keep({ ...practice, aheadDays: Math.min(practice.aheadDays + days, mostDaysAhead) }),
  }
}
