import { entry } from '../../../core/case/history.ts'
import { steps } from '../../../core/case/status.ts'
import type { CaseView, HistoryLine, StepForm } from '../../../web/console/case/view.ts'

const at = '2027-06-07T09:00:00.000Z'
const staff = { role: 'focal-point', person: 'focal-1' } as const
const line = (one: HistoryLine['entry'], more: Partial<HistoryLine> = {}): HistoryLine => ({
  ...{ entry: one, names: {}, who: 'Aïssata Traoré', words: null },
  ...more,
})
const option = (value: string) => ({ value, label: `${value}, nommé` })

/** A case with every step offered and every part filled in. */
export const caseView = (over: Partial<CaseView> = {}): CaseView => ({
  ...{
    base: '/console',
    csrf: 'token',
    requestId: 'page-1',
    reference: '4829137996',
    grouped: '4829\u00a01379\u00a096',
  },
  list: { back: '/console/inbox#d-4829137996', next: '/console/inbox/suivant?du=4829137996', fields: {} },
  ...{ now: '2027-06-22T09:00:00.000Z', utcOffsetMinutes: 0, version: 7, status: 'assessed', lane: 'N', level: 'N1' },
  ...{ kind: 'complaint', channel: 'sms', language: 'fr', languageName: 'français', intakePoint: null, onBehalf: null },
  ...{
    person: 'woman',
    disability: 'yes',
    danger: null,
    escalationLevel: 0,
    nextAction: 'answer',
    erased: [],
    readyAnswer: null,
  },
  category: { code: 'SAN-FRAIS', label: 'Frais demandés' },
  place: { value: 'cod-2021 ML0701', name: 'Ansongo (cercle, Gao)' },
  owner: { code: 'organisation:ong-sante-gao', name: 'ONG Santé Gao' },
  ...{ text: 'On demande 500 F', readerAsked: null, meaning: null },
  suggested: {
    category: { code: 'SAN-FRAIS', label: 'Frais demandés' },
    ...{ sensitive: false, level: null, unread: false, language: { code: 'fr', name: 'français' } },
    why: [{ what: 'category', name: 'Frais demandés', words: ['500', 'F'] }],
  },
  ...{ receivedAt: at, promisedAt: '2027-06-21T14:00:00.000Z', told: null, satisfaction: null },
  clocks: [{ name: 'answer', sinceAt: at, dueAt: '2027-06-21T14:00:00.000Z' }],
  ...{ waiting: null, pauseUsed: false, evaluated: false, handOver: null, mergedInto: null, followers: [], named: [] },
  ...{ replyTo: [], replies: [] },
  contact: { consent: 'sms', masked: '••••••••', optedOut: false, callMe: false, takesSms: true, mayCall: true },
  history: [
    line(entry('read', at, staff, {}, 'request-1')),
    line(entry('noted', at, staff, {}), { words: 'Appelé le CSCom' }),
  ],
  notices: [
    {
      template: 'acknowledgement',
      to: 'complainant',
      state: 'waiting',
      at,
      segments: 1,
      resent: false,
      unconfirmed: false,
    },
  ],
  ...{ steps, second: null, referredTo: null, dismissed: false },
  choices: {
    ...{ level: 'N1', categories: [{ label: 'N', options: [option('SAN-FRAIS')] }] },
    places: {
      recognised: [option('cod-2021 ML0701')],
      groups: [{ label: 'Gao', options: [option('cod-2021 ML0702')] }],
    },
    ...{ organisations: [option('ong')], bodies: [option('organe')], named: [option('organisation:ong')] },
    readers: { languages: [option('taq'), option('ar')], guess: 'ar' },
    promises: { N0: at, N1: at, N2: at, S1: null, S2: null },
    extension: { from: '2027-06-23', until: '2027-08-05', proposed: '2027-06-29' },
    ...{
      waitUntil: at,
      actedOn: { from: '2027-06-07', until: '2027-06-08' },
      pauseDays: 14,
      tried: { days: 1, of: 3 },
      reopenedPromiseAt: at,
    },
  },
  live: { script: '/console/sms.js', steps: {} },
  trail: {
    holders: [
      { owner: { code: 'focal-point', name: null }, offered: false, ms: 7_200_000, current: false },
      {
        owner: { code: 'organisation:ong-sante-gao', name: 'ONG Santé Gao' },
        offered: true,
        ms: 8.64e8,
        current: true,
      },
    ],
    refusal: { organisation: 'Cluster nutrition', at, returned: false, reason: 'pas notre zone' },
    ...{ reads: null, pause: { usedMs: 2e8, days: 14 }, alikeDays: 14, repeated: 2 },
    alike: [
      {
        ...{ reference: '1000000090', grouped: '1000\u00a00000\u00a090', receivedAt: at },
        ...{ status: 'assessed', sameWords: true, leads: true },
      },
    ],
  },
  ...over,
})

export const formOf = (over: Partial<StepForm> = {}): StepForm => ({
  ...{ step: 'note', requestId: 'sent-1', values: { text: ['vu'] }, flaws: {}, trouble: null, preview: null },
  ...over,
})
