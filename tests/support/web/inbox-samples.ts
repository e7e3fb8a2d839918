import type { Role } from '../../../core/case/actor.ts'
import type { InboxRow, InboxView } from '../../../web/console/inbox/view.ts'
import type { Choice } from '../../../web/console/frame/inbox-choice.ts'

/** Monday 7 June 2027, nine o'clock. */
export const now = '2027-06-07T09:00:00.000Z'
const hour = 3_600_000

/** An instant so many hours from now. */
export const inHours = (hours: number): string => new Date(Date.parse(now) + hours * hour).toISOString()

let rows = 0

export const row = (over: Partial<InboxRow> = {}): InboxRow => ({
  href: '/console/cases/4829137996',
  reference: String((rows += 1)).padStart(10, '4829137'),
  grouped: '4829\u00a01379\u00a096',
  level: 'N1',
  kind: 'complaint',
  clock: 'answer',
  dueAt: inHours(26),
  channel: 'sms',
  receivedAt: inHours(-70),
  movedAt: inHours(-26),
  silent: false,
  nextAction: 'answer',
  waitingFor: null,
  unreachable: false,
  toCall: false,
  rank: 1,
  reopened: false,
  placeName: 'Ansongo (cercle, Gao)',
  categoryLabel: 'Frais demandés, gratuité non respectée',
  suggested: [],
  language: 'Bamanankan',
  owner: 'Cluster Gao',
  mine: false,
  ...over,
})

export const everything: Choice = { range: null, traits: [], silentDays: 7 }

export const view = (over: Partial<InboxView> = {}): InboxView => ({
  now,
  utcOffsetMinutes: 0,
  base: '/console',
  role: 'focal-point' satisfies Role,
  rows: [],
  choice: everything,
  here: '/console/inbox',
  read: null,
  chooses: null,
  waves: [],
  floods: [],
  dangers: [],
  counts: null,
  offers: [],
  csrf: 'csrf',
  unreadable: null,
  findsWords: true,
  next: null,
  fromStart: true,
  examined: null,
  ...over,
})

const unread = {
  level: null,
  category: null,
  categoryLabel: null,
  placeName: null,
  clock: 'read',
  nextAction: 'assess',
  owner: 'Point focal',
  mine: true,
  movedAt: inHours(-3),
  receivedAt: inHours(-3),
}

/** A morning of a focal point: every mark a row can carry is in it. */
export const morning: readonly InboxRow[] = [
  row({ dueAt: inHours(-76), level: 'N2', categoryLabel: 'Structure fermée, agent absent, clinique mobile non venue', reopened: true, movedAt: inHours(-200), silent: true }), // prettier-ignore
  row({ ...unread, dueAt: inHours(-2), channel: 'ussd', href: '/console/cases/1111111111' }),
  row({ ...unread, dueAt: inHours(1.5), language: 'Français', channel: 'web' }),
  row({ dueAt: inHours(6), clock: 'tell', nextAction: 'visit', unreachable: true, owner: 'ONG Santé Gao (exemple)' }),
  row({ dueAt: inHours(30), waitingFor: 'complainant', nextAction: 'wait', channel: 'box' }),
  row({ dueAt: inHours(100), waitingFor: 'third-party', nextAction: 'wait', kind: 'observation', channel: 'partner' }),
  row({ dueAt: inHours(140), level: 'N0', kind: 'question', nextAction: 'assign', owner: 'Point focal', mine: true }),
  row({ dueAt: inHours(200), level: 'S1', nextAction: 'refer', clock: 'refer', owner: 'Intégrité', channel: 'call' }),
]

/** Every state the page can be in. */
export const views: Record<string, InboxView> = {
  empty: view(),
  morning: view({ rows: morning }),
  one: view({ rows: [row()] }),
  'late-none': view({ choice: { ...everything, range: 'late' } }),
  'today-and-new-none': view({ choice: { ...everything, range: 'today', traits: ['new'] } }),
  silent: view({ rows: morning.slice(0, 2), choice: { range: null, traits: ['silent'], silentDays: 10 } }),
  'none-yet': view({
    choice: { ...everything, traits: ['visit'] },
    next: '/console/inbox?visit&next=2027-06-07T09%3A00%3A00.000Z%234829137996',
    examined: 500,
  }),
  partly: view({ rows: morning.slice(3, 4), choice: { ...everything, traits: ['visit'] }, next: '/console/inbox?visit&next=x', examined: 500 }), // prettier-ignore
  long: view({ rows: Array.from({ length: 50 }, (_, at) => row({ ...morning[at % morning.length], reference: `48291379${at + 10}`, grouped: `4829\u00a01379\u00a0${at + 10}` })), next: '/console/inbox?next=x' }), // prettier-ignore
  further: view({ rows: morning, fromStart: false }),
  end: view({ fromStart: false }),
  unreadable: view({ rows: morning, unreadable: '4829 1379' }),
  protection: view({ base: '/console/protection', role: 'protection', rows: [row({ href: '/console/protection/cases/4829137996', level: 'S2', categoryLabel: null, kind: 'complaint', clock: 'refer', nextAction: 'refer', dueAt: inHours(20), owner: 'Protection', mine: true })] }), // prettier-ignore
}
