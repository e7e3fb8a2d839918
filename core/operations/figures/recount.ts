import type { CaseFile } from '../../case/case-file.ts'
import { factsOf } from '../../figures/case-facts.ts'
import { addTo, type CounterChange, netted, type Sum } from '../../lists/counter-change.ts'
import { counterChanges } from '../../figures/counters.ts'
import type { FiguresAudit } from '../../ports/figures/figures-audit.ts'
import { type CountNeeds, countCases } from './count-cases.ts'

export interface Recount {
  cases: number
  /** Cases whose last change was never counted. */
  missed: string[]
  /** Cases on which something will be due and which the sweep would never look at. Any step on them puts them back. */
  offAgenda: string[]
  /** What the counters lack (or, negative, have too much) against the cases. */
  differences: CounterChange[]
}

interface RecountNeeds extends CountNeeds {
  audit: FiguresAudit
}

/**
 * Counts all cases from the beginning and compares with the counters (design §10, invariant 6). With `repair` what was missed is counted and
 * the counters are set right; what is returned is what was found. Changes still on their way count as missed: let the stream come to rest first.
 */
export async function recount(needs: RecountNeeds, { repair = false } = {}): Promise<Recount> {
  const { audit, figures, programme } = needs
  const found: Recount = { cases: 0, missed: [], offAgenda: [], differences: [] }
  const expected: Sum = new Map()
  for await (const page of audit.everyCase()) {
    const cases = page.map(({ caseFile }) => caseFile)
    found.cases += cases.length
    for (const { caseFile, onAgenda } of page) {
      const facts = factsOf(caseFile, programme)
      if (facts.live && !onAgenda) found.offAgenda.push(caseFile.reference)
      addTo(expected, counterChanges(null, facts))
    }
    const missed = await missedOf(cases, needs)
    found.missed.push(...missed.map(({ reference }) => reference))
  }
  found.differences = await lacking(expected, audit)
  if (repair) {
    await healMissed(needs)
    await figures.repair(await lacking(expected, audit))
  }
  return found
}

/** Cases that are further than what was last counted of them, or of which something else was counted than they say. */
async function missedOf(cases: readonly CaseFile[], { figures, programme }: CountNeeds): Promise<CaseFile[]> {
  const counted = await figures.counted(cases.map(({ reference }) => reference))
  return cases.filter((caseFile) => {
    const last = counted.get(caseFile.reference)
    if (last?.version !== caseFile.version) return true
    return counterChanges(last.facts, factsOf(caseFile, programme)).length > 0
  })
}

/** Counts again what was missed, and takes what was wrongly counted for the truth of the cases; the counters are compared afterwards. */
async function healMissed(needs: RecountNeeds): Promise<void> {
  const { audit, figures, programme } = needs
  for await (const page of audit.everyCase()) {
    const cases = page.map(({ caseFile }) => caseFile)
    const missed = await missedOf(cases, needs)
    await countCases(missed, needs)
    for (const wrong of await missedOf(missed, needs)) {
      const before = (await figures.counted([wrong.reference])).get(wrong.reference) ?? null
      const { reference, version } = wrong
      await figures.recount([{ before, after: { reference, version, facts: factsOf(wrong, programme) } }], [])
    }
  }
}

async function lacking(expected: Sum, audit: FiguresAudit): Promise<CounterChange[]> {
  const there: CounterChange[] = []
  for await (const fields of audit.everyCounter()) there.push(...fields.map((field) => ({ ...field, add: -field.add })))
  return netted([...expected.values(), ...there])
}
