import { system } from '../../case/actor.ts'
import { type Entry, entry } from '../../case/history.ts'
import { isNewsTemplate } from '../../notices/plans.ts'
import { isUnconfirmed } from '../../notices/notice-steps.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { nothingToDo, passOver, type Passed, type PassNeeds } from './agenda-pass.ts'
import { calendarInForce } from './refold-calendar.ts'

/**
 * The rules of deadlines and lists that hold now, by number. 2: the clock until somebody assesses, the clock of a danger to life until
 * somebody acts, and what comes first in every list (`docs/decisions/023-opening-is-not-deciding.md`). 3: whether news reached the person
 * is kept, and calls are tasks with a clock (`docs/decisions/026-a-promise-is-kept-by-news-that-arrived.md`). 4: so is a call somebody
 * asked for.
 */
export const rulesInForce = 4
/** Since these, what reached the person is kept. */
const hears = 3

const done = 'rules'
const since = `rules-since-${rulesInForce}`
const underWay = 'rules-pass'

type ConvertNeeds = PassNeeds & Pick<Needs, 'notices'>

/** What is known of news that arrived before its arrival was kept in the history. */
async function arrived(reference: string, at: string, { notices }: ConvertNeeds): Promise<Entry[]> {
  const there = (await notices.list(reference)).filter(
    (notice) => isNewsTemplate(notice.template) && notice.state === 'delivered' && !isUnconfirmed(notice),
  )
  return there.flatMap(({ index, endedAt, recipient }) =>
    index === null || endedAt === null || recipient.to !== 'complainant'
      ? []
      : [entry('heard', at, system, { about: index, how: 'sms', gotAt: endedAt })],
  )
}

/** Of a case of before: the rules hold from now on, marked in its history; nobody is told, and no clock of theirs begins in the past. */
async function convert(reference: string, from: number, before: string, needs: ConvertNeeds): Promise<number> {
  const { cases, now } = needs
  return untilWritten(async () => {
    const stored = await cases.load(reference)
    if (!stored) return 0
    const { caseFile } = stored
    if (caseFile.converted[rulesInForce] !== undefined || caseFile.openedAt >= before) return 0
    // Somebody may have written since this sweep began: no line stands before an earlier one.
    const at = caseFile.lastAt > now ? caseFile.lastAt : now
    const missing = Array.from({ length: rulesInForce - from }, (_, step) => from + 1 + step)
    const rules = missing.filter((one) => caseFile.converted[one] === undefined)
    const entries = [
      ...rules.map((one) => entry('converted', at, system, { rules: one })),
      ...(rules.includes(hears) ? await arrived(reference, at, needs) : []),
    ]
    return (await cases.commit({ append: [{ before: caseFile, entries }] })) === 'done' ? 1 : retry
  })
}

/** Once for each number of rules: every live case is told of them before its clocks are looked at again. */
export async function convertCases(needs: ConvertNeeds, mayGoOn: () => boolean = () => true): Promise<Passed> {
  const { memory, now } = needs
  const to = String(rulesInForce)
  const last = await memory.remembered(done)
  if (last === to) return nothingToDo
  // A sweep that never looked at a calendar is this programme's first: it never knew other rules.
  if ((await memory.remembered(calendarInForce)) === null) {
    await memory.remember(done, to)
    return nothingToDo
  }
  // What is opened meanwhile is opened under them.
  const known = await memory.remembered(since)
  const before = known ?? now
  if (known === null) await memory.remember(since, before)
  const visit = (reference: string) => convert(reference, Number(last ?? 1), before, needs)
  const passed = await passOver({ name: underWay, to, visit }, needs, mayGoOn)
  if (passed.done) await memory.remember(done, to)
  return passed
}
