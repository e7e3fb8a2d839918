import { expect, test } from 'vitest'
import { lived, compared } from '../../support/functions/live-through.ts'
import { answer, arrives, assess, calls, extend, type Life, looksItUp, says, sms, step, told, withdraws } from '../../support/functions/lives.ts' // prettier-ignore
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/*
 * K05 on what lies beside the thirty cases, counted by hand. All begin on Monday 7 June, nine o'clock: the promised day is 21 June, 14:00; whoever
 * has no answer goes up then, on 28 June, 5 and 12 July, each of them a date; an extension promises 30 June, and from there 7 and 14 July.
 */
const at9 = '06-07T09'
/** Told on 16 June: on 16 July the window is over. */
const inTime = ['told', 'closed', 'loop'] as const
const lives: Record<string, Life> = {
  // Counted as told on the 19th, but its report says that it came on the 23rd: the 21st is broken.
  'an answer in time that arrived two days late': {
    door: sms,
    phone: 'silent',
    does: [[at9, assess()], ['06-18T10', answer()], ['06-23T10', arrives]], // prettier-ignore
    adds: { promises: [1, 0], days: 11, is: ['told'] },
  },
  'an answer in time without a report, and a verdict after the day: they had it before': {
    door: sms,
    phone: 'silent',
    does: [[at9, assess()], ['06-15T10', answer()], ['06-23T10', says('1')]], // prettier-ignore
    adds: { promises: [1, 1], days: 8, is: inTime, verdict: 1 },
  },
  'an answer in time without a report, looked up after the day': {
    door: sms,
    phone: 'silent',
    does: [[at9, assess()], ['06-15T10', answer()], ['06-23T10', looksItUp]], // prettier-ignore
    adds: { promises: [1, 0], days: 8, is: inTime },
  },
  // The delay never came; the 21st is broken, the 30th kept by the call of the 29th.
  'a delay that failed, the answer told by call': {
    door: sms,
    phone: 'off',
    does: [[at9, assess()], ['06-18T10', extend], ['06-28T10', answer()], ['06-29T10', calls('told')]], // prettier-ignore
    adds: { promises: [2, 1], days: 21, is: ['told'] },
  },
  // Both dates, by the answer of the 17th: it came before either.
  'a delay that failed, and an answer before the first day after all': {
    door: sms,
    phone: 'off',
    does: [[at9, assess()], ['06-16T10', extend], ['06-17T10', answer()], ['06-18T10', calls('told')]], // prettier-ignore
    adds: { promises: [2, 2], days: 10, is: ['told'] },
  },
  'a delay that nobody called about before the day': {
    door: told('call', 'call-woman'),
    does: [[at9, assess()], ['06-16T10', extend], ['06-23T10', calls('told')], ['06-28T10', answer()], ['06-29T10', calls('told')]], // prettier-ignore
    adds: { promises: [2, 1], days: 21, is: ['told'] },
  },
  'a call about the delay that reached nobody': {
    door: told('call', 'call-woman'),
    does: [[at9, assess()], ['06-16T10', extend], ['06-17T10', calls('nobody')], ['06-28T10', answer()], ['06-29T10', calls('told')]], // prettier-ignore
    adds: { promises: [2, 1], days: 21, is: ['told'] },
  },
  // No answer to the 21st: it is broken; up on that day, the 28th is kept.
  'a rung, then an answer by the date it gave': {
    door: sms,
    does: [[at9, assess()], ['06-28T09', answer()]], // prettier-ignore
    adds: { promises: [2, 1], days: 21, is: ['late', 'escalated', 'after', 'told'] },
  },
  // The run again from 25 June: half the time is 2 July, 14:00, which passes; 5 July is before the date of its rung.
  'not solved, and the second run over the end of the month': {
    door: sms,
    does: [[at9, assess()], ['06-18T10', answer()], ['06-25T10', says('3')], ['07-05T10', answer()]], // prettier-ignore
    adds: { promises: [3, 2], days: 11, is: ['reopened', 'escalated', 'after', 'told'] },
  },
  // Taken back before its day, it is no promise: its erasure of the day after makes none of it.
  'withdrawn on the morning of the promised day': {
    door: sms,
    does: [[at9, assess()], ['06-21T09', withdraws]], // prettier-ignore
    adds: { is: ['closed'] },
  },
  // The 21st passed; the 28th is taken back.
  'withdrawn after the promised day': {
    door: sms,
    does: [[at9, assess()], ['06-23T09', withdraws]], // prettier-ignore
    adds: { promises: [1, 0], is: ['closed', 'late', 'escalated'] },
  },
  'dismissed by mistake, restored, answered in time': {
    door: sms,
    does: [[at9, assess()], ['06-08T10', step('dismiss', { reason: 'robot' })], ['06-15T10', step('reopen', { reason: 'une personne' })], ['06-15T11', assess()], ['06-16T10', answer()]], // prettier-ignore
    adds: { promises: [1, 1], days: 9, is: inTime },
  },
  // What was promised stays promised while nobody looks: the 21st, 28th, 5 and 12 July.
  'dismissed by mistake, restored, and never answered': {
    door: sms,
    does: [[at9, assess()], ['06-08T10', step('dismiss', { reason: 'robot' })], ['06-15T10', step('reopen', { reason: 'une personne' })], ['06-15T11', assess()]], // prettier-ignore
    adds: { promises: [4, 0], is: ['late', 'escalated'] },
  },
  'in the box, more time given and answered in time: to look up': {
    door: told('box', 'none'),
    does: [[at9, assess()], ['06-16T10', extend], ['06-25T10', answer()]], // prettier-ignore
    adds: { available: [2, 2], days: 18, is: [] },
  },
  // Reachable while the delay came, not when the answer did.
  'a delay that came, then STOP, then the answer': {
    door: sms,
    does: [[at9, assess()], ['06-16T10', extend], ['06-17T10', says('STOP')], ['06-28T10', answer()]], // prettier-ignore
    adds: { promises: [1, 1], available: [1, 1], days: 21, is: [] },
  },
}

test('each promise is kept by what the person had by its day, and by nothing else', async () => {
  const jaabi = await newJaabi()
  const references = await lived(lives, jaabi)
  const both = await Promise.all(
    Object.entries(lives).map(([name, { adds }]) => compared(name, adds, references.get(name) ?? '', jaabi)),
  )
  expect(both.map(([facts]) => facts)).toEqual(both.map(([, wanted]) => wanted))
})
