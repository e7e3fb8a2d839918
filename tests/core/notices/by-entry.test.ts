import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complainant, system } from '../../../core/case/actor.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { entry, type Entry } from '../../../core/case/history.ts'
import { isOvertaken, noticesFor } from '../../../core/notices/plans.ts'
import {
  after,
  answered,
  assessed,
  assigned,
  focalPoint,
  gao,
  later,
  monday,
  on,
  opened,
  reopened,
  rulebook,
  told,
} from '../../support/case-builder.ts'
import { manyMoves, moved } from '../../support/any-life.ts'

const rules = { ...rulebook, settings: { ...rulebook.settings, ussdCode: null } }
const tuesday = on('2027-06-08')
const recipients = (recipient: { to: string; topic?: string; id?: string }) =>
  recipient.topic ?? recipient.id ?? recipient.to

/** What the last line of a case calls for: `who: template`. */
function says(caseFile: CaseFile, from = caseFile.version - 1): string[] {
  return noticesFor(caseFile, from, rules).map(({ recipient, template }) => `${recipients(recipient)}: ${template}`)
}
const toPhone = (caseFile: CaseFile, from = 0): string[] =>
  says(caseFile, from).filter((line) => line.startsWith('complainant'))
const inHand = assigned(assessed(opened({ place: gao }), 'N1'))
const escalatedToGao = entry('escalated', monday, system, { from: 0, to: 1, region: 'gao', nextAt: tuesday })
const done = answered(inHand)

describe('the first word back', () => {
  test.each<[string, Parameters<typeof opened>[0], string[]]>([
    ['a complaint: the reference and a date', {}, ['complainant: acknowledgement']],
    [
      'words that may mean a danger to life: where to go now',
      { suggested: { place: null, category: null, sensitive: false, level: 'N2' } },
      ['complainant: acknowledgementDanger'],
    ],
    ['thanks: a word of thanks', { kind: 'thanks' }, ['complainant: acknowledgementThanks']],
    [
      'words that may mean S: only that they arrived, and who reads them hears',
      { lane: 'P' },
      ['complainant: acknowledgementShort', 'national: attention'],
    ],
    ['integrity, chosen at the door', { lane: 'S1' }, ['complainant: acknowledgementShort', 'integrity: attention']],
    ['protection: nothing to the phone', { lane: 'S2' }, ['protection: attention']],
    ['RAPPEL by SMS: who may call', { callMe: true, consent: 'call' }, ['complainant: callWho']],
    ['“call me” on USSD: a call, never an SMS', { callMe: true, consent: 'call', channel: 'ussd' }, []],
    ['no consent: nothing', { consent: 'none' }, []],
    ['consent to calls only: nothing by SMS', { consent: 'call-woman', channel: 'web' }, []],
    ['no phone: nothing', { phone: false, channel: 'box' }, []],
    ['still inside a USSD session: not yet', { inSession: true, channel: 'ussd' }, []],
    ['a robot that writes too often: nothing', { flags: ['too-often'] }, []],
  ])('%s', (_, change, expected) => {
    expect(says(opened(change))).toEqual(expected)
  })

  test('agreeing on USSD brings the short receipt, and none where a call or protection was asked for', () => {
    const agreed = (change: Parameters<typeof opened>[0]) =>
      says(
        after(
          opened({ channel: 'ussd', inSession: true, consent: 'none', ...change }),
          entry('consent-given', monday, complainant, { consent: 'sms' }),
        ),
      )

    expect(agreed({})).toEqual(['complainant: acknowledgementShort'])
    expect(agreed({ callMe: true })).toEqual([])
    expect(agreed({ lane: 'S2' })).toEqual([])
  })

  test('its date is the one promised', () => {
    expect(noticesFor(opened(), 0, rules)[0]?.values).toEqual({ date: on('2027-06-21', '14:00') })
  })
})

describe('who hears of what', () => {
  const handedOver = { organisation: 'ong-sante-gao' }
  test.each<[string, CaseFile, Entry, string[]]>([
    [
      'assigned',
      assessed(opened(), 'N1'),
      entry('assigned', tuesday, focalPoint, { ...handedOver, handOver: false }),
      ['ong-sante-gao: reminder'],
    ],
    [
      'handed to another organisation: the person too, with the date promised',
      assessed(opened(), 'N1'),
      entry('assigned', tuesday, focalPoint, { ...handedOver, handOver: true }),
      ['ong-sante-gao: reminder', 'complainant: transferred'],
    ],
    [
      'a hand-over sent again',
      inHand,
      entry('hand-over-resent', tuesday, system, handedOver),
      ['ong-sante-gao: reminder'],
    ],
    ['a hand-over returned', inHand, entry('hand-over-returned', tuesday, system, handedOver), ['national: attention']],
    [
      'a hand-over that a region made, refused',
      assigned(after(assessed(opened({ place: gao }), 'N1'), escalatedToGao), monday, true),
      entry('refused', tuesday, focalPoint, handedOver),
      ['regional-gao: attention'],
    ],
    ['a hand-over refused', inHand, entry('refused', tuesday, focalPoint, handedOver), ['national: attention']],
    [
      'a reminder to an organisation',
      inHand,
      entry('reminded', tuesday, system, { clock: 'answer', step: 1, to: 'organisation:ong-sante-gao' }),
      ['ong-sante-gao: reminder'],
    ],
    [
      'a reminder to a region',
      inHand,
      entry('reminded', tuesday, system, { clock: 'answer', step: 1, to: 'region:gao' }),
      ['regional-gao: attention'],
    ],
    [
      'a reminder to the focal point',
      inHand,
      entry('reminded', tuesday, system, { clock: 'answer', step: 1, to: 'focal-point' }),
      ['national: attention'],
    ],
    [
      'an escalation to the region',
      inHand,
      entry('escalated', tuesday, system, { from: 0, to: 1, region: 'gao', nextAt: tuesday }),
      ['regional-gao: escalated', 'complainant: escalated'],
    ],
    [
      'an escalation to national',
      inHand,
      entry('escalated', tuesday, system, { from: 1, to: 2, region: 'gao', nextAt: tuesday }),
      ['national: escalated', 'complainant: escalated'],
    ],
    [
      'an escalation to the top',
      inHand,
      entry('escalated', tuesday, system, { from: 2, to: 3, region: 'gao', nextAt: tuesday }),
      ['coordination: escalated', 'complainant: escalated'],
    ],
    [
      'still at the top',
      inHand,
      entry('nagged', tuesday, system, { level: 3, nextAt: tuesday }),
      ['coordination: attention', 'complainant: late'],
    ],
    [
      'possible S unread',
      opened({ lane: 'P' }),
      entry('protection-alerted', tuesday, system, {}),
      ['protection: attention', 'protection: reminder'],
    ],
    [
      'a promise moved',
      inHand,
      entry('promise-moved', tuesday, system, { from: null, to: tuesday, reason: 'sent-back' }),
      ['complainant: delay'],
    ],
    [
      'a feast declared late',
      inHand,
      entry('promise-moved', tuesday, system, { from: null, to: tuesday, reason: 'closed-days' }),
      ['complainant: closedDays'],
    ],
    [
      'what escalated before its day',
      inHand,
      entry('escalated', tuesday, system, { from: 0, to: 1, region: 'gao', nextAt: tuesday, early: 'hand-over' }),
      ['regional-gao: escalated', 'complainant: raised'],
    ],
    ['an extension', inHand, entry('extended', tuesday, focalPoint, { to: tuesday }), ['complainant: delay']],
    ['a question', inHand, entry('asked', tuesday, focalPoint, {}), ['complainant: question']],
    ['an answer', inHand, entry('answered', tuesday, focalPoint, { outcome: 'partly' }), ['complainant: answer']],
    [
      'an answer that says no',
      inHand,
      entry('answered', tuesday, focalPoint, { outcome: 'out-of-scope' }),
      ['complainant: refused'],
    ],
    ['nobody reached', done, entry('unreachable', tuesday, system, {}), ['national: attention']],
    [
      'a week without verdict',
      told(done),
      entry('satisfaction-asked', tuesday, system, {}),
      ['complainant: satisfactionReminder'],
    ],
    [
      '“1 = oui”',
      told(done),
      entry('satisfied', tuesday, complainant, { score: 1 }),
      ['complainant: thanksForVerdict'],
    ],
    ['“3 = non”', told(done), entry('satisfied', tuesday, complainant, { score: 3 }), []],
    ['the window over', told(done), entry('closed', tuesday, system, { how: 'window-over' }), ['complainant: closed']],
    [
      'closed in disagreement',
      told(done),
      entry('closed', tuesday, complainant, { how: 'disagreed' }),
      ['complainant: closedDisagreed'],
    ],
    ['dismissed', inHand, entry('closed', tuesday, focalPoint, { how: 'dismissed' }), []],
    ['read', opened(), entry('read', tuesday, focalPoint, {}), []],
    ['a lapse by itself', inHand, entry('lapsed', tuesday, system, { clock: 'answer', dueAt: tuesday }), []],
    [
      'decided S1',
      opened(),
      entry('assessed', tuesday, focalPoint, { level: 'S1', promisedAt: null }),
      ['integrity: attention'],
    ],
    [
      'decided S2',
      opened(),
      entry('assessed', tuesday, focalPoint, { level: 'S2', promisedAt: null }),
      ['protection: attention'],
    ],
  ])('%s', (_, caseFile, line, expected) => {
    expect(says(after(caseFile, line))).toEqual(expected)
  })

  test('reopened: the level it climbed to, and the person the new date', () => {
    const again = reopened(told(done), tuesday, 1)

    expect(says(again)).toEqual(['regional-gao: attention', 'complainant: reopened'])
    expect(noticesFor(again, again.version - 1, rules)[1]?.values).toEqual({ date: again.promisedAt })
  })

  test('one receipt an hour for words that join, however many', () => {
    const write = (at: string) => entry('message-added', at, complainant, { channel: 'sms' })
    const three = after(
      inHand,
      write(on('2027-06-08', '09:01')),
      write(on('2027-06-08', '09:59')),
      write(on('2027-06-08', '10:00')),
    )
    const keys = noticesFor(three, inHand.version, rules).map(({ key }) => key)

    expect(new Set(keys).size).toBe(2)
    expect(says(after(inHand, entry('message-added', tuesday, complainant, { channel: 'sms', thanks: true })))).toEqual(
      [],
    )
  })
})

describe('nothing goes to a phone', () => {
  test.each<[string, Parameters<typeof opened>[0]]>([
    ['in a protection case', { lane: 'S2' }],
    ['without consent', { consent: 'none' }],
    ['where only calls were agreed to', { consent: 'call-man', channel: 'web' }],
  ])('%s, whatever happens to it', (_, change) => {
    const life = fc.array(fc.record({ move: fc.nat(manyMoves - 1), hours: fc.nat(500), choice: fc.nat(60) }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(life, (steps) => {
        let caseFile = opened(change)
        for (const { move, hours, choice } of steps) {
          const next = moved(caseFile, move, later(caseFile.lastAt, hours), choice)
          // Lowering to N is a person's decision, and a person who agrees to SMS agrees.
          if (next.lane !== caseFile.lane || next.consent !== caseFile.consent) return
          caseFile = next
        }
        expect(toPhone(caseFile)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('after STOP', () => {
    const stopped = after(inHand, entry('opted-out', tuesday, complainant, {}))

    expect(toPhone(answered(stopped), stopped.version)).toEqual([])
  })

  test('once it was decided S', () => {
    const grave = assessed(inHand, 'S1')
    const referred = after(grave, entry('referred', tuesday, focalPoint, { body: 'integrity-body' }))

    expect(toPhone(referred, inHand.version)).toEqual([])
  })
})

describe('a notice', () => {
  const again = answered(reopened(told(done), later(done.lastAt, 30), 1))

  test('has the same key each time it is planned, another for another answer', () => {
    const keys = (caseFile: CaseFile) => noticesFor(caseFile, 0, rules).map(({ key }) => key)

    expect(keys(again)).toEqual(keys(again))
    expect(keys(again).slice(0, keys(done).length)).toEqual(keys(done))
    expect(new Set(keys(again)).size).toBe(keys(again).length)
    expect(keys(again).filter((key) => key.includes('#answer#'))).toHaveLength(2)
  })

  test('planned from a later line is the same as planned from the first', () => {
    const all = noticesFor(again, 0, rules)

    for (let from = 0; from < again.version; from++)
      expect(noticesFor(again, from, rules)).toEqual(all.filter(({ index }) => (index ?? 0) >= from))
  })

  test('holds dates and codes, never a word', () => {
    const values = noticesFor(again, 0, rules).flatMap((plan) => Object.values(plan.values))

    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect(value).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  })

  test('waits for the morning, unless it answers a message, goes to people on duty, or life is in danger', () => {
    const hurry = (caseFile: CaseFile) => noticesFor(caseFile, caseFile.version - 1, rules).map(({ atOnce }) => atOnce)

    expect(hurry(opened())).toEqual([true])
    expect(hurry(done)).toEqual([false])
    expect(hurry(answered(assessed(opened(), 'N2')))).toEqual([true])
    expect(hurry(after(inHand, entry('unreachable', tuesday, system, {})))).toEqual([true])
  })
})

describe('news once a day', () => {
  const offered = (at: string) => entry('assigned', at, focalPoint, { organisation: 'ong-sante-gao', handOver: true })
  const up = (at: string) => entry('escalated', at, system, { from: 0, to: 1, region: 'gao', nextAt: tuesday })
  const [ten, noon, two] = [on('2027-06-08', '10:00'), on('2027-06-08', '12:00'), on('2027-06-08', '14:00')]
  const days = (caseFile: CaseFile) =>
    noticesFor(caseFile, 3, rules).flatMap(({ recipient, template, notBefore }) =>
      recipient.to === 'complainant' ? [`${template} ${notBefore.slice(5, 16)}`] : [],
    )

  test('the second of a day waits for the morning; a third takes its place', () => {
    const twice = after(inHand, offered(ten), up(noon))
    const thrice = after(twice, offered(two))
    expect(days(twice)).toEqual(['transferred 06-08T10:00', 'escalated 06-09T07:00'])
    expect(days(thrice)).toEqual(['transferred 06-08T10:00', 'escalated 06-09T07:00', 'transferred 06-09T07:00'])
    const plans = noticesFor(thrice, 3, rules).filter(({ recipient }) => recipient.to === 'complainant')
    expect(plans.map((plan) => isOvertaken(plan, thrice, rules))).toEqual([true, true, false])
  })

  test('what waits for the morning anyway holds its day; an answer waits for nothing', () => {
    const atNight = after(inHand, up(on('2027-06-08', '22:00')), offered(on('2027-06-09', '09:00')))
    expect(days(atNight)).toEqual(['escalated 06-08T22:00', 'transferred 06-10T07:00'])
    const answeredToo = after(inHand, up(ten), entry('answered', noon, focalPoint, { outcome: 'resolved' }))
    expect(days(answeredToo)).toEqual(['escalated 06-08T10:00', 'answer 06-08T12:00'])
  })
})
