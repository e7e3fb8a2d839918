import { happeningOf } from '../../happening-of.ts'
import type { CaseView, HistoryLine, NoticeLine } from './case-view.ts'
import { dayMonth, fill, inWords, make, shortDay, texts } from './dom.ts'
import { organisationName, ownerName } from './lists.ts'

const { codes, staff: words } = texts

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

const inList = (list: Readonly<Record<string, string>>) => (value: string) => inWords(list, value)
/** How the codes of an entry read, by the name of their field. */
const readers: Record<string, (value: string) => string> = {
  channel: inList(codes.channels),
  consent: inList(codes.consents),
  person: inList(codes.persons),
  danger: inList(codes.danger),
  disability: inList(codes.disability),
  clock: inList(codes.clocks),
  outcome: inList(codes.outcomes),
  how: inList(codes.hows),
  waitingFor: inList(codes.waitingFor),
  part: inList(codes.parts),
  score: inList(codes.satisfaction),
  organisation: organisationName,
  body: organisationName,
  to: ownerName,
}

/** A number is a rung of the ladder (or a score), an instant a date, anything else a code. */
function read(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (isInstant(value)) return dayMonth(value)
  if (Array.isArray(value)) return value.map((one) => ownerName(String(one))).join(', ')
  if (typeof value === 'number' && name !== 'score') return codes.ladder[value] ?? String(value)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return readers[name]?.(text) ?? text
}

/** One entry in plain words. */
export function happening(line: HistoryLine): string {
  const values = Object.fromEntries(Object.entries(line).map(([name, value]) => [name, read(name, value)]))
  const named = { ...values, place: read('', line['placeName']), category: read('', line['categoryLabel']) }
  return fill(inWords(codes.happenings, happeningOf(line)), named)
}

/** The role, and which of its people where it was not the first. */
export function whoDid({ role, person }: HistoryLine['by']): string {
  const who = inWords(codes.people, role)
  return person?.endsWith('-2') === true ? `${who}, ${codes.secondPerson}` : who
}

function historyItem(line: HistoryLine): HTMLElement {
  const said = line.words === undefined ? [] : [make('q', {}, line.words)]
  return make('li', {}, make('small', {}, `${shortDay(line.at)} · ${whoDid(line.by)}`), happening(line), ...said)
}

const isHeld = ({ state }: NoticeLine): boolean => state === 'waiting'

function noticeItem(notice: NoticeLine): HTMLElement {
  const { template, to, state, sendAt } = notice
  const until = isHeld(notice) ? `, ${fill(words.heldUntil, { at: shortDay(sendAt) })}` : ''
  return make(
    'li',
    isHeld(notice) ? { class: 'waits' } : {},
    make('small', {}, `${shortDay(sendAt)} · ${inWords(codes.people, to)}`),
    `${inWords(codes.templates, template)} : ${inWords(codes.noticeStates, state)}${until}`,
  )
}

const list = (items: HTMLElement[]): HTMLElement => make('ol', { class: 'history', tabindex: '0' }, ...items)

export function historyOf({ history }: CaseView): HTMLElement {
  return make('section', {}, make('h4', {}, words.history), list([...history].reverse().map(historyItem)))
}

export function noticesOf({ notices }: CaseView): HTMLElement {
  const items = [...notices].sort((a, b) => (a.sendAt < b.sendAt ? 1 : -1)).map(noticeItem)
  const none = make('li', { class: 'soft' }, words.noNotices)
  return make('section', {}, make('h4', {}, words.notices), list(items.length > 0 ? items : [none]))
}
