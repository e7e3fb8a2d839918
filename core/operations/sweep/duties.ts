import { hourOf } from '../../notices/gateways/after-batch.ts'
import { lookAtReports } from '../notices/gateways/look-at-reports.ts'
import { mailDigest } from '../notices/tell-by-mail.ts'
import { dailyDigest, digestOn } from './daily-digest.ts'
import { pairsToldOn, remindOfCare } from './remind-pair.ts'
import { remindOfTraining } from './remind-of-training.ts'
import { mondayOn, remindOwners } from './remind-owners.ts'
import { convertCases, rulesInForce } from './convert-cases.ts'
import { healTable } from './heal-table.ts'
import { endsInForce, letGoOfOld } from './let-go.ts'
import { refoldCalendar } from './refold-calendar.ts'
import { agreement, checkOn, selfCheck } from './self-check.ts'
import type { Duty } from './duty.ts'

const silently = { done: true, says: null } as const

/** All of them; each turn takes its own in this order. */
export const duties: readonly Duty[] = [
  {
    // Before any clock is looked at: a new rule must make no hundred old cases late in one minute.
    name: 'rules',
    turn: 'before-cases',
    holdsCases: true,
    keyOf: () => String(rulesInForce),
    async run(_, needs, { mayGoOn }) {
      const { done, moved, failed: passedOver } = await convertCases(needs, mayGoOn)
      return { done, says: moved + passedOver > 0 ? { moved, passedOver, done } : null }
    },
  },
  {
    // First, for what the sweep does to cases is counted a moment later, and would be taken for a difference.
    name: 'self-check',
    turn: 'before-cases',
    keyOf: checkOn,
    async run(_, needs, { times }) {
      // Where agenda and figures differed, once more when what was on its way has arrived.
      if (times > 0) {
        const found = await agreement(needs)
        return { done: true, says: { ...found, failed: found.difference !== 0 } }
      }
      const check = await selfCheck(needs)
      if (!check) return silently
      const again = check.difference !== 0
      return { done: !again, says: { ...check, again, failed: check.canary === 'missed' } }
    },
  },
  {
    name: 'restored',
    turn: 'after-cases',
    keyOf: ({ casesAt }) => casesAt,
    async run(table, needs, { mayGoOn }) {
      const { done, moved: made, failed: passedOver } = await healTable(table, needs, mayGoOn)
      return { done, says: made + passedOver > 0 ? { made, passedOver, done } : null }
    },
  },
  {
    // Before the calendar is remembered, by which a programme's first sweep is known.
    name: 'ends',
    turn: 'after-cases',
    keyOf: () => String(endsInForce),
    async run(_, needs, { mayGoOn }) {
      const { done, moved, failed: passedOver } = await letGoOfOld(needs, mayGoOn)
      return { done, says: moved + passedOver > 0 ? { moved, passedOver, done } : null }
    },
  },
  {
    // Calendars change with a release: once all is moved, nobody asks again.
    name: 'calendar',
    turn: 'after-cases',
    keyOf: ({ programme }) => programme.calendar.version,
    async run(_, needs, { mayGoOn }) {
      const { done, moved, failed: passedOver } = await refoldCalendar(needs, mayGoOn)
      return { done, says: moved + passedOver > 0 ? { moved, passedOver, done } : null }
    },
  },
  {
    name: 'monday-reminders',
    turn: 'after-cases',
    keyOf: mondayOn,
    run: (on, needs) => remindOwners(on, needs).then(() => silently),
  },
  {
    name: 'mail-digest',
    turn: 'after-cases',
    keyOf: digestOn,
    run: (on, needs) => mailDigest(on, needs).then(() => silently),
  },
  {
    name: 'pairs',
    turn: 'after-cases',
    keyOf: pairsToldOn,
    async run(on, needs) {
      const { untrained, womanless } = await remindOfTraining(on, needs)
      // Nobody trained keeps the door, or no woman does: somebody must look, each day.
      return { done: true, says: untrained + womanless > 0 ? { untrained, womanless, failed: true } : null }
    },
  },
  {
    name: 'care-list',
    turn: 'after-cases',
    keyOf: pairsToldOn,
    async run(on, needs) {
      const { out, soon } = await remindOfCare(on, needs)
      return { done: true, says: out > 0 ? { out, soon } : null }
    },
  },
  {
    name: 'reports',
    turn: 'after-cases',
    keyOf: ({ now }) => hourOf(now),
    async run(_, needs) {
      const { stopped } = await lookAtReports(needs)
      // Once for each time they stop; the page says which and since when.
      return { done: true, says: stopped > 0 ? { stopped, failed: true } : null }
    },
  },
  {
    // Last, for what the sweep did to cases is counted a moment later.
    name: 'daily-digest',
    turn: 'after-cases',
    keyOf: digestOn,
    run: (on, needs) => dailyDigest(on, needs).then(() => silently),
  },
]
