import * as z from 'zod/mini'
import type { Role, Viewer } from '../../core/case/actor.ts'
import { PlaceRef } from '../../core/places/place-ref.ts'
import { Consent, HelpSaid, Kind } from '../../core/channel/message.ts'
import { answersFor, answersIn, answersTo, askedBy, type ChosenLane, forEachOf } from '../../core/channel/questions.ts'
import { addDays } from '../../core/deadlines/calendar.ts'
import { withCommune } from '../../core/operations/village-chosen.ts'
import { noteEntry } from '../../core/operations/intake/own-entries.ts'
import { isWrittenTo } from '../../core/notices/gateway.ts'
import { type Filed, takeFiling } from '../../core/operations/intake/file-case.ts'
import { needsOf, type StaffServices } from '../wiring/services.ts'

/** Who writes down what they were told: on a phone line, at a box, face to face. */
export const intakeRoles: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster', 'partner', 'relay']
export const mayFile = ({ role }: Viewer): boolean => intakeRoles.includes(role)

/** The lane that a kind chooses: key 4 on the keypad, and what is no kind of its own. */
export const laneOfKind = (kind: Kind | 'danger' | 'integrity'): ChosenLane =>
  kind === 'danger' ? 'S2' : kind === 'integrity' ? 'S1' : 'N'

/** As long as the fields of our pages. */
const maxPhoneLength = 30

const asked = askedBy('intake').map(({ name }) => name)

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
  /** A code of the programme's villages; the place is then its commune. */
  village: z.optional(PlaceRef),
  contact: z.optional(z.object({ phone: z.optional(z.string().check(z.maxLength(maxPhoneLength))), consent: Consent })),
  /** Which box, line or team: a code for the history, never words or a number. */
  source: z.optional(z.string().check(z.regex(/^(?!.*\d{7})[a-z][a-z0-9:_-]{0,59}$/i))),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  /** What the person concerned answered; absent where nobody asked or answered. Each lane takes its own answers (`flawsOf`). */
  ...forEachOf(asked, (name) => z.optional(z.enum(answersTo(name)))),
  /** Of a danger alone: whether the person was told where care is, and takes it. */
  help: z.optional(HelpSaid),
  requestId: z.string().check(z.minLength(1), z.maxLength(100)),
})

type Filing = NonNullable<ReturnType<typeof withCommune<z.infer<typeof StaffFiling>>>>
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
  const filing = withCommune(read.data, services.villages)
  const issues = filing ? flawsOf(filing, services) : [{ path: 'village', code: 'unknown-place' }]
  return filing && issues.length === 0 ? { is: 'filing', filing } : { is: 'invalid', issues }
}

/** Files what was read, once per `requestId`, and notes it among what this person wrote down; the caller has asked `mayFile`. */
export async function fileForStaff(by: Viewer, filing: Filing, services: StaffServices): Promise<Filed> {
  const { kind, text, contact, receivedAt, language, channel, onBehalf, place, village, source, help, requestId } =
    filing
  const needs = needsOf(services)
  const phone = contact?.phone ? services.toPhone(contact.phone) : null
  const lane = laneOfKind(kind)
  const filed = await takeFiling(
    {
      channel,
      onBehalf,
      place,
      village,
      intakePoint: source,
      requestId,
      kind: kind === 'danger' || kind === 'integrity' ? 'complaint' : kind,
      words: lane === 'S2' ? null : (text ?? null),
      phone,
      consent: phone ? (contact?.consent ?? 'none') : 'none',
      language: language ?? needs.programme.languages[0].code,
      lane: lane === 'N' ? undefined : lane,
      receivedAt: receivedAt ?? needs.now,
      by,
      help,
      ...answersIn(filing),
    },
    needs,
  )
  await noteEntry(by, filed.caseFile, needs)
  return filed
}

/** No SMS goes there; a person may be called anywhere. */
const isAbroad = (number: string | null, { settings }: StaffServices['programme']): boolean =>
  number !== null && !isWrittenTo(number, settings)

/** What a schema cannot say. */
function flawsOf(filing: Filing, { toPhone, nowAt, programme }: StaffServices): Issue[] {
  const { kind, text, contact, place, receivedAt, help } = filing
  const isDanger = kind === 'danger'
  const now = nowAt()
  const rules: [path: string, code: string, wrong: boolean][] = [
    ['text', 'no-words-for-danger', isDanger && Boolean(text)],
    ...notOfLane(filing),
    ['help', 'only-for-danger', !isDanger && help !== undefined],
    ['text', 'missing', !isDanger && !text?.trim()],
    ['contact.phone', 'unreadable', Boolean(contact?.phone && !toPhone(contact.phone))],
    ['contact.phone', 'abroad', contact?.consent === 'sms' && isAbroad(toPhone(contact.phone ?? ''), programme)],
    ['receivedAt', 'in-the-future', receivedAt !== undefined && receivedAt > now],
    // Paper arrives late, but a year is a slip of the pen: it would promise a day long past and escalate at once.
    ['receivedAt', 'too-long-ago', receivedAt !== undefined && receivedAt < addDays(now, -366)],
    ['place', 'unknown-place', place !== undefined && !programme.gazetteer.find(place)],
  ]
  return rules.flatMap(([path, code, wrong]) => (wrong ? [{ path, code }] : []))
}

/** Answers of another lane than the one chosen. */
function notOfLane(filing: Filing): [path: string, code: string, wrong: boolean][] {
  const lane = laneOfKind(filing.kind)
  const taken = answersFor(filing, lane)
  const isOf = (name: (typeof asked)[number], one?: ChosenLane): boolean =>
    answersTo(name, one).includes(filing[name] ?? '')
  return asked.map((name) => [
    name,
    isOf(name, lane) ? 'not-of-age' : isOf(name, 'N') ? 'not-of-s' : 'only-for-danger',
    filing[name] !== undefined && !(name in taken),
  ])
}
