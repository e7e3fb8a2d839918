import { system } from '../../case/actor.ts'
import { entry } from '../../case/history.ts'
import { retry, untilWritten } from '../needs.ts'
import { nothingToDo, passOver, type Passed, type PassNeeds } from './agenda-pass.ts'
import { calendarInForce } from './refold-calendar.ts'

/**
 * The rules of deadlines and lists that hold now, by number. 2: the clock until somebody assesses, the clock of a danger to life until
 * somebody acts, and what comes first in every list (`docs/decisions/023-opening-is-not-deciding.md`).
 */
export const rulesInForce = 2

const done = 'rules'
const since = 'rules-since'
const underWay = 'rules-pass'

/** Of a case of before: the rules hold from now on, marked in its history; nobody is told, and no clock of theirs begins in the past. */
async function convert(reference: string, before: string, { cases, now }: PassNeeds): Promise<number> {
  return untilWritten(async () => {
    const stored = await cases.load(reference)
    if (!stored) return 0
    const { caseFile } = stored
    if ((caseFile.converted?.rules ?? 1) >= rulesInForce || caseFile.openedAt >= before) return 0
    // Somebody may have written since this sweep began: no line stands before an earlier one.
    const at = caseFile.lastAt > now ? caseFile.lastAt : now
    const entries = [entry('converted', at, system, { rules: rulesInForce })]
    return (await cases.commit({ append: [{ before: caseFile, entries }] })) === 'done' ? 1 : retry
  })
}

/** Once for each number of rules: every live case is told of them before its clocks are looked at again. */
export async function convertCases(needs: PassNeeds, mayGoOn: () => boolean = () => true): Promise<Passed> {
  const { memory, now } = needs
  const to = String(rulesInForce)
  if ((await memory.remembered(done)) === to) return nothingToDo
  // A sweep that never looked at a calendar is this programme's first: it never knew other rules.
  if ((await memory.remembered(calendarInForce)) === null) {
    await memory.remember(done, to)
    return nothingToDo
  }
  // What is opened meanwhile is opened under them.
  const known = await memory.remembered(since)
  const before = known ?? now
  if (known === null) await memory.remember(since, before)
  const visit = (reference: string) => convert(reference, before, needs)
  const passed = await passOver({ name: underWay, to, visit }, needs, mayGoOn)
  if (passed.done) await memory.remember(done, to)
  return passed
}
