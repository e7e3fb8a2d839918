import type { MadeUp } from '../core/operations/practice/lay-out-cases.ts'
import type { PracticePart } from '../web/console/practice/texts.ts'
import { clusters } from './clusters.ts'
import { practiceNotes as notes, practiceWords as words } from '../languages/fr/console/practice-cases.ts'
import { organisations } from './organisations.ts'
import { settings } from './settings.ts'

type Case = MadeUp<PracticePart>
type Filing = Case['filing']

const [cluster] = clusters
const ofKind = (kind: (typeof organisations)[number]['kind']) =>
  organisations.find(
    (one) => one.kind === kind && (one.regions.length === 0 || one.regions.includes(cluster?.id ?? '')),
  )

/** Where the parts of practice belong: the first cluster, and an organisation and an authority of its region. */
export const practiceHome = {
  region: cluster?.id ?? '',
  organisation: ofKind('ngo')?.id ?? '',
  authority: ofKind('authority')?.id ?? '',
}
const other = ofKind('cluster')?.id ?? ''

/** A region as a whole: nowhere in particular. */
const region = settings.ussdPlaces[0]?.place
const elsewhere = settings.ussdPlaces[3]?.place
const days = (count: number): number => count * 24

/** Placeholder numbers: no operator has given them out. */
const phoneOf = (index: number): string => `+223700000${10 + index}`

const sms = (index: number, text: string, over: Partial<Filing> = {}): Filing => ({
  channel: 'sms',
  kind: 'complaint',
  words: text,
  phone: phoneOf(index),
  consent: 'sms',
  language: 'fr',
  ...over,
})
/** Written down by staff; the person gave no number. */
const heard = (channel: Filing['channel'], text: string, over: Partial<Filing> = {}): Filing => ({
  channel,
  kind: 'complaint',
  words: text,
  phone: null,
  consent: 'none',
  language: 'fr',
  place: region,
  ...over,
})

const assess = (hoursAgo: number, category: string, over: Readonly<Record<string, unknown>> = {}) =>
  ({ hoursAgo, as: 'focal-point', step: 'assess', body: { level: 'N1', category, place: region, ...over } }) as const
const assign = (hoursAgo: number) =>
  ({ hoursAgo, as: 'focal-point', step: 'assign', body: { organisation: practiceHome.organisation } }) as const

/**
 * About twenty made-up cases of all kinds and ages. None of them is anybody's; whoever practises gets a set of their own, which goes by
 * itself after a week.
 */
export const practiceCases: readonly Case[] = [
  // To read and assess.
  { hoursAgo: 3, filing: sms(0, words.fees), steps: [] },
  { hoursAgo: 1, filing: sms(1, words.nets, { channel: 'ussd', kind: 'question', place: region }), steps: [] },
  { hoursAgo: 20, filing: heard('web', words.suggestion, { kind: 'suggestion' }), steps: [] },
  { hoursAgo: 2, filing: sms(2, words.fever, { kind: 'rumour' }), steps: [] },
  // Two people about the same thing.
  { hoursAgo: 28, filing: sms(3, words.medicine, { place: region }), steps: [] },
  { hoursAgo: 5, filing: sms(4, words.medicineAgain, { place: region }), steps: [] },
  // A possible S, an S1, and an S2 of which nothing is said.
  { hoursAgo: 1.5, filing: sms(5, words.favour), steps: [] },
  { hoursAgo: 10, filing: heard('web', words.integrity, { lane: 'S1' }), steps: [] },
  { hoursAgo: 4, filing: { ...heard('ussd', ''), words: null, lane: 'S2', danger: 'no' }, steps: [] },
  // Thanks, advertising, and what is not ours.
  { hoursAgo: 26, filing: sms(6, words.thanks, { kind: 'thanks', language: 'bm' }), steps: [] },
  { hoursAgo: 7, filing: sms(7, words.robot), steps: [] },
  { hoursAgo: 30, filing: sms(8, words.land, { kind: 'question' }), steps: [] },
  // Paper from a box, written down later than it was put there.
  {
    hoursAgo: days(5),
    filedHoursAgo: 22,
    by: 'focal-point',
    filing: heard('box', words.box, { kind: 'suggestion' }),
    steps: [],
  },
  // Nobody has read it: the time for that has passed.
  { hoursAgo: days(6), filing: sms(9, words.unread), steps: [] },
  // Assessed, with nobody yet.
  { hoursAgo: days(3), filing: sms(10, words.waiting), steps: [assess(days(2), 'SAN-QUAL')] },
  // With the partner, in time.
  {
    hoursAgo: days(5),
    filing: sms(11, words.closed),
    steps: [
      assess(days(4), 'SAN-FERME'),
      assign(days(4) - 1),
      { hoursAgo: days(3), as: 'partner', step: 'note', body: { text: notes.assigned } },
    ],
  },
  // Waits for the person, who was asked.
  {
    hoursAgo: days(4),
    filing: sms(12, words.ambulance),
    steps: [
      assess(days(3), 'SAN-FERME'),
      { hoursAgo: days(3) - 1, as: 'focal-point', step: 'ask', body: { text: notes.question } },
      { hoursAgo: days(3) - 1, as: 'focal-point', step: 'wait', body: { for: 'complainant' } },
    ],
  },
  // Waits for a delivery.
  {
    hoursAgo: days(7),
    filing: sms(13, words.kit),
    steps: [
      assess(days(6), 'AID-KIT'),
      assign(days(6) - 1),
      { hoursAgo: days(2), as: 'partner', step: 'wait', body: { for: 'third-party', reason: notes.third } },
    ],
  },
  // Offered to the partner, who may accept or refuse.
  {
    hoursAgo: days(2),
    filing: sms(14, words.list),
    steps: [
      assess(30, 'AID-CIBL'),
      { hoursAgo: 26, as: 'focal-point', step: 'refer', body: { to: practiceHome.organisation } },
    ],
  },
  // Offered elsewhere, and refused.
  {
    hoursAgo: days(4),
    filing: heard('call', words.rations, { place: elsewhere }),
    by: 'focal-point',
    steps: [
      assess(days(3), 'AID-RET', { place: elsewhere }),
      { hoursAgo: days(3) - 1, as: 'focal-point', step: 'refer', body: { to: other } },
      { hoursAgo: days(1), as: 'deputy', step: 'refuse', body: { reason: notes.refusal } },
    ],
  },
  // Long late: it escalated.
  {
    hoursAgo: days(33),
    filing: sms(15, words.late),
    steps: [assess(days(32), 'SAN-QUAL'), assign(days(32) - 1)],
  },
  // Answered, and the person has it.
  {
    hoursAgo: days(9),
    filing: sms(16, words.answered, { kind: 'question' }),
    steps: [
      assess(days(8), 'SAN-FERME', { kind: 'question' }),
      {
        hoursAgo: days(6),
        as: 'focal-point',
        step: 'answer',
        body: { outcome: 'information', answer: notes.answered },
      },
    ],
  },
  // Answered, called on three days, nobody there: on the visit list.
  {
    hoursAgo: days(12),
    filing: sms(17, words.unreachable, { consent: 'call-woman', channel: 'ussd' }),
    steps: [
      assess(days(11), 'AID-KIT'),
      assign(days(11) - 1),
      { hoursAgo: days(6), as: 'partner', step: 'answer', body: { outcome: 'resolved', answer: notes.unreachable } },
      ...[5, 4, 3].map(
        (day) =>
          ({ hoursAgo: days(day), as: 'focal-point', step: 'told', body: { how: 'call', reached: false } }) as const,
      ),
    ],
  },
  // Answered, and opened again.
  {
    hoursAgo: days(13),
    filing: sms(18, words.reopened),
    steps: [
      assess(days(12), 'AID-ENV'),
      {
        hoursAgo: days(8),
        as: 'focal-point',
        step: 'answer',
        body: { outcome: 'resolved', answer: notes.reopenedAnswer },
      },
      { hoursAgo: days(1), as: 'focal-point', step: 'reopen', body: { reason: notes.reopened } },
    ],
  },
]
