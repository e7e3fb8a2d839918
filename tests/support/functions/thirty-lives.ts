import {
  answer,
  assess,
  calls,
  evaluation,
  extend,
  keypad,
  type Life,
  looksItUp,
  says,
  sms,
  step,
  told,
} from './lives.ts'

/*
 * Thirty cases, lived through the functions from Monday 7 June 2027, nine o'clock, to Friday 16 July, and what each adds to the figures, counted
 * by hand. Ten working days from the Monday is 21 June, 14:00; from there a case nobody answers goes up on 28 June and 5 July, and stays at the
 * top on 12 July: four dates by the end, each of them a promise.
 */

const at9 = '06-07T09'
const inTime = ['told', 'closed', 'loop'] as const

export const lives: Record<string, Life> = {
  'by SMS, answered in three days, solved': {
    door: sms,
    does: [[at9, assess()], ['06-10T10', answer()], ['06-11T10', says('1')]], // prettier-ignore
    adds: { promises: [1, 1], days: 3, is: inTime, verdict: 1 },
  },
  'handed over, accepted, answered, solved in part': {
    door: sms,
    does: [[at9, assess()], ['06-07T11', step('refer', { to: 'ong-sante-gao' })], ['06-08T10', step('accept', {})], ['06-10T10', answer()], ['06-11T10', says('2')]], // prettier-ignore
    adds: { promises: [1, 1], days: 3, is: inTime, verdict: 2 },
  },
  // Not solved on 11 June: half the time, 18 June, is a second promise, and it is kept on the 16th.
  'not solved, reopened, answered again, solved': {
    door: sms,
    does: [[at9, assess()], ['06-10T10', answer()], ['06-11T10', says('3')], ['06-16T10', answer()], ['06-16T12', says('1')]], // prettier-ignore
    adds: { promises: [2, 2], days: 3, is: [...inTime, 'reopened'], verdict: 1 },
  },
  'assessed and never answered, each SMS of it arrived': {
    door: sms,
    does: [[at9, assess()]],
    adds: { promises: [4, 0], is: ['late', 'escalated'] },
  },
  // No place: it goes up to the national level at once, and waits two weeks at the top. Four dates again.
  'never opened by anybody': {
    door: sms,
    does: [],
    adds: { promises: [4, 0], is: ['read-late', 'late', 'escalated'] },
  },
  // To be read by 9 June, 14:00.
  'read a day late, answered in time': {
    door: sms,
    does: [['06-10T15', assess()], ['06-11T10', answer()]], // prettier-ignore
    adds: { promises: [1, 1], days: 4, is: ['read-late', ...inTime] },
  },
  // Counted as told a day later; nobody knows that it arrived, so the promise is not kept.
  'answered in time, and the operator never says whether it arrived': {
    door: sms,
    phone: 'silent',
    does: [[at9, assess()], ['06-10T10', answer()]], // prettier-ignore
    adds: { promises: [1, 0], days: 3, is: inTime },
  },
  'answered in time, to a phone that is off for good': {
    door: sms,
    phone: 'off',
    does: [[at9, assess()], ['06-10T10', answer()]], // prettier-ignore
    adds: { promises: [1, 0], days: 3 },
  },
  'the same, and called before the promised day': {
    door: sms,
    phone: 'off',
    does: [[at9, assess()], ['06-10T10', answer()], ['06-18T10', calls('told')]], // prettier-ignore
    adds: { promises: [1, 1], days: 3, is: ['told'] },
  },
  // 21 June broken, 28 June kept.
  'through a partner, answered three days late': {
    door: told('partner', 'sms'),
    does: [[at9, assess()], ['06-24T10', answer()]], // prettier-ignore
    adds: { promises: [2, 1], days: 17, is: ['late', 'told', 'escalated', 'after'] },
  },
  // The clock ran out at 14:00 and the case went up; but people are promised a day.
  'answered at four in the afternoon of the promised day': {
    door: sms,
    does: [[at9, assess()], ['06-21T16', answer()]], // prettier-ignore
    adds: { promises: [2, 2], days: 14, is: ['late', 'told', 'escalated', 'after'] },
  },
  'on the web, more time announced, then answered': {
    door: told('web', 'sms'),
    does: [[at9, assess()], ['06-18T10', extend], ['06-25T10', answer()]], // prettier-ignore
    adds: { promises: [2, 2], days: 18, is: ['told'] },
  },
  // 21 June without news, then 30 June, 7 and 14 July.
  'more time announced by an SMS nobody knows to have arrived, never answered': {
    door: sms,
    phone: 'silent',
    does: [[at9, assess()], ['06-18T10', extend]], // prettier-ignore
    adds: { promises: [4, 0], is: ['late', 'escalated'] },
  },
  'the same, and the person looks it up in time': {
    door: sms,
    phone: 'silent',
    does: [[at9, assess()], ['06-18T10', extend], ['06-19T10', looksItUp]], // prettier-ignore
    adds: { promises: [4, 1], is: ['late', 'escalated'] },
  },
  'in the box, without a name, answered': {
    door: told('box', 'none'),
    does: [[at9, assess()], ['06-15T10', answer()]], // prettier-ignore
    adds: { available: [1, 1], days: 8, is: ['closed'] },
  },
  'in the box, never answered': {
    door: told('box', 'none'),
    does: [[at9, assess()]],
    adds: { available: [4, 0], is: ['late', 'escalated'] },
  },
  'face to face, no contact wanted, answered late': {
    door: told('face', 'none'),
    does: [[at9, assess()], ['06-24T10', answer()]], // prettier-ignore
    adds: { available: [2, 1], days: 17, is: ['late', 'escalated', 'after'] },
  },
  'who wants a call, and is neither called nor answered': {
    door: told('call', 'call-woman'),
    does: [[at9, assess()]],
    adds: { promises: [4, 0], is: ['late', 'escalated'] },
  },
  // 21 June kept by the call of the 17th, 30 June by that of the 29th.
  'who wants a call, is called with the delay and with the answer': {
    door: told('call', 'call-woman'),
    does: [[at9, assess()], ['06-16T10', extend], ['06-17T10', calls('told')], ['06-28T10', answer()], ['06-29T10', calls('told')]], // prettier-ignore
    adds: { promises: [2, 2], days: 21, is: ['told'] },
  },
  'who wants a call, and does not answer on three days': {
    door: told('call', 'call-woman'),
    does: [[at9, assess()], ['06-15T10', answer()], ['06-15T11', calls('nobody')], ['06-16T11', calls('nobody')], ['06-17T11', calls('nobody')]], // prettier-ignore
    adds: { promises: [1, 0], days: 8 },
  },
  // Whoever wants no SMS any more can look it up.
  'STOP, then answered': {
    door: sms,
    does: [[at9, assess()], ['06-08T10', says('STOP')], ['06-15T10', answer()]], // prettier-ignore
    adds: { available: [1, 1], days: 8, is: ['closed'] },
  },
  'only thanks': {
    door: ({ phones, phone }) => phones.says(phone, 'Merci beaucoup'),
    does: [[at9, assess('N0', { kind: 'thanks' })]],
    adds: { is: ['closed'] },
  },
  'dismissed as a robot’s': { door: sms, does: [[at9, step('dismiss', { reason: 'robot' })]], adds: null },
  'what may be S, unread': {
    door: ({ phones, phone }) => phones.says(phone, 'un agent a violé une fille du camp'),
    does: [],
    adds: null,
  },
  'found to be S1': { door: sms, does: [[at9, assess('S1')]], adds: null },
  'S2 chosen on the keypad': { door: keypad('4', '1', '1', '1', '1', '1', '1'), does: [], adds: null },
  // Nobody acts: up on 8, 9 and 10 June, before the day promised. 14, 21 and 28 June, 5 and 12 July pass.
  'a danger to life nobody acts on': {
    door: sms,
    does: [[at9, assess('N2')]],
    adds: { promises: [5, 0], is: ['late', 'escalated'] },
  },
  'a danger to life, acted on and answered': {
    door: sms,
    does: [[at9, assess('N2')], ['06-07T15', step('act', { done: 'pompe partie' })], ['06-11T10', answer(evaluation)]], // prettier-ignore
    adds: { promises: [1, 1], days: 4, is: inTime },
  },
  // It comes back on 11 June and goes up twice before 21 June, which stands.
  'a hand-over nobody takes, answered by the promised day': {
    door: sms,
    does: [[at9, assess()], ['06-07T11', step('refer', { to: 'ong-sante-gao' })], ['06-18T16', answer()]], // prettier-ignore
    adds: { promises: [1, 1], days: 11, is: ['told', 'escalated', 'after'] },
  },
  // A question is promised by 10 June, and would go up two working days later, at 14:00.
  'a question on the keypad, answered two working days late': {
    door: keypad('2', 'words', '1', '1', '1'),
    does: [[at9, assess('N0', { kind: 'question' })], ['06-14T10', answer()]], // prettier-ignore
    adds: { promises: [1, 0], days: 7, is: ['late', ...inTime] },
  },
}
