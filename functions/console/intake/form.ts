import * as z from 'zod/mini'
import { Consent, HelpSaid, Kind } from '../../../core/channel/message.ts'
import { answersFor } from '../../../core/channel/questions.ts'
import { answerDueAt } from '../../../core/deadlines/clock.ts'
import { addDays, dayOf, type WorkingCalendar } from '../../../core/deadlines/calendar.ts'
import { standardsOf } from '../../../core/deadlines/rulebook.ts'
import { allPoints } from '../../../core/operations/directory/points/keeping.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { alone, type Meant } from '../../../core/places/places-meant.ts'
import { unanswered } from '../../../web/console/client/intake/lacking.ts'
import type { IntakeValues } from '../../../web/console/intake/view.ts'
import { laneOfKind, readFiling } from '../../staff/filing.ts'
import type { StaffServices } from '../../wiring/services.ts'
import { meantBy, meantIn, placeOf, saysMore } from '../../staff/places.ts'
import type { IntakeProblem } from '../../../web/console/intake/texts.ts'

const minuteMs = 60_000

/** An instant as an input of date and hour has it, where the staff are; and back. Null for what is no date. */
export const localOf = (at: string, { utcOffsetMinutes }: WorkingCalendar): string =>
  new Date(Date.parse(at) + utcOffsetMinutes * minuteMs).toISOString().slice(0, 16)

function instantOf(local: string, { utcOffsetMinutes }: WorkingCalendar): string | null {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? Date.parse(`${local.slice(0, 16)}:00.000Z`) : NaN
  return Number.isNaN(ms) ? null : new Date(ms - utcOffsetMinutes * minuteMs).toISOString()
}

/** Was the time to answer over before it was written down: paper that lay in its box? */
export function isOld(receivedAt: string, writtenAt: string, programme: Programme): boolean {
  const standards = standardsOf(programme, programme.standards.current)
  const policy = { standards, calendar: programme.calendar }
  const dueAt = answerDueAt(standards.promised, { kind: 'complaint', receivedAt }, policy)
  return dueAt !== null && dueAt <= writtenAt
}

/** The first day that is not old yet, for the browser to ask about older ones at once. */
export function oldBefore(now: string, programme: Programme): string {
  let at = now
  for (let days = 0; days < 60 && !isOld(addDays(at, -1), now, programme); days++) at = addDays(at, -1)
  return dayOf(programme.calendar, at)
}

const oneOf = <T extends z.ZodMiniType>(schema: T, otherwise: z.output<T>) => z.catch(schema, otherwise)
const text = z._default(z.string(), '')

/** What the form posts; what it does not offer counts as not said. */
const Posted = z.object({
  kind: oneOf(z.union([Kind, z.enum(['integrity', 'danger'])]), 'complaint'),
  text,
  onBehalf: oneOf(z.enum(['self', 'other', 'group', '']), ''),
  received: text,
  source: text,
  channel: oneOf(z.enum(['call', 'box', 'face', 'partner', '']), ''),
  place: text,
  placeCode: text,
  phone: text,
  consent: oneOf(Consent, 'none'),
  language: text,
  help: oneOf(z.union([HelpSaid, z.literal('')]), ''),
  requestId: text,
})

export interface PostedIntake {
  values: IntakeValues
  requestId: string
  /** What `readFiling` takes. */
  body: Record<string, unknown>
  problems: IntakeProblem[]
  /** Where a typed name means several, or none: what it may mean, those near the intake point first. */
  candidates: readonly Meant[]
}

/** A choice beside the candidates: the name stays with the words, as it was written. */
export const asWritten = 'written'

const problemOf: Partial<Record<string, IntakeProblem>> = {
  'text missing': 'text-missing',
  'text too_big': 'text-too-long',
  'text no-words-for-danger': 'no-words',
  'contact.phone unreadable': 'phone-unreadable',
  'contact.phone abroad': 'phone-abroad',
  'contact.phone too_big': 'phone-unreadable',
  'receivedAt in-the-future': 'received-future',
  'receivedAt too-long-ago': 'received-too-long-ago',
  'place unknown-place': 'place-unknown',
}

/** Reads the form as it was posted, with everything that is wrong in it; `services` decides as it does for the API. */
export async function readIntake(form: FormData, services: StaffServices): Promise<PostedIntake> {
  const { programme, nowAt } = services
  const given = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const fields = Object.fromEntries(given.filter(([, value]) => value !== ''))
  const { requestId, ...posted } = z.parse(Posted, fields)
  const danger = posted.kind === 'danger'
  // Browsers send a line break as two characters; what was typed is one.
  const text = posted.text.replaceAll('\r\n', '\n')
  const values: IntakeValues = { ...posted, text, old: 'old' in fields, answers: answersFor(fields) }
  const isNamed = !danger && values.source !== ''
  const point = isNamed ? (await allPoints(services)).find(({ code }) => code === values.source) : undefined
  const receivedAt = instantOf(values.received, programme.calendar)
  const where = whereIn(values, { choice: fields['placeMeant'] ?? '', near: point?.place ?? null }, services)
  const [first, ...others] = where.found
  const ofPoint = values.placeCode === 'none' ? undefined : (point?.place ?? undefined)
  const phone = values.phone.trim()
  const asked = values.consent !== 'none'
  const body = {
    kind: values.kind,
    channel: point?.channel ?? values.channel,
    text: values.text.trim() === '' ? undefined : [values.text, ...where.kept].join('\n— '),
    onBehalf: values.onBehalf || undefined,
    source: point?.code,
    receivedAt: receivedAt ?? undefined,
    place: first?.place.ref ?? ofPoint,
    village: first?.village?.ref,
    // No SMS about a danger, whoever asks for one.
    contact: phone && asked && !(danger && values.consent === 'sms') ? { phone, consent: values.consent } : undefined,
    language: values.language || point?.languages[0],
    help: (danger && values.help) || undefined,
    requestId,
    ...answersFor(values.answers, laneOfKind(values.kind)),
  }
  // Read as if the way were known, so that all that is wrong is said at once.
  const read = readFiling({ ...body, channel: body.channel || 'face' }, services)
  const own: [IntakeProblem, boolean][] = [
    ['place-unknown', where.asks && where.found.length === 0],
    ['place-several', where.asks && others.length > 0],
    ['received-unreadable', receivedAt === null],
    ['received-old', receivedAt !== null && !values.old && isOld(receivedAt, nowAt(), programme)],
  ]
  const said = read.is === 'invalid' ? read.issues.map(({ path, code }) => problemOf[`${path} ${code}`] ?? 'other') : []
  const answers = unanswered({ ...values, source: point?.code ?? '', channel: body.channel })
  const problems = [...said, ...answers, ...own.filter(([, wrong]) => wrong).map(([problem]) => problem)]
  // A date that is impossible is not also old.
  const far = problems.includes('received-too-long-ago')
  // Words about a danger are not even shown again.
  const kept = danger ? { ...values, text: '' } : values
  return {
    values: kept,
    requestId,
    body,
    problems: [...new Set(problems)].filter((one) => !(far && one === 'received-old')),
    candidates: others.length > 0 ? where.found : [],
  }
}

interface Where {
  found: readonly Meant[]
  /** Somebody must say which place is meant. */
  asks: boolean
  /** What goes with the words, since no code says it. */
  kept: readonly string[]
}

/** What is typed goes before what the list says, which tells villages of one name apart; danger has the list only. */
function whereIn(
  { kind, place, placeCode }: IntakeValues,
  { choice, near }: { choice: string; near: PlaceRef | null },
  services: StaffServices,
): Where {
  const { gazetteer } = services.programme
  const listed = placeOf(placeCode, services.programme)
  const typed = kind === 'danger' ? '' : place.trim()
  const fromList = listed ? [alone(listed)] : []
  if (typed === '') return { found: fromList, asks: false, kept: [] }
  if (choice === asWritten) return { found: fromList, asks: false, kept: [typed] }
  const chosen = meantBy(choice, services)
  if (chosen) return { found: [chosen], asks: false, kept: [] }
  const own = near && (gazetteer.find(near)?.region ?? null)
  const found = meantIn(typed, services, listed ?? (near && gazetteer.find(near)) ?? null)
  const [only] = found.length === 1 ? found : []
  return {
    found: found.toSorted((a, b) => Number(b.place.region === own) - Number(a.place.region === own)),
    asks: !only,
    kept: only && saysMore(typed, only, services) ? [typed] : [],
  }
}
