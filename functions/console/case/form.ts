import type { CaseFile } from '../../../core/case/case-file.ts'
import { mayContact } from '../../../core/case/may-contact.ts'
import { laneOf, levels } from '../../../core/case/level.ts'
import type { Step } from '../../../core/case/status.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { addDaysOn } from '../../../core/deadlines/instant.ts'
import { addWorkingDays, dayOf, isWorkingDay, type WorkingCalendar } from '../../../core/deadlines/calendar.ts'
import { dayMonth } from '../../../core/notices/day-month.ts'
import { type Lint, lint } from '../../../core/notices/gsm7.ts'
import { inLanguage } from '../../../core/notices/messages.ts'
import { answerTemplate, staffSms } from '../../../core/notices/staff-sms.ts'
import type { Preview } from '../../../web/console/case/view.ts'
import type { InList } from '../../../web/console/frame/inbox-choice.ts'
import type { KnowsPlaces } from '../../staff/places.ts'
import { placesIn } from '../frame/places.ts'
import { inListOf } from '../frame/in-list.ts'
import type { Values } from '../../../web/console/frame/choices.ts'

/** A posted form: the fields of its step as typed, and the envelope around them. */
export interface Posted {
  values: Values
  requestId: string
  version: number | null
  /** Sends; anything else looks at the SMS first. */
  sends: boolean
  /** To the case that follows, once it is done. */
  goesOn: boolean
  inList: InList
  previewed: string | null
}

const envelope = ['csrf', 'requestId', 'version', 'go', 'previewed', 'liste', 'ici']

/** Browsers send a line break as two characters; what was typed is one. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n')

export function readPosted(form: FormData): Posted {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, plain(value)] as const] : [],
  )
  const one = (name: string): string | null => fields.find(([field]) => field === name)?.[1] ?? null
  // Nothing is inherited: a field may be called « constructor ».
  const values = Object.create(null) as Record<string, string[]>
  for (const [name, value] of fields) if (!envelope.includes(name)) (values[name] ??= []).push(value)
  const version = one('version')
  return {
    values,
    requestId: one('requestId') ?? '',
    version: version !== null && /^\d{1,6}$/.test(version) ? Number(version) : null,
    sends: one('go') === 'send' || one('go') === 'next',
    goesOn: one('go') === 'next',
    inList: inListOf({ liste: one('liste') ?? undefined, ici: one('ici') ?? undefined }),
    previewed: one('previewed'),
  }
}

interface FormScene extends KnowsPlaces {
  caseFile: CaseFile
  now: string
}
type Body = Record<string, unknown>
type ReadBody = (value: (name: string) => string, values: Values, scene: FormScene) => Body

/** The instant a day ends for a promise: two hours before offices close, or the next time they are open. */
export function endOfDay(on: string, calendar: WorkingCalendar): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(on) || Number.isNaN(Date.parse(on))) return ''
  if (Number(on.slice(0, 4)) > calendar.years.until) return `${on}T00:00:00.000Z`
  const before = isWorkingDay(calendar, on) ? addDaysOn(on, -1) : on
  return addWorkingDays(calendar, `${before}T12:00:00.000Z`, 1)
}

/** What stands for the place: the choice among those a name may mean, else the name. */
export const placeGiven = (values: Values): string => values['placeMeant']?.[0] ?? values['place']?.[0] ?? ''

const assessment: ReadBody = (value, values, { programme, ...knows }) => {
  const [meant, another] = placesIn(placeGiven(values), { programme, ...knows })
  const level = levels.find((one) => one === value('level'))
  // A category of another line does not belong to this level: better none than a wrong one.
  const category = programme.categories.find(
    (one) => one.code === value('category') && level && one.lane === laneOf(level),
  )
  const person = value('namedPerson').trim()
  const named = [...(values['named'] ?? []), ...(person === '' ? [] : [`person:${person}`])]
  // Where the form asked nothing of them (protection's page), nothing is said of them.
  const asked = values['namedPerson'] !== undefined
  return {
    level: value('level'),
    kind: value('kind') || undefined,
    category: category?.code,
    place: another ? undefined : meant?.place.ref,
    village: another ? undefined : meant?.village?.ref,
    placeMeant: undefined,
    ...(asked ? { named } : {}),
  }
}

/** What came of telling somebody, as the form asks it. */
const results: Partial<Record<string, string>> = {
  yes: 'told',
  no: 'nobody',
  wrong: 'wrong-number',
  unwanted: 'unwanted',
}

/** What each step is told; a field left empty is not said. */
const bodies: Partial<Record<Step, ReadBody>> = {
  assess: assessment,
  // Where nobody may call, the form does not ask whether the person was reached.
  told: (value, { reached: asked }, { caseFile }) => ({
    how: value('how'),
    said: value('said'),
    reached: undefined,
    result: results[value('reached')] ?? (asked || mayContact(caseFile) ? value('reached') : 'told'),
  }),
  // A day of the past counts from its noon; of today, nobody says when: now.
  act: (value, _, { programme, now }) => ({
    on: undefined,
    at: value('on') !== '' && value('on') < dayOf(programme.calendar, now) ? `${value('on')}T12:00:00.000Z` : undefined,
  }),
  receipt: (_, __, { caseFile }) => ({ body: caseFile.referredTo ?? '' }),
  extend: (value, _, { programme }) => ({ to: endOfDay(value('to'), programme.calendar) }),
  merge: (value) => ({ lead: readReference(value('lead')) ?? value('lead').trim() }),
}

/** The body of a step as the operations take it. */
export function bodyOf(step: Step, { values, requestId, version }: Posted, scene: FormScene): Body {
  const value = (name: string): string => values[name]?.[0] ?? ''
  const given = Object.entries(values).flatMap(([name, [first = '']]) => (first.trim() === '' ? [] : [[name, first]]))
  const { namedPerson: _, ...rest } = Object.fromEntries(given) as Record<string, string>
  const own = bodies[step]?.(value, values, scene) ?? {}
  const body = Object.fromEntries(Object.entries({ ...rest, ...own }).filter(([, one]) => one !== undefined))
  return { ...body, requestId, ...(version === null ? {} : { version }) }
}

/** The SMS a step sends, made as it will be made; null while there is nothing to make it of. */
function smsOf(step: Step, body: Body, { caseFile, programme: { messages, calendar } }: FormScene): Lint | null {
  const text = (name: string): string => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
  if (step === 'answer' && text('answer') !== '')
    return staffSms(messages, caseFile, answerTemplate(text('outcome')), text('answer'))
  if (step === 'ask' && text('text') !== '') return staffSms(messages, caseFile, 'question', text('text'))
  if (step !== 'extend' || text('to') === '') return null
  const { sms } = inLanguage(messages, caseFile.language)
  return lint(sms.delay({ reference: caseFile.reference, date: dayMonth(text('to'), calendar) }))
}

export function previewOf(step: Step, body: Body, scene: FormScene): Preview | null {
  const made = smsOf(step, body, scene)
  if (!made) return null
  const { result, ...size } = made
  return { text: result, ...size }
}
