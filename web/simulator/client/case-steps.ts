import { firstSteps } from '../../first-steps.ts'
import type { Act, CaseView } from './case-view.ts'
import { type Field, stepForm } from './case-forms.ts'
import { texts } from './dom.ts'
import { lists, regionOf } from './lists.ts'

const { codes, staff: words } = texts
const { fields: labels } = words

type Values = Record<string, string>
interface StepForm {
  /** Besides what the table of statuses and roles says. */
  when?: (one: CaseView) => boolean
  fields?: (one: CaseView) => Field[]
  /** By default the values as they are. */
  body?: (values: Values, one: CaseView) => Record<string, unknown>
}

const isOrdinary = ({ lane }: CaseView): boolean => lane === 'N' || lane === 'P'
const entries = (list: Readonly<Record<string, string>>): [string, string][] => Object.entries(list)
const field = (name: string, more: Partial<Field> = {}): Field => ({ name, label: labels[name] ?? name, ...more })
const reason = field('reason', { required: true })
/** Fields left empty are not said. */
const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
const endOfDay = (on: string): string => `${on}T16:00:00.000Z`
const dayAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10)

function placeField({ place, placeName, suggested }: CaseView): Field {
  const known = lists().places.map(({ system, code, name }) => [`${system} ${code}`, name] as const)
  const own = [
    { ref: place, name: placeName },
    { ref: suggested.place, name: suggested.placeName },
  ].flatMap(({ ref, name }) => (ref ? [[`${ref.system} ${ref.code}`, name ?? ref.code] as const] : []))
  const named = new Set(own.map(([value]) => value))
  const all = new Map([...own, ['', words.notGiven] as const, ...known.filter(([value]) => !named.has(value))])
  return field('place', { options: [...all], value: own[0]?.[0] ?? '' })
}

function assessFields(one: CaseView): Field[] {
  const { category, suggested, level } = one
  const categories = lists().categories.map(({ code, label }) => [code, label] as const)
  const organisations = lists().organisations.map(({ id, name }) => [id, name] as const)
  const byCategory = lists().categories.find(({ code }) => code === (category ?? suggested.category))?.level
  return [
    field('level', { options: entries(codes.levels), value: level ?? byCategory ?? 'N1' }),
    field('category', { options: [['', words.notGiven], ...categories], value: category ?? suggested.category ?? '' }),
    placeField(one),
    field('named', { options: [['', words.nobody], ...organisations] }),
    ...(level === null ? [] : [field('reason', { label: labels['lowerReason'] ?? '' })]),
  ]
}

const lane = (level: string): string => (level.startsWith('S') ? level : 'N')

/** Who is named already stays named: taking somebody off is the console's. */
function assessment({ level = '', category, place, named, ...rest }: Values, one: CaseView): Record<string, unknown> {
  const [system = '', code = ''] = (place ?? '').split(' ')
  // A category of another line does not belong to this level: better none than a wrong one.
  const kept = lists().categories.find((one) => one.code === category && lane(one.level) === lane(level))
  return {
    ...given(rest),
    level,
    ...(kept ? { category: kept.code } : {}),
    ...(code === '' ? {} : { place: { system, code } }),
    ...(named === undefined || named === '' ? {} : { named: [...one.named, `organisation:${named}`] }),
  }
}

/** Those who work where the case is come first. */
function organisationField(one: CaseView): Field {
  const region = regionOf(one.place ?? one.suggested.place)
  const near = (regions: readonly string[]): boolean => region !== null && regions.includes(region)
  const all = lists().organisations.filter(({ mandatedFor }) => mandatedFor.length === 0)
  const options = [...all].sort((a, b) => Number(near(b.regions)) - Number(near(a.regions)))
  return field('organisation', { options: options.map(({ id, name }) => [id, name]) })
}

/** The bodies mandated for the category first, then the other mandated ones. */
function mandatedField({ category }: CaseView): Field {
  const all = lists().organisations.filter(({ mandatedFor }) => mandatedFor.length > 0)
  const fits = (codes: readonly string[]): boolean => category !== null && codes.includes(category)
  const options = [...all].sort((a, b) => Number(fits(b.mandatedFor)) - Number(fits(a.mandatedFor)))
  return field('mandated', { options: options.map(({ id, name }) => [id, name]) })
}

const referredTo = ({ history }: CaseView): string => {
  const body = history.findLast(({ what }) => what === 'referred')?.['body']
  return typeof body === 'string' ? body : ''
}

/** As far as this page knows: a STOP is the server's to refuse. */
const mayCall = ({ contact }: CaseView): boolean => contact.phone !== null && contact.consent !== 'none'
const toldHows = (one: CaseView): string[] => (mayCall(one) ? ['call', 'face', 'relay'] : ['face', 'relay'])

const forms: Readonly<Record<string, StepForm>> = {
  assess: { fields: assessFields, body: assessment },
  assign: { when: (one) => one.lane === 'N' && one.handOver === null, fields: (one) => [organisationField(one)] },
  answer: {
    when: isOrdinary,
    fields: () => [
      field('answer', { rows: 2, required: true }),
      field('outcome', { options: entries(codes.outcomes) }),
    ],
  },
  told: {
    when: (one) =>
      isOrdinary(one) && (one.informedAt === null || one.informedUnconfirmed || one.informedHow === 'open-answer'),
    fields: (one) => [
      field('how', { options: toldHows(one).map((how) => [how, codes.hows[how] ?? how]) }),
      ...(mayCall(one)
        ? [field('reached', { options: ['yes', 'no'].map((said) => [said, labels[said] ?? said]) })]
        : []),
    ],
    body: ({ how, reached }) => ({ how, reached: reached !== 'no' }),
  },
  refer: {
    when: ({ lane }) => lane !== 'P',
    fields: (one) => [one.lane === 'N' ? organisationField(one) : mandatedField(one)],
    body: ({ organisation, mandated }) => ({ to: mandated ?? organisation }),
  },
  receipt: {
    when: ({ nextAction }) => nextAction !== 'confirm-receipt',
    fields: () => [field('number', { required: true })],
    body: ({ number }, one) => ({ number, body: referredTo(one) }),
  },
  confirm: { when: ({ nextAction }) => nextAction === 'confirm-receipt' || nextAction === 'confirm-level' },
  accept: { when: ({ handOver }) => handOver !== null },
  refuse: { when: ({ handOver }) => handOver !== null, fields: () => [reason] },
  revoke: { when: ({ organisation }) => organisation !== null },
  'send-back': { fields: () => [reason] },
  ask: {
    when: (one) => one.lane === 'N' && one.contact.phone !== null && one.contact.consent === 'sms',
    fields: () => [field('text', { label: labels['question'] ?? '', rows: 2, required: true })],
  },
  wait: {
    when: (one) => one.lane === 'N' && one.waiting === null,
    fields: () => [
      field('for', { label: labels['waitingFor'] ?? '', options: entries(codes.waitingFor) }),
      field('reason'),
    ],
    body: given,
  },
  resume: { when: ({ waiting }) => waiting !== null },
  extend: {
    when: ({ lane, promisedAt }) => lane === 'N' && promisedAt !== null,
    fields: ({ promisedAt }) => [
      field('to', { label: labels['until'] ?? '', type: 'date', required: true, value: dayAfter(promisedAt ?? '', 7) }),
      reason,
    ],
    body: ({ to = '', ...rest }) => ({ ...rest, to: endOfDay(to) }),
  },
  note: { fields: () => [field('text', { label: labels['note'] ?? '', rows: 2, required: true })] },
  'reveal-contact': { when: mayCall, fields: () => [reason] },
  reopen: { when: isOrdinary, fields: () => [reason] },
  merge: {
    when: (one) => one.lane === 'N' && one.mergedInto === null,
    fields: () => [field('lead', { required: true })],
  },
  unmerge: { when: ({ mergedInto }) => mergedInto !== null },
  dismiss: { when: isOrdinary, fields: () => [reason] },
}

/** The forms this desk may use, those of the next action apart. */
export function formsFor(one: CaseView, act: Act): { now: HTMLElement[]; others: [step: string, form: HTMLElement][] } {
  const open = Object.entries(forms).filter(([step, { when }]) => one.steps.includes(step) && (when?.(one) ?? true))
  const drawn = open.map(([step, { fields, body }]): [string, HTMLElement] => {
    const send = async (values: Values): Promise<void> => {
      await act(step, body ? body(values, one) : values)
    }
    return [step, stepForm(one.reference, step, fields?.(one) ?? [], send)]
  })
  const first: readonly string[] = firstSteps[one.nextAction ?? ''] ?? []
  return {
    now: first.flatMap((step) => drawn.filter(([name]) => name === step).map(([, form]) => form)),
    others: drawn.filter(([step]) => !first.includes(step)),
  }
}
