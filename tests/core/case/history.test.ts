import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complainant, roles, system } from '../../../core/case/actor.ts'
import { entry, type EntryOf, readEntry, type What } from '../../../core/case/history.ts'
import { outcomes } from '../../../core/case/codes.ts'
import { lanes, levels } from '../../../core/case/level.ts'
import { channels, consents, kinds } from '../../../core/channel/message.ts'

const one = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const id = fc.stringMatching(/^[a-z-]{1,20}$/)
const at = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const place = fc.record({ system: one('cod-2021', 'cod-2015', 'reform-2023'), code: fc.stringMatching(/^ML\d{2,6}$/) })
const clock = one('read', 'act', 'answer', 'refer', 'tell')
const organisation = fc.record({ organisation: id })
const nothing = fc.constant({})
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)

const suggested = fc.record({
  place: nullable(place),
  category: nullable(id),
  sensitive: fc.boolean(),
  level: optional(one('N2')),
  kind: optional(one(...kinds)),
  unread: optional(fc.boolean()),
})

/** Every kind of entry there is, with any codes it may carry: the type refuses a list that forgets one. */
const codes: { [W in What]: fc.Arbitrary<Omit<EntryOf<W>, 'what' | 'schema' | 'at' | 'by' | 'requestId'>> } = {
  received: fc.record({
    channel: one(...channels),
    kind: one(...kinds),
    language: one('fr', 'bm'),
    receivedAt: at,
    lane: one(...lanes),
    suggested,
    standards: id,
    promisedAt: nullable(at),
    consent: one(...consents),
    phone: fc.boolean(),
    inSession: optional(fc.boolean()),
    source: optional(id),
    onBehalf: optional(id),
    callMe: optional(fc.boolean()),
    place: optional(place),
    flags: optional(fc.array(id)),
    sources: optional(fc.array(id)),
    mayReplyTo: optional(fc.array(id)),
  }),
  'session-ended': fc.record({ cut: fc.boolean() }),
  'consent-given': fc.record({ consent: one(...consents) }),
  'place-given': fc.record({ place }),
  'person-given': fc.record({ person: id }),
  'danger-given': fc.record({ danger: id }),
  'sought-given': fc.record({ sought: one('care', 'report') }),
  'help-offered': fc.record({ how: one('read-out', 'filer', 'pair'), taken: optional(one('yes', 'no')) }),
  'disability-given': fc.record({ disability: one('yes', 'no') }),
  'ageGroup-given': fc.record({ ageGroup: one('0-4', '60-up') }),
  'displacement-given': fc.record({ displacement: one('site', 'host-family') }),
  'facility-given': fc.record({ facility: one('cscom', 'asc-site') }),
  continued: fc.record({ channel: one(...channels), of: fc.nat(), lane: one('N', 'P'), suggested, judge: optional(fc.boolean()), other: optional(fc.boolean()) }), // prettier-ignore
  'message-added': fc.record({
    channel: one(...channels),
    thanks: optional(fc.boolean()),
    score: optional(one(1, 2, 3)),
    judge: optional(fc.boolean()),
    other: optional(fc.boolean()),
  }),
  'kept-together': fc.record({ index: fc.nat() }),
  'split-off': fc.record({ index: fc.nat(), apart: id }),
  judged: fc.record({ score: optional(one(1, 2, 3)) }),
  corrected: fc.record({ lane: one('N', 'P'), suggested }),
  repeated: fc.record({ channel: one(...channels) }),
  read: nothing,
  'reader-asked': fc.record({ language: id, hears: optional(fc.array(id, { maxLength: 3 })) }),
  'meaning-said': fc.record({ language: id }),
  acted: fc.record({ actedAt: at }),
  evaluated: nothing,
  converted: fc.record({ rules: fc.nat() }),
  assessed: fc.record({
    level: one(...levels),
    category: optional(id),
    place: optional(place),
    kind: optional(one(...kinds)),
    named: optional(fc.array(id)),
    person: optional(one('woman', 'boy')),
    disability: optional(one('yes', 'no')),
    promisedAt: nullable(at),
  }),
  'lower-proposed': fc.record({
    level: one(...levels),
    category: optional(id),
    place: optional(place),
    dropped: optional(fc.array(id)),
  }),
  'dismissal-proposed': nothing,
  assigned: fc.record({ organisation: id, person: optional(id), handOver: fc.boolean() }),
  accepted: organisation,
  refused: organisation,
  revoked: organisation,
  'sent-back': fc.record({ from: fc.nat(3), to: fc.nat(3) }),
  'hand-over-resent': organisation,
  'hand-over-returned': organisation,
  reminded: fc.record({ clock, step: fc.nat(), to: id }),
  lapsed: fc.record({ clock, dueAt: at }),
  escalated: fc.record({ from: fc.nat(3), to: fc.nat(3), region: nullable(id), nextAt: at }),
  nagged: fc.record({ level: fc.nat(3), nextAt: at }),
  'protection-alerted': nothing,
  'promise-moved': fc.record({ from: nullable(at), to: at, reason: id }),
  'promise-withdrawn': fc.record({ reason: id }),
  'due-moved': fc.record({ clock, from: at, to: at, calendar: id }),
  extended: fc.record({ to: at }),
  waiting: fc.record({ waitingFor: one('complainant', 'third-party'), until: nullable(at) }),
  resumed: nothing,
  asked: nothing,
  answered: fc.record({ outcome: one(...outcomes), lead: optional(id) }),
  heard: fc.record({ about: fc.nat(), how: fc.constantFrom('sms', 'follow-up', 'call'), gotAt: fc.option(at, { nil: undefined }) }), // prettier-ignore
  'call-tried': fc.record({
    result: optional(one('nobody', 'wrong-number', 'unwanted')),
    over: optional(fc.boolean()),
  }),
  called: fc.record({ how: one('call', 'face', 'relay') }),
  told: fc.record({
    how: one('sms', 'follow-up', 'call', 'face', 'relay', 'open-answer', 'receipt'),
    unconfirmed: optional(fc.boolean()),
  }),
  unreachable: nothing,
  'opted-out': fc.record({ toStaff: optional(fc.boolean()) }),
  'opted-in': nothing,
  'satisfaction-asked': nothing,
  satisfied: fc.record({ score: one(1, 2, 3) }),
  reopened: fc.record({ to: fc.nat(3), promisedAt: nullable(at) }),
  closed: fc.record({
    how: one('window-over', 'disagreed', 'thanks', 'receipt', 'dismissed', 'withdrawn', 'joined'),
    lead: optional(id),
    outcome: optional(id),
  }),
  restored: nothing,
  flooded: fc.record({ group: id, from: one('phone', 'words', 'address') }),
  'flood-lifted': nothing,
  referred: fc.record({ body: id }),
  'receipt-entered': fc.record({ body: id }),
  'receipt-confirmed': nothing,
  merged: fc.record({ lead: id }),
  followed: fc.record({ follower: id }),
  unfollowed: fc.record({ follower: id }),
  unmerged: fc.record({ lead: id }),
  noted: nothing,
  revealed: nothing,
  handled: nothing,
  erased: fc.record({ part: one('contact', 'words', 'all') }),
}
const by = fc.oneof(
  fc.constant(system),
  fc.constant(complainant),
  fc.record({ role: one(...roles), person: nullable(id) }),
)
const kept = (line: unknown): unknown => JSON.parse(JSON.stringify(line))

describe('one line of the history', () => {
  test.each(Object.keys(codes) as What[])('“%s” is read back as it was written', (what) => {
    const written = fc
      .tuple(at, by, codes[what], optional(id))
      .map(([instant, who, rest, requestId]) => ({ what, schema: 1, at: instant, by: who, requestId, ...rest }))
    fc.assert(
      fc.property(written, (line) => {
        expect(kept(readEntry(kept(line)))).toEqual(kept(line))
      }),
      { numRuns: 30 },
    )
  })

  test('of a kind nobody knows is never folded over', () => {
    expect(() => readEntry({ ...entry('read', '2027-06-07T09:00:00.000Z', system, {}), what: 'blessed' })).toThrow(
      'unknown history entry blessed',
    )
  })

  test.each([
    ['without an instant', { at: undefined }],
    ['with a level that does not exist', { what: 'assessed', level: 'N3', promisedAt: null }],
    ['by a role that does not exist', { by: { role: 'king', person: null } }],
  ])('%s is refused', (_, change) => {
    expect(() => readEntry({ ...entry('read', '2027-06-07T09:00:00.000Z', system, {}), ...change })).toThrow()
  })

  test('carries no field for words, names or numbers: what is put there is dropped', () => {
    const told = { ...entry('noted', '2027-06-07T09:00:00.000Z', system, {}), words: 'Awa', phone: '+223 70 00 00 01' }

    expect(readEntry(told)).toEqual(entry('noted', '2027-06-07T09:00:00.000Z', system, {}))
  })
})
