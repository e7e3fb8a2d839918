import type { CaseFile } from '../../case/case-file.ts'
import { factsOf } from '../../figures/case-facts.ts'
import type { Facts } from '../../figures/facts.ts'
import { addTo, type CounterChange, netted, type Sum } from '../../lists/counter-change.ts'
import { counterChanges } from '../../figures/counters.ts'
import type { Counted } from '../../ports/figures/figures.ts'
import type { FiguresAudit } from '../../ports/figures/figures-audit.ts'
import { type CountNeeds, countCases } from './count-cases.ts'

interface Found {
  cases: number
  /** Cases whose last change was never counted. */
  missed: string[]
  /** Cases on which something will be due and which the sweep would never look at. Any step on them puts them back. */
  offAgenda: string[]
}

export interface Recount extends Found {
  /** What the counters lack (or, negative, have too much) against the cases. */
  differences: CounterChange[]
}

/** How far the reading has come: kept by whoever may have to stop, and gone on from. */
export interface Reading extends Found {
  after: string
  expected: CounterChange[]
  there: CounterChange[]
}

interface RecountNeeds extends CountNeeds {
  audit: FiguresAudit
}

export interface RecountOptions {
  repair?: boolean
  from?: Reading | null
  /** After every page but the last. */
  onPage?: (reading: Reading) => void
}

/** Cases asked for at once when they are counted again. */
const atOnce = 100

/**
 * Counts all cases from the beginning, in one reading of the table, and compares with the counters (design §10, invariant 6). With `repair` what
 * was missed is counted and the counters are set right; what is returned is what was found. Changes still on their way count as missed: let
 * the stream come to rest first.
 */
export async function recount(
  needs: RecountNeeds,
  { repair = false, from = null, onPage }: RecountOptions = {},
): Promise<Recount> {
  const { audit, figures, programme } = needs
  const expected: Sum = new Map()
  const there: Sum = new Map()
  addTo(expected, from?.expected ?? [])
  addTo(there, from?.there ?? [])
  const found: Found = {
    cases: from?.cases ?? 0,
    missed: [...(from?.missed ?? [])],
    offAgenda: [...(from?.offAgenda ?? [])],
  }
  for await (const { cases, counters, next } of audit.pages(from?.after ?? null)) {
    found.cases += cases.length
    for (const { caseFile, onAgenda, counted } of cases) {
      const { reference } = caseFile
      const facts = factsOf(caseFile, programme)
      if (facts.live && !onAgenda) found.offAgenda.push(reference)
      if (isMissed(caseFile, facts, counted)) found.missed.push(reference)
      addTo(expected, counterChanges(null, facts))
    }
    addTo(there, counters)
    if (next !== null) onPage?.({ ...found, after: next, expected: [...expected.values()], there: [...there.values()] })
  }
  if (repair) {
    for (let at = 0; at < found.missed.length; at += atOnce) await heal(found.missed.slice(at, at + atOnce), needs)
    await figures.repair(lacking(expected, await countersNow(needs, [...expected.values(), ...there.values()])))
  }
  return { ...found, differences: lacking(expected, [...there.values()]) }
}

/** It is further than what was last counted of it, or something else was counted than it says. */
const isMissed = ({ version }: CaseFile, facts: Facts, counted: Counted | null): boolean =>
  counted?.version !== version || counterChanges(counted.facts, facts).length > 0

/** Counts again what was missed, and takes what was wrongly counted for the truth of the cases; the counters are compared afterwards. */
async function heal(references: readonly string[], needs: RecountNeeds): Promise<void> {
  const { audit, figures, programme } = needs
  const cases = await audit.cases(references)
  await countCases(cases, needs)
  const counted = await figures.counted(references)
  for (const caseFile of cases) {
    const { reference, version } = caseFile
    const [before, facts] = [counted.get(reference) ?? null, factsOf(caseFile, programme)]
    const after = { reference, version, facts, ...(before?.pending ? { pending: before.pending } : {}) }
    if (isMissed(caseFile, facts, before)) await figures.recount([{ before, after }], [])
  }
}

/** Below and above everything a counter may be called. */
const [lowest, highest] = [' ', '~']

/** The counters of all groups that were met, as they are now. */
async function countersNow({ figures }: RecountNeeds, met: readonly CounterChange[]): Promise<CounterChange[]> {
  const groups = [...new Set(met.map(({ group }) => group))]
  const found = await figures.countersOf(groups.map((group) => ({ group, from: lowest, to: highest })))
  return groups.flatMap((group, at) =>
    (found[at] ?? []).flatMap(({ name, fields }) =>
      Object.entries(fields).map(([field, add]) => ({ group, name, field, add })),
    ),
  )
}

const lacking = (expected: Sum, there: readonly CounterChange[]): CounterChange[] =>
  netted([...expected.values(), ...there.map((field) => ({ ...field, add: -field.add }))])
