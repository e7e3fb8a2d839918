import { addDays } from '../../deadlines/calendar.ts'
import type { PublicationName } from '../publication.ts'
import type { TemplateName } from '../template.ts'

/** What an SMS, or what a topic is told, is for: the rules of sending go by that alone. */
type Purpose =
  'answer' | 'deadline' | 'danger' | 'question' | 'receipt' | 'reply' | 'ending' | 'satisfaction' | 'reminder' | 'topic'

interface Rules {
  /** Of use for so many days. */
  days: number
  /** And not beyond the day it names. */
  untilDate?: true
  /** Held by the limit of one recipient's day. */
  limited?: true
  /** Given up where money runs out: the lower, the earlier. */
  shed?: 1 | 2
}

/** One row a purpose (design §5). An answer that outlived its use goes to a person's list, all else is nobody's loss. */
const rules: Readonly<Record<Purpose, Rules>> = {
  answer: { days: 14 },
  deadline: { days: 14, untilDate: true },
  danger: { days: 3 },
  question: { days: 14, untilDate: true },
  receipt: { days: 14, untilDate: true, limited: true },
  reply: { days: 1, limited: true },
  ending: { days: 7, limited: true },
  satisfaction: { days: 7, limited: true, shed: 1 },
  reminder: { days: 3, limited: true, shed: 2 },
  topic: { days: 3 },
}

const purposes: Readonly<Record<TemplateName | PublicationName | 'mail', Purpose>> = {
  answer: 'answer',
  refused: 'answer',
  acknowledgementDanger: 'danger',
  delay: 'deadline',
  closedDays: 'deadline',
  paused: 'deadline',
  raised: 'deadline',
  escalated: 'deadline',
  late: 'deadline',
  transferred: 'deadline',
  reopened: 'deadline',
  question: 'question',
  callWho: 'question',
  acknowledgement: 'receipt',
  acknowledgementShort: 'receipt',
  acknowledgementThanks: 'receipt',
  acknowledgementCall: 'receipt',
  greeting: 'reply',
  help: 'reply',
  language: 'reply',
  languages: 'reply',
  silenced: 'reply',
  stage: 'reply',
  started: 'reply',
  stopped: 'reply',
  unknownReference: 'reply',
  withdrawHow: 'reply',
  // What it lists is looked up when it leaves.
  acknowledgementList: 'reply',
  withdrawalNoted: 'reply',
  withdrawn: 'ending',
  closed: 'ending',
  closedDisagreed: 'ending',
  satisfactionReminder: 'satisfaction',
  thanksForVerdict: 'satisfaction',
  reminder: 'reminder',
  invitation: 'receipt',
  attention: 'topic',
  week: 'topic',
  digest: 'topic',
  care: 'topic',
  pairChanged: 'topic',
  pairTraining: 'topic',
  pairUntrained: 'topic',
  pairWoman: 'topic',
  administratorAdded: 'topic',
  readerAdded: 'topic',
  gateways: 'topic',
  ceiling: 'topic',
  mail: 'topic',
}

/** What a word in a stored notice is for; of one that nobody knows any more nothing is limited or given up. */
const rulesOf = (template: string): Rules =>
  rules[Object.hasOwn(purposes, template) ? purposes[template as keyof typeof purposes] : 'answer']

/** When it is of no use any more; `date`: the day it names, as an instant. */
export function useByOf(template: string, at: string, date: string | null = null): string {
  const { days, untilDate } = rulesOf(template)
  const last = addDays(at, days)
  return untilDate && date !== null && date > at && date < last ? date : last
}

/** Whether one recipient gets only so many of these in a day. */
export const isLimited = (template: string): boolean => rulesOf(template).limited === true

/** In which turn it is given up where money runs out; null: never. */
export const shedIn = (template: string): 1 | 2 | null => rulesOf(template).shed ?? null
