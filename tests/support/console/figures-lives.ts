import type { CaseFile } from '../../../core/case/case-file.ts'
import { caseFileOf } from '../../../core/case/fold.ts'
import { entry } from '../../../core/case/history.ts'
import { countCases } from '../../../core/operations/figures/count-cases.ts'
import * as cases from '../case-builder.ts'
import { seeded } from '../functions/outside.ts'
import type { Jaabi } from '../functions/services.ts'

const organisations = ['ong-sante-gao', 'csref-gao', 'cscom-ansongo'] as const
const days = ['2026-05-12', '2026-11-30', '2027-03-02', '2027-04-20', '2027-06-10', '2027-06-20'] as const

/** Cases of any stage, some of them S, some naming a body or a person of the directory. */
export function someLives(count: number, seed: number): CaseFile[] {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T)
  const whoNamed = [undefined, undefined, undefined, ['organisation:csref-gao'], ['person:awa'], ['region:gao']]
  return Array.from({ length: count }, (_, at) => {
    let file = cases.opened({
      receivedAt: cases.on(pick(days)),
      channel: pick(['sms', 'sms', 'ussd', 'web', 'box']),
      lane: pick(['N', 'N', 'N', 'N', 'P', 'S2']),
      kind: pick(['complaint', 'complaint', 'complaint', 'thanks']),
    })
    const then = (hours: number) => cases.later(file.lastAt, hours)
    const lived = [
      () => cases.after(file, entry('person-given', then(0.1), cases.focalPoint, { person: pick(['woman', 'man', 'girl']) })), // prettier-ignore
      () =>
        cases.assessed(file, pick(['N0', 'N1', 'N1', 'N1', 'S1']), undefined, {
          place: pick([cases.gao, cases.gao, cases.kayes]),
          category: pick(['SAN-MEDIC', 'SAN-ACCUEIL', 'SAN-FRAIS']),
          ...(random() < 0.7 ? { disability: pick(['yes', 'no', 'no'] as const) } : {}),
          ...(random() < 0.3 ? { named: pick(whoNamed) ?? [] } : {}),
        }),
      () => cases.after(file, entry('assigned', then(1), cases.focalPoint, { organisation: pick(organisations), handOver: false })), // prettier-ignore
      () => cases.left(file, then(24 * pick([1, 3, 20]))).caseFile,
      () => cases.answered(file),
      () => cases.told(file),
      () => cases.after(file, entry('satisfied', then(1), cases.focalPoint, { score: pick([1, 1, 2, 3] as const) })),
      () => cases.left(file, then(24 * 40)).caseFile,
      () => cases.reopened(file),
    ]
    const often = [0.6, 0.9, 0.8, 0.6, 0.8, 0.9, 0.6, 0.7, 0.4]
    for (const [step, live] of lived.entries()) {
      if (random() < (often[step] ?? 0)) file = live()
      else if (step > 0) break
    }
    return caseFileOf(file.programme, String(5_000_000_000 + at), file.history)
  })
}

/** As they lie in the table and are counted there. */
export async function counted(jaabi: Jaabi, files: readonly CaseFile[], keep = true): Promise<void> {
  const sealed = { scope: 'general', contact: null, words: {} } as const
  if (keep) for (const caseFile of files) await jaabi.cases.commit({ open: { caseFile, sealed } })
  for (let at = 0; at < files.length; at += 100)
    await countCases(files.slice(at, at + 100), { figures: jaabi.figures, programme: jaabi.programme })
}
