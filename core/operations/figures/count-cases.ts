import type { CaseFile } from '../../case/case-file.ts'
import { factsOf } from '../../figures/case-facts.ts'
import type { Facts } from '../../figures/facts.ts'
import { type CounterChange, netted } from '../../lists/counter-change.ts'
import { counterChanges } from '../../figures/counters.ts'
import { type Counted, type FiguresStore, maxWrites, type Recounted } from '../../ports/figures/figures.ts'
import { inParallel } from '../in-parallel.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'

export type CountNeeds = Pick<Needs, 'programme'> & {
  figures: FiguresStore
  /** Whoever counts case after case keeps this between the calls. */
  known?: KnownCounts
}

/**
 * What was last counted of each case as far as whoever counts knows, since they wrote it themselves; null: nothing, the case was just opened. It is not
 * read again before the next change is written on it, which is refused where somebody else has counted since.
 */
export type KnownCounts = Map<string, Counted | null>
const mostKnown = 500

function remember(known: KnownCounts | undefined, all: readonly Counted[]): void {
  if (!known) return
  for (const one of all) {
    // Behind all others: the first is the one longest not heard of.
    known.delete(one.reference)
    known.set(one.reference, one)
  }
  for (const reference of known.keys()) {
    if (known.size <= mostKnown) return
    known.delete(reference)
  }
}

type Change = Recounted & { changes: CounterChange[] }

/**
 * So many cases are worth a visit to the counters: each touches a dozen of them, many cases touch hardly more. Until there are so many their
 * changes are pending: kept beside the case, added to the counters by whoever reads them (`docs/decisions/044-counters-are-visited-together.md`).
 */
const enough = 20
const writesAtOnce = 8

/** What the counters hold of a case. */
const heldOf = (counted: Counted | null): Facts | null =>
  counted?.pending ? counted.pending.was : (counted?.facts ?? null)

/** Of what is sensitive, dismissed or stands nowhere nothing of before may lie beside the case, nor wait. */
const mayWait = ({ after, changes }: Change): boolean => after.facts.ordinary !== null && changes.length > 0

/**
 * Counts cases as they are now: replaces what was last counted of each where its version is higher, and adds the difference to
 * the counters in the same transaction, or leaves it pending. A replay finds the version there and adds nothing; a change that was missed is in
 * the next one.
 */
export async function countCases(caseFiles: readonly CaseFile[], needs: CountNeeds): Promise<void> {
  const { figures, programme, known } = needs
  const references = caseFiles.map(({ reference }) => reference)
  let named = 0
  await untilWritten(async (sure) => {
    if (sure) for (const reference of references) known?.delete(reference)
    const unknown = references.filter((reference) => !known?.has(reference))
    const counted = await figures.counted(unknown, sure)
    const changed = caseFiles.flatMap((caseFile): Change[] => {
      const { reference, version } = caseFile
      const before = counted.get(reference) ?? known?.get(reference) ?? null
      if (before && before.version >= version) return []
      const facts = factsOf(caseFile, programme)
      return [{ before, after: { reference, version, facts }, changes: counterChanges(heldOf(before), facts) }]
    })
    const waiting = changed.filter(mayWait)
    const few = waiting.length < enough
    const atOnce = few ? changed.filter((one) => !mayWait(one)) : changed
    if (!(await countNow(atOnce, needs))) return retry
    if (!few) return true
    const becoming = waiting.flatMap(({ before, after }) => (before?.pending ? [] : [after.reference]))
    const all = becoming.length > 0 ? await figures.willPend(becoming) : []
    named = Math.max(named, all?.length ?? 0)
    return (all !== null && (await leavePending(waiting, needs))) || retry
  })
  if (named >= enough) await settleCounts(needs)
}

/** Puts the pending changes into the counters, where there are enough of them. */
async function settleCounts(needs: CountNeeds): Promise<void> {
  const { figures } = needs
  await untilWritten(async (sure) => {
    const references = await figures.pending(sure)
    if (references.length < enough) return true
    // What is only named is about to be pending: it stays named.
    const counted = [...(await figures.counted(references)).values()].filter(({ pending }) => pending)
    const changed = counted.map((before): Change => {
      const { reference, version, facts } = before
      return { before, after: { reference, version, facts }, changes: counterChanges(heldOf(before), facts) }
    })
    return (await countNow(changed, needs)) || retry
  })
}

/** False where somebody else counted first. */
async function countNow(changed: readonly Change[], { figures, known }: CountNeeds): Promise<boolean> {
  for (const cases of inTransactions(changed)) {
    const changes = netted(cases.flatMap((one) => one.changes))
    if (!(await figures.recount(cases, changes))) return false
    remember(
      known,
      cases.map(({ after }) => after),
    )
  }
  return true
}

/** Keeps what the counters hold beside what is counted now. False where somebody else counted first. */
async function leavePending(changed: readonly Change[], { figures, known }: CountNeeds): Promise<boolean> {
  const kept = changed.map(({ before, after }): Recounted => {
    const pending = before?.pending ?? { was: heldOf(before), since: after.version }
    return { before, after: { ...after, pending } }
  })
  const written: boolean[] = []
  await inParallel(kept, writesAtOnce, async (one) => {
    written.push(await figures.recount([one], []))
  })
  if (written.includes(false)) return false
  remember(
    known,
    kept.map(({ after }) => after),
  )
  return true
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
