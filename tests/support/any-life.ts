import { complainant, type Role, system } from '../../core/case/actor.ts'
import { type CaseFile, wasSentBack } from '../../core/case/case-file.ts'
import { type Entry, entry } from '../../core/case/history.ts'
import { isLower, type Level, laneOf } from '../../core/case/level.ts'
import { unheardNews } from '../../core/case/news.ts'
import { mayContact } from '../../core/case/may-contact.ts'
import type { Step } from '../../core/case/status.ts'
import { assessedPromiseAt, reopenedPromiseAt } from '../../core/deadlines/promise.ts'
import { policyOf } from '../../core/deadlines/rulebook.ts'
import { afterVerdict, reopening } from '../../core/notices/verdict.ts'
import { refusal } from '../../core/routing/may-see.ts'
import { after, gao, kayes, later, rulebook, viewer, visited } from './case-builder.ts'

/*
 * Any life a case may have: what staff, the complainant and the sweep can do to it, as the operations write it, one move
 * after another at growing instants.
 */

type Move = (caseFile: CaseFile, now: string, choice: number) => Entry[]

const pick = <T>(values: readonly T[], choice: number): T => values[choice % values.length] as T
const levels: readonly Level[] = ['N0', 'N1', 'N2', 'N1', 'S1', 'S2']
const by = (role: Role) => ({ role, person: `${role}-1` })
const organisation = 'ong-sante-gao'
const ordinary = (c: CaseFile, entries: Entry[]): Entry[] => (c.lane === 'N' || c.lane === 'P' ? entries : [])
const policy = (c: CaseFile) => policyOf(rulebook, c)

function assess(c: CaseFile, now: string, level: Level, choice: number): Entry[] {
  const promisedAt = assessedPromiseAt(c, { level }, policy(c), now)
  const named = choice % 7 === 0 ? ['region:gao', 'person:focal-point-1'] : undefined
  const place = pick([gao, kayes, undefined], choice)
  const withdrawn = c.promisedAt && laneOf(level) !== 'N'
  return [
    entry('assessed', now, by('deputy'), {
      level,
      promisedAt,
      ...(named ? { named } : {}),
      ...(place ? { place } : {}),
    }),
    ...(withdrawn ? [entry('promise-withdrawn', now, by('deputy'), { reason: 'protection' })] : []),
  ]
}

const staff: { [S in Step]?: Move } = {
  assess: (c, now, choice) => {
    const level = pick(levels, choice)
    if (c.level === null || !isLower(level, c.level)) return assess(c, now, level, choice)
    return [entry('lower-proposed', now, by('deputy'), { level })]
  },
  'ask-reader': (c, now, choice) =>
    c.lane === 'P' ? [entry('reader-asked', now, by('deputy'), { language: pick(['taq', 'ses'], choice) })] : [],
  'say-meaning': (c, now) =>
    c.readerAsked === null ? [] : [entry('meaning-said', now, by('coordinator'), { language: c.readerAsked })],
  assign: (c, now, choice) =>
    ordinary(c, [entry('assigned', now, by('deputy'), { organisation, handOver: choice % 2 === 0 })]),
  accept: (c, now) => (c.handOver ? [entry('accepted', now, by('partner'), { organisation })] : []),
  refuse: (c, now) => (c.handOver ? [entry('refused', now, by('partner'), { organisation })] : []),
  'send-back': (c, now) =>
    c.escalationLevel > 0 && c.rungAt !== null && !wasSentBack(c)
      ? [entry('sent-back', now, by('regional-cluster'), { from: c.escalationLevel, to: 0 })]
      : [],
  revoke: (c, now) => (c.organisation ? [entry('revoked', now, by('deputy'), { organisation })] : []),
  ask: (c, now) => (mayContact(c) && c.consent === 'sms' ? [entry('asked', now, by('deputy'), {})] : []),
  answer: (c, now) => ordinary(c, [entry('answered', now, by('deputy'), { outcome: 'resolved' })]),
  told: (c, now, choice) => {
    const news = unheardNews(c).at(-1)
    if (c.status !== 'answered')
      return news ? [entry('heard', now, by('deputy'), { about: news.index, how: 'call' })] : []
    if (choice % 2 === 0) return ordinary(c, [entry('told', now, by('deputy'), { how: 'call' })])
    const days = new Set([...c.callTries, now].map((at) => at.slice(0, 10)))
    const gaveUp = days.size >= 3 && !c.unreachableAt
    return [
      entry('call-tried', now, by('deputy'), {}),
      ...(gaveUp ? [entry('unreachable', now, by('deputy'), {})] : []),
    ]
  },
  refer: (c, now) =>
    c.lane === 'S1' || c.lane === 'S2' ? [entry('referred', now, by('integrity'), { body: 'psea-network' })] : [],
  receipt: (_, now) => [entry('receipt-entered', now, by('integrity'), { body: 'psea-network' })],
  confirm: (c, now, choice) => {
    if (c.proposed) return assess(c, now, c.proposed.level, choice)
    if (!c.receiptAt || c.status !== 'referred') return []
    const second = { role: 'integrity', person: 'integrity-2' } as const
    return [
      entry('receipt-confirmed', now, second, {}),
      entry('told', now, second, { how: 'receipt' }),
      entry('closed', now, second, { how: 'receipt', outcome: 'referred' }),
      ...(c.lane === 'S2' ? [entry('erased', now, second, { part: 'all' })] : []),
    ]
  },
  extend: (c, now, choice) => {
    const to = later(c.promisedAt && c.promisedAt > now ? c.promisedAt : now, 24 * (1 + (choice % 20)))
    return c.extended ? [] : ordinary(c, [entry('extended', now, by('deputy'), { to })])
  },
  wait: (c, now, choice) => {
    const waitingFor = choice % 3 === 0 ? 'third-party' : 'complainant'
    if (c.waiting || (waitingFor === 'complainant' && c.pauseUsed)) return []
    const until = waitingFor === 'complainant' ? later(now, 14 * 24) : null
    return ordinary(c, [entry('waiting', now, by('deputy'), { waitingFor, until })])
  },
  resume: (c, now) => (c.waiting ? [entry('resumed', now, by('deputy'), {})] : []),
  reopen: (c, now) => {
    if (c.closedHow === 'dismissed') return [entry('restored', now, by('deputy'), {})]
    const promisedAt = reopenedPromiseAt(c, policy(c), now)
    return ordinary(c, [entry('reopened', now, by('deputy'), { to: c.escalationLevel, promisedAt })])
  },
  note: (_, now) => [entry('noted', now, by('deputy'), {})],
  dismiss: (c, now, choice) =>
    choice % 6 === 0 ? ordinary(c, [entry('closed', now, by('deputy'), { how: 'dismissed' })]) : [],
}

const others: Record<string, Move> = {
  reads: (c, now) => (c.readAt || c.status !== 'received' ? [] : [entry('read', now, by('deputy'), {})]),
  writes: (c, now) => (c.status === 'closed' ? [] : [entry('message-added', now, complainant, { channel: 'sms' })]),
  judges: (c, now, choice) => (c.lane === 'N' ? afterVerdict(c, pick([1, 2, 3], choice), rulebook, now) : []),
  appeals: (c, now) => (c.answer && (c.status === 'answered' || c.told) ? reopening(c, rulebook, now) : []),
  stops: (_, now) => [entry('opted-out', now, complainant, {})],
  starts: (c, now) => (c.optedOut && c.lane === 'N' ? [entry('opted-in', now, complainant, {})] : []),
  'ends the session': (c, now) => (c.inSession ? [entry('session-ended', now, complainant, { cut: false })] : []),
  agrees: (c, now) => (c.channel === 'ussd' ? [entry('consent-given', now, complainant, { consent: 'sms' })] : []),
  hears: (c, now) =>
    c.status === 'answered' && !c.told && mayContact(c) ? [entry('told', now, system, { how: 'sms' })] : [],
}

const often = [
  'assess',
  'assign',
  'answer',
  'answer',
  'told',
  'hears',
  'judges',
  'sweeps',
  'sweeps',
  'sweeps',
  'sweeps',
  'refer',
]
const moves = [...Object.keys(staff), ...often, ...Object.keys(others), ...often]
export const manyMoves = moves.length

const roles: readonly Role[] = ['deputy', 'partner', 'integrity']

function made(caseFile: CaseFile, move: string, now: string, choice: number): CaseFile {
  if (move === 'sweeps') return visited(caseFile, now)
  const step = move as Step
  const take = staff[step]
  if (!take) return after(caseFile, ...(others[move]?.(caseFile, now, choice) ?? []))
  const allowed = roles.some((role) => refusal(viewer(role), caseFile, step) === null)
  return allowed ? after(caseFile, ...take(caseFile, now, choice)) : caseFile
}

/** The case after one move at `now`: the one at `first`, or the next in the list that changes anything. */
export function moved(caseFile: CaseFile, first: number, now: string, choice: number): CaseFile {
  for (let next = first; next < first + moves.length; next++) {
    const changed = made(caseFile, moves[next % moves.length] ?? '', now, choice)
    if (changed.version > caseFile.version) return changed
  }
  return caseFile
}
