import { grouped } from '../../core/case/reference.ts'
import type { CaseFile } from '../../core/case/case-file.ts'
import { answersFor } from '../../core/channel/questions.ts'
import type { Filed } from '../../core/operations/intake/file-case.ts'
import { careFor } from '../../core/operations/care-near.ts'
import { tellAfterwards } from '../../core/operations/intake/told-afterwards.ts'
import type { ReceiptView } from '../../web/public/receipt.ts'
import { alone } from '../../core/places/places-meant.ts'
import { placeLine } from '../staff/with-names.ts'
import { meantBy, valueOf } from '../staff/places.ts'
import { needsOf, type WebServices } from '../wiring/services.ts'
import { type PostedForm, placesTyped } from './form.ts'
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

/** Of more places of one name nobody finds theirs; the region is asked then. */
const mostPlaces = 15

/** Which of the places of the name that was typed, or else the region. */
function placesAsked(form: Pick<PostedForm, 'kind' | 'values'>, services: WebServices) {
  const meant = placesTyped(form, services)
  if (meant.length < 2 || meant.length > mostPlaces) return { regions: regionsOf(services), places: [] }
  // Two of one name in one commune nobody can tell apart: the commune is said.
  const options = meant.map(
    (one) => [placeLine(one, services.programme), one.village?.isTwin ? alone(one.place) : one] as const,
  )
  return { regions: [], places: [...new Map(options)].map(([label, one]) => ({ value: valueOf(one), label })) }
}

/**
 * The page with the number. It asks of ordinary messages alone, and not where the same words joined a case of before: whoever knows
 * them and the number they came from might be anybody.
 */
export async function receiptOf(
  { caseFile, is }: Filed,
  form: Pick<PostedForm, 'kind' | 'values'>,
  services: WebServices,
): Promise<ReceiptView> {
  const asks = caseFile.lane === 'N' && is !== 'repeated'
  const afterwards = asks
    ? ({
        is: 'asked',
        token: await receiptToken(caseFile.reference, services),
        ...(caseFile.place === null ? placesAsked(form, services) : { regions: [], places: [] }),
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
  const meant = meantBy(fields.get('place') ?? '', services)
  const told = {
    answers: answersFor(Object.fromEntries(fields), 'N'),
    place: meant?.place.ref ?? services.programme.settings.ussdPlaces.find(({ place }) => place.code === region)?.place,
    village: meant?.village?.ref,
  }
  const caseFile = await tellAfterwards(reference, told, needsOf(services))
  return caseFile && { ...shown(caseFile, services), afterwards: { is: 'noted' } }
}
