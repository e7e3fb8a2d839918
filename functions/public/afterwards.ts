import { grouped } from '../../core/case/reference.ts'
import type { CaseFile } from '../../core/case/case-file.ts'
import { answersFor } from '../../core/channel/questions.ts'
import type { Filed } from '../../core/operations/intake/file-case.ts'
import { careFor } from '../../core/operations/care-near.ts'
import { tellAfterwards } from '../../core/operations/intake/told-afterwards.ts'
import type { ReceiptView } from '../../web/public/receipt.ts'
import { needsOf, type WebServices } from '../wiring/services.ts'
import { referenceOf, receiptToken } from './receipt-token.ts'

const kindOf = ({ lane, kind }: CaseFile): ReceiptView['is'] => {
  if (lane === 'S2') return 'protection'
  if (lane !== 'N') return 'short'
  return kind === 'thanks' ? 'thanks' : 'full'
}

function shown(caseFile: CaseFile, { programme }: WebServices): Omit<ReceiptView, 'afterwards' | 'care'> {
  const is = kindOf(caseFile)
  return {
    is,
    reference: grouped(caseFile.reference),
    promisedOn: is === 'full' ? (caseFile.promisedAt?.slice(0, 10) ?? null) : null,
    settings: programme.settings,
  }
}

const regionsOf = ({ programme }: WebServices) =>
  programme.settings.ussdPlaces.map(({ label, place }) => ({ value: place.code, label }))

/**
 * The page with the number. It asks of ordinary messages alone, and not where the same words joined a case of before: whoever knows
 * them and the number they came from might be anybody.
 */
export async function receiptOf({ caseFile, is }: Filed, services: WebServices): Promise<ReceiptView> {
  const asks = caseFile.lane === 'N' && is !== 'repeated'
  const afterwards = asks
    ? ({
        is: 'asked',
        token: await receiptToken(caseFile.reference, services),
        regions: caseFile.place === null ? regionsOf(services) : [],
      } as const)
    : null
  const care = caseFile.lane === 'S2' ? { care: await careFor(caseFile.place, needsOf(services)) } : {}
  return { ...shown(caseFile, services), afterwards, ...care }
}

/** Takes what was answered there; null where the page was not ours, or has been open for too long. */
export async function toldAfterwards(fields: URLSearchParams, services: WebServices): Promise<ReceiptView | null> {
  const reference = await referenceOf(fields.get('token') ?? '', services)
  if (reference === null) return null
  const region = fields.get('region')
  const told = {
    answers: answersFor(Object.fromEntries(fields), 'N'),
    place: services.programme.settings.ussdPlaces.find(({ place }) => place.code === region)?.place,
  }
  const caseFile = await tellAfterwards(reference, told, needsOf(services))
  return caseFile && { ...shown(caseFile, services), afterwards: { is: 'noted' } }
}
