import * as z from 'zod/mini'
import type { Role, Viewer } from '../../core/case/actor.ts'
import { PlaceRef } from '../../core/places/place-ref.ts'
import { Concerned, Consent, Disability, Kind } from '../../core/channel/message.ts'
import { addDays } from '../../core/deadlines/calendar.ts'
import { type Filed, takeFiling } from '../../core/operations/intake/file-case.ts'
import { needsOf, type StaffServices } from '../wiring/services.ts'

/** Who writes down what they were told: on a phone line, at a box, face to face. */
export const intakeRoles: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster', 'partner']
export const mayFile = ({ role }: Viewer): boolean => intakeRoles.includes(role)

/**
 * What staff file, by `POST /api/cases` and by the console's form. The rules of key 4 hold: `kind` `danger` is S2 and takes no
 * words, `integrity` is S1. `receivedAt` is when the person spoke; all clocks run from it.
 */
export const StaffFiling = z.object({
  text: z.optional(z.string().check(z.maxLength(20_000))),
  kind: z.union([Kind, z.enum(['danger', 'integrity'])]),
  channel: z.enum(['call', 'box', 'face', 'partner']),
  onBehalf: z.optional(z.enum(['self', 'other', 'group'])),
  receivedAt: z.optional(z.iso.datetime()),
  place: z.optional(PlaceRef),
  contact: z.optional(z.object({ phone: z.optional(z.string()), consent: Consent })),
  /** Which box, line or team: a code for the history, never words or a number. */
  source: z.optional(z.string().check(z.regex(/^(?!.*\d{7})[a-z][a-z0-9:_-]{0,59}$/i))),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  /** Asked of `danger` only: is somebody in danger now. */
  danger: z.optional(z.enum(['yes', 'no'])),
  /** Whom it is about: of `danger` a child or an adult, of an ordinary case the others, of `integrity` nothing. */
  person: z.optional(z.union([Concerned, z.enum(['child', 'adult'])])),
  /** One question for six, so not comparable with the full set (`wg_merged`); absent where it was not asked or not answered. Not of S. */
  disability: z.optional(Disability),
  requestId: z.string().check(z.minLength(1), z.maxLength(100)),
})

type Filing = z.infer<typeof StaffFiling>
interface Issue {
  path: string
  code: string
}
type Read = { is: 'invalid'; issues: readonly Issue[] } | { is: 'filing'; filing: Filing }

/** Reads what staff wrote down, with everything that is wrong in it. */
export function readFiling(body: unknown, services: StaffServices): Read {
  const read = z.safeParse(StaffFiling, body)
  if (!read.success)
    return { is: 'invalid', issues: read.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })) }
  const issues = flawsOf(read.data, services)
  return issues.length > 0 ? { is: 'invalid', issues } : { is: 'filing', filing: read.data }
}

/** Files what was read, once per `requestId`; the caller has asked `mayFile`. */
export async function fileForStaff(by: Viewer, filing: Filing, services: StaffServices): Promise<Filed> {
  const { kind, text, contact, receivedAt, language, danger, person, disability, ...rest } = filing
  const needs = needsOf(services)
  const phone = contact?.phone ? services.toPhone(contact.phone) : null
  const lane = kind === 'danger' ? 'S2' : kind === 'integrity' ? 'S1' : undefined
  return takeFiling(
    {
      ...rest,
      kind: kind === 'danger' || kind === 'integrity' ? 'complaint' : kind,
      words: lane === 'S2' ? null : (text ?? null),
      phone,
      consent: phone ? (contact?.consent ?? 'none') : 'none',
      language: language ?? needs.programme.messages.languages[0].code,
      lane,
      receivedAt: receivedAt ?? needs.now,
      by,
      ...(danger ? { danger } : {}),
      ...(person ? { person } : {}),
      ...(disability ? { disability } : {}),
    },
    needs,
  )
}

/** What a schema cannot say. */
function flawsOf(filing: Filing, { toPhone, nowAt, programme }: StaffServices): Issue[] {
  const { kind, text, contact, place, receivedAt, danger, person, disability } = filing
  const isDanger = kind === 'danger'
  const isS = isDanger || kind === 'integrity'
  const isOfDanger = person === 'child' || person === 'adult'
  const now = nowAt()
  const rules: [path: string, code: string, wrong: boolean][] = [
    ['text', 'no-words-for-danger', isDanger && Boolean(text)],
    ['danger', 'only-for-danger', !isDanger && danger !== undefined],
    ['person', 'only-for-danger', !isDanger && isOfDanger],
    ['person', 'not-of-s', isS && person !== undefined && !isOfDanger],
    ['disability', 'not-of-s', isS && disability !== undefined],
    ['text', 'missing', !isDanger && !text?.trim()],
    ['contact.phone', 'unreadable', Boolean(contact?.phone && !toPhone(contact.phone))],
    ['receivedAt', 'in-the-future', receivedAt !== undefined && receivedAt > now],
    // Paper arrives late, but a year is a slip of the pen: it would promise a day long past and climb at once.
    ['receivedAt', 'too-long-ago', receivedAt !== undefined && receivedAt < addDays(now, -366)],
    ['place', 'unknown-place', place !== undefined && !programme.gazetteer.find(place)],
  ]
  return rules.flatMap(([path, code, wrong]) => (wrong ? [{ path, code }] : []))
}
