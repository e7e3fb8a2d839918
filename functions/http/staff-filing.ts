import * as z from 'zod/mini'
import type { Role, Viewer } from '../../core/case/actor.ts'
import type { CaseFile } from '../../core/case/case-file.ts'
import { PlaceRef } from '../../core/case/place-ref.ts'
import { Consent, Kind } from '../../core/channel/message.ts'
import { addDays } from '../../core/deadlines/calendar.ts'
import { fileCase } from '../../core/operations/file-case.ts'
import { needsOf, type StaffServices } from '../wiring/services.ts'

/** Who writes down what they were told: on a phone line, at a box, face to face. */
const intakeRoles: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster', 'partner']
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
  /** Asked of `danger` only: is somebody in danger now, and is it about a child. */
  danger: z.optional(z.enum(['yes', 'no'])),
  person: z.optional(z.enum(['child', 'adult'])),
  requestId: z.string().check(z.minLength(1), z.maxLength(100)),
})

type Filed = { is: 'invalid'; issues: readonly { path: string; code: string }[] } | { is: 'filed'; caseFile: CaseFile }

/** Files what staff wrote down, once per `requestId`; the caller has asked `mayFile`. */
export async function fileForStaff(by: Viewer, body: unknown, services: StaffServices): Promise<Filed> {
  const filing = z.safeParse(StaffFiling, body)
  if (!filing.success)
    return {
      is: 'invalid',
      issues: filing.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
    }
  const issue = flaw(filing.data, services)
  if (issue) return { is: 'invalid', issues: [issue] }
  const { kind, text, contact, receivedAt, language, danger, person, ...rest } = filing.data
  const needs = needsOf(services)
  const phone = contact?.phone ? services.toPhone(contact.phone) : null
  const lane = kind === 'danger' ? 'S2' : kind === 'integrity' ? 'S1' : undefined
  const caseFile = await fileCase(
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
    },
    needs,
  )
  return { is: 'filed', caseFile }
}

/** What a schema cannot say. */
function flaw(filing: z.infer<typeof StaffFiling>, { toPhone, nowAt, programme }: StaffServices) {
  const { kind, text, contact, place, receivedAt, danger, person } = filing
  if (kind === 'danger' && text) return { path: 'text', code: 'no-words-for-danger' }
  if (kind !== 'danger' && (danger ?? person)) return { path: danger ? 'danger' : 'person', code: 'only-for-danger' }
  if (kind !== 'danger' && !text?.trim()) return { path: 'text', code: 'missing' }
  if (contact?.phone && !toPhone(contact.phone)) return { path: 'contact.phone', code: 'unreadable' }
  if (receivedAt && receivedAt > nowAt()) return { path: 'receivedAt', code: 'in-the-future' }
  // Paper arrives late, but a year is a slip of the pen: it would promise a day long past and climb at once.
  if (receivedAt && receivedAt < addDays(nowAt(), -366)) return { path: 'receivedAt', code: 'too-long-ago' }
  return place && !programme.gazetteer.find(place) ? { path: 'place', code: 'unknown-place' } : null
}
