import type { CaseFile } from '../../case/case-file.ts'
import { factsOf } from '../../figures/case-facts.ts'
import { type CounterChange, netted } from '../../lists/counter-change.ts'
import { counterChanges } from '../../figures/counters.ts'
import { type FiguresStore, maxWrites, type Recounted } from '../../ports/figures/figures.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'

export type CountNeeds = Pick<Needs, 'programme'> & { figures: FiguresStore }

type Change = Recounted & { changes: CounterChange[] }

/**
 * Counts cases as they are now: replaces what was last counted of each where its version is higher, and adds the difference to
 * the counters in the same transaction. A replay finds the version there and adds nothing; a change that was missed is in the next one.
 */
export async function countCases(caseFiles: readonly CaseFile[], { figures, programme }: CountNeeds): Promise<void> {
  const references = caseFiles.map(({ reference }) => reference)
  await untilWritten(async () => {
    const counted = await figures.counted(references)
    const pending = caseFiles.flatMap((caseFile): Change[] => {
      const { reference, version } = caseFile
      const before = counted.get(reference) ?? null
      if (before && before.version >= version) return []
      const facts = factsOf(caseFile, programme)
      return [{ before, after: { reference, version, facts }, changes: counterChanges(before?.facts ?? null, facts) }]
    })
    for (const cases of inTransactions(pending)) {
      const changes = netted(cases.flatMap((one) => one.changes))
      if (!(await figures.recount(cases, changes))) return retry
    }
    return true
  })
}

const counterOf = ({ group, name }: CounterChange): string => `${group}#${name}`

/** As many cases at a time as one transaction holds with all the counters they touch. */
function* inTransactions(pending: readonly Change[]): Generator<Change[]> {
  let cases: Change[] = []
  let counters = new Set<string>()
  for (const one of pending) {
    const own = one.changes.map(counterOf)
    const all = new Set([...counters, ...own])
    if (cases.length + 1 + all.size > maxWrites) {
      yield cases
      cases = []
      counters = new Set(own)
    } else counters = all
    cases.push(one)
  }
  if (cases.length > 0) yield cases
}
