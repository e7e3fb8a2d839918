import * as z from 'zod/mini'
import { Consent, type Kind } from '../../core/channel/message.ts'
import { noWords } from '../../core/channel/no-words.ts'
import { isWrittenTo } from '../../core/notices/gateway.ts'
import { answersFor } from '../../core/channel/questions.ts'
import type { LanguageCode } from '../../core/language.ts'
import type { Meant } from '../../core/places/places-meant.ts'
import type { Filing } from '../../core/operations/intake/file-case.ts'
import type { Problem } from '../../web/public/texts.ts'
import {
  emptyValues,
  type FormKind,
  type FormValues,
  maxPhoneLength,
  maxPlaceLength,
  maxTextLength,
} from '../../web/public/form-view.ts'
import { meantIn } from '../staff/places.ts'
import type { WebServices } from '../wiring/services.ts'

/** What `kind` may say, in an address or a form, and the page it means; `danger` is what staff call it in `POST /api/cases`. */
const formKinds = new Map<string, FormKind>([
  ...(['complaint', 'question', 'suggestion', 'thanks', 'abus', 'integrity', 'protection'] as const).map(
    (kind) => [kind, kind] as const,
  ),
  ['danger', 'protection'],
])
export const formKindOf = (kind: string): FormKind => formKinds.get(kind) ?? 'complaint'

/** What a form may post; everything is optional, since nothing a person typed may be lost by an odd field. */
const Posted = z.object({
  kind: z._default(z.string(), ''),
  text: z._default(z.string(), ''),
  phone: z._default(z.string(), ''),
  consent: z.catch(Consent, 'none'),
  language: z._default(z.string(), ''),
  place: z._default(z.string(), ''),
  region: z._default(z.string(), ''),
  requestId: z.catch(z.string().check(z.maxLength(100)), ''),
})

export interface PostedForm {
  kind: FormKind
  values: FormValues
  requestId: string
  problems: Problem[]
}

/** Reads a posted form, with what is wrong in it. */
export function readForm(fields: URLSearchParams, services: WebServices): PostedForm {
  // Browsers send a line break as two characters; what was typed is one.
  const given = Object.fromEntries(
    [...fields].filter(([, value]) => value !== '').map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]),
  )
  const { kind: written, requestId, ...typed } = z.parse(Posted, given)
  const kind = formKindOf(written)
  const asked = fields.has('consent')
  const answers = answersFor(given)
  const values: FormValues = { ...emptyValues, ...typed, consent: asked ? typed.consent : '', answers }
  return { kind, values, requestId, problems: kind === 'abus' ? [] : problemsOf(kind, values, services) }
}

/** By what each rule finds wrong; the page has a sentence for each. */
function problemsOf(kind: FormKind, values: FormValues, { toPhone, programme }: WebServices): Problem[] {
  const { text, phone, place, consent } = values
  const wordless = kind === 'protection'
  const wantsCall = consent.startsWith('call')
  const rules: [Problem, boolean][] = [
    [
      'text-missing',
      !wordless && (text.trim() === '' || (kind !== 'thanks' && noWords(text, programme.commands) === 'nothing')),
    ],
    ['text-too-long', !wordless && text.length > maxTextLength],
    ['place-too-long', !wordless && place.length > maxPlaceLength],
    ['consent-missing', consent === '' && phone.trim() !== ''],
    ['phone-missing', consent === 'sms' && phone.trim() === ''],
    ['call-phone-missing', wantsCall && phone.trim() === ''],
    ['phone-abroad', consent === 'sms' && isAbroad(numberIn(phone, toPhone), programme)],
    ['phone-unreadable', consent !== 'none' && phone.trim() !== '' && numberIn(phone, toPhone) === null],
  ]
  return rules.filter(([, wrong]) => wrong).map(([problem]) => problem)
}

/** Nothing but a reference whose case they ask after: that is answered, and is no complaint. */
export function followedBy({ kind, values, problems }: PostedForm, { programme }: WebServices): string | null {
  const none = kind === 'protection' || problems.length > 0 ? null : noWords(values.text, programme.commands)
  return none === null || none === 'nothing' ? null : none.follows
}

const isAbroad = (number: string | null, { settings }: WebServices['programme']): boolean =>
  number !== null && !isWrittenTo(number, settings)

/** What is longer than any way to write a number is none. */
const numberIn = (typed: string, toPhone: WebServices['toPhone']): string | null =>
  typed.length > maxPhoneLength ? null : toPhone(typed)

const kindOf = (kind: FormKind): Kind =>
  kind === 'question' || kind === 'suggestion' || kind === 'thanks' ? kind : 'complaint'

/** The places and villages that were typed, as they may be meant. The page of a danger asks for a region, no closer: what is posted beside is not read. */
export const placesTyped = ({ kind, values }: Pick<PostedForm, 'kind' | 'values'>, services: WebServices): Meant[] =>
  kind === 'protection' || values.place.trim() === '' ? [] : meantIn(values.place, services)

/** The place words mean if exactly one fits, else the region chosen. The words themselves stay with the message. */
function placed(form: PostedForm, services: WebServices): Pick<Filing, 'place' | 'village'> {
  const [only, another] = placesTyped(form, services)
  if (only && !another) return { place: only.place.ref, village: only.village?.ref }
  const { region } = form.values
  return { place: services.programme.settings.ussdPlaces.find((one) => one.place.code === region)?.place }
}

/** A form without problems as the case to file. Where no language was chosen to answer in, it is that of the page. */
export function filingOf(form: PostedForm, page: LanguageCode, services: WebServices): Filing {
  const { kind, values, requestId } = form
  const { text, phone, consent, language, place } = values
  const lane = kind === 'protection' ? 'S2' : kind === 'integrity' ? 'S1' : undefined
  const { languages } = services.programme.messages
  const answers = [language, page].find((one) => languages.some(({ code }) => code === one))
  const words = place.trim() === '' ? text : `${text}\n— ${place}`
  // A number we may not use is not taken.
  const number = consent === 'none' || consent === '' ? null : numberIn(phone, services.toPhone)
  return {
    channel: 'web',
    kind: kindOf(kind),
    words: lane === 'S2' ? null : words,
    phone: number,
    consent: number === null || consent === '' ? 'none' : consent,
    language: answers ?? languages[0].code,
    lane,
    ...placed(form, services),
    receivedAt: services.nowAt(),
    requestId: requestId === '' ? `web-${services.random().toString(36).slice(2)}` : requestId,
    by: null,
    // Each page takes what it asks.
    ...answersFor(values.answers, lane ?? 'N'),
  }
}
