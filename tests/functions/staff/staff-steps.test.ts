import { describe, expect, test } from 'vitest'
import type { Step } from '../../../core/case/status.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { doorsOf } from '../../support/functions/staff-doors.ts'

const newJaabi = await withJaabi()

const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
const partner = 'ong-sante-gao'
type Taken = readonly [who: string, step: Step, body?: object]

/** How far a case has come before the step in question. */
const assessed: readonly Taken[] = [['focal-point', 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo }]]
const assigned: readonly Taken[] = [...assessed, ['focal-point', 'assign', { organisation: partner }]]
const offered: readonly Taken[] = [...assessed, ['focal-point', 'refer', { to: partner }]]
const waiting: readonly Taken[] = [...assigned, ['partner', 'wait', { for: 'complainant' }]]
const answered: readonly Taken[] = [...assigned, ['partner', 'answer', { outcome: 'resolved', answer: 'Remboursé' }]]
const dismissed: readonly Taken[] = [...assessed, ['focal-point', 'dismiss', { reason: 'un robot' }]]

type Refusal = readonly [after: readonly Taken[], who: string, why: string, body?: object]
interface Way {
  step: Step
  after: readonly Taken[]
  who: string
  body?: object
  /** What the answer shows once it is taken. */
  shows: object
  refused: readonly Refusal[]
}

const reason = 'parce que'
const extension = { to: '2027-07-01T14:00:00.000Z', reason }

/** Each step as whoever takes it, and where it is refused: nothing to do, wrong role, wrong status. */
const ways: readonly Way[] = [
  {
    step: 'accept',
    after: offered,
    who: 'partner',
    shows: { status: 'assigned', organisation: partner, handOver: null },
    refused: [
      [assigned, 'partner', 'no-hand-over'],
      [offered, 'authority', 'role'],
      [answered, 'focal-point', 'status'],
    ],
  },
  {
    step: 'refuse',
    after: offered,
    who: 'deputy',
    body: { reason },
    shows: { status: 'assessed', organisation: null, handOver: null },
    refused: [
      [assigned, 'partner', 'no-hand-over', { reason }],
      [offered, 'authority', 'role', { reason }],
      [answered, 'focal-point', 'status', { reason }],
    ],
  },
  {
    step: 'revoke',
    after: assigned,
    who: 'focal-point',
    shows: { status: 'assessed', organisation: null },
    refused: [
      [assigned, 'partner', 'role'],
      [assessed, 'focal-point', 'status'],
    ],
  },
  {
    step: 'extend',
    after: assigned,
    who: 'partner',
    body: extension,
    shows: { promisedAt: extension.to, dueAt: extension.to },
    refused: [
      [[...assigned, ['partner', 'extend', extension]], 'focal-point', 'extended-already', extension],
      [assigned, 'partner', 'not-later', { ...extension, to: '2027-06-21T14:00:00.000Z' }],
      [assigned, 'partner', 'too-late', { ...extension, to: '2027-08-30T14:00:00.000Z' }],
      [assigned, 'authority', 'role', extension],
      [answered, 'partner', 'status', extension],
    ],
  },
  {
    step: 'wait',
    after: assigned,
    who: 'partner',
    body: { for: 'complainant' },
    shows: { waiting: { waitingFor: 'complainant', until: '2027-06-21T09:00:00.000Z' }, nextAction: 'wait' },
    refused: [
      [waiting, 'partner', 'waits-already', { for: 'third-party', reason }],
      [[...waiting, ['partner', 'resume']], 'partner', 'pause-used', { for: 'complainant' }],
      [assigned, 'partner', 'reason-needed', { for: 'third-party' }],
      [assigned, 'authority', 'role', { for: 'complainant' }],
      [answered, 'partner', 'status', { for: 'complainant' }],
    ],
  },
  {
    step: 'resume',
    after: waiting,
    who: 'partner',
    shows: { waiting: null, nextAction: 'answer' },
    refused: [
      [assigned, 'partner', 'does-not-wait'],
      [waiting, 'authority', 'role'],
      [answered, 'partner', 'status'],
    ],
  },
  {
    step: 'told',
    after: answered,
    who: 'partner',
    body: { how: 'call' },
    shows: { informedAt: '2027-06-07T09:00:00.000Z', informedHow: 'call', nextAction: 'wait-for-verdict' },
    refused: [
      [answered, 'authority', 'role', { how: 'call' }],
      [assigned, 'partner', 'nothing-to-tell', { how: 'call' }],
    ],
  },
  {
    step: 'reveal-contact',
    after: assigned,
    who: 'partner',
    body: { reason },
    shows: { reveals: { phone: woman }, contact: { phone: '••••••••' } },
    refused: [
      [assigned, 'authority', 'role', { reason }],
      [dismissed, 'focal-point', 'status', { reason }],
    ],
  },
  {
    step: 'silence',
    after: assigned,
    who: 'partner',
    shows: { nextAction: 'answer' },
    refused: [
      [assigned, 'authority', 'role'],
      [[...assigned, ['partner', 'silence', {}]], 'focal-point', 'silent-already'],
    ],
  },
  {
    step: 'unsilence',
    after: [...assigned, ['partner', 'silence', {}]],
    who: 'focal-point',
    body: { reason },
    shows: { nextAction: 'answer' },
    refused: [[assigned, 'partner', 'not-silent', { reason }]],
  },
  {
    step: 'note',
    after: assigned,
    who: 'partner',
    body: { text: 'La caisse est tenue par le comité' },
    shows: {},
    refused: [[assigned, 'authority', 'role', { text: 'vu' }]],
  },
  {
    step: 'dismiss',
    after: assessed,
    who: 'focal-point',
    body: { reason },
    shows: { status: 'closed' },
    refused: [
      [assigned, 'partner', 'role', { reason }],
      [answered, 'focal-point', 'status', { reason }],
    ],
  },
  {
    step: 'reopen',
    after: dismissed,
    who: 'deputy',
    body: { reason },
    shows: { status: 'received' },
    refused: [
      [assessed, 'deputy', 'status', { reason }],
      [answered, 'partner', 'role', { reason }],
    ],
  },
]

async function begun() {
  const jaabi = await newJaabi()
  const { call, takes } = await doorsOf(jaabi)
  const phones = phonesOf(jaabi)
  let cases = 0
  return {
    jaabi,
    call,
    takes,
    phones,
    /** A case that has come so far. */
    come: async (after: readonly Taken[], phone = woman): Promise<string> => {
      const reference = await phones.says(phone, `On demande 500 F au CSCom (${String((cases += 1))})`)
      for (const [who, step, body] of after) {
        const { status, json } = await takes(who, reference, step, body)
        if (status !== 200) throw new Error(`${step}: ${String(json.why ?? status)}`)
      }
      return reference
    },
  }
}

describe.each(ways)('$step', ({ step, after, who, body, shows, refused }) => {
  test('is taken once: a repeat gets the case as it is, a stale version is told who did what since', async () => {
    const { jaabi, takes, come } = await begun()
    const reference = await come(after)
    const { version } = await jaabi.caseOf(reference)
    await takes('deputy', reference, 'note', { text: 'vu au marché' })
    const stale = await takes(who, reference, step, { ...body, version })
    expect(stale).toMatchObject({ status: 409, json: { error: 'stale', version: version + 1 } })
    expect(stale.json.since).toMatchObject([{ what: 'noted', by: { role: 'deputy', person: 'deputy' } }])
    expect((await jaabi.caseOf(reference)).version).toBe(version + 1)

    const request = { ...body, version: version + 1, requestId: 'step-1' }
    const taken = await takes(who, reference, step, request)
    expect(taken).toMatchObject({ status: 200, json: { reference, ...shows } })
    const again = await takes(who, reference, step, request)
    const { reveals: _, ...rest } = shows as { reveals?: object }
    expect(again).toMatchObject({ status: 200, json: { reference, ...rest, version: taken.json.version } })
    expect(again.json.reveals).toBeUndefined()
  })

  test.each(refused.map((refusal) => ({ why: refusal[2], refusal })))('is refused: $why', async ({ why, refusal }) => {
    const [before, whom, , given] = refusal
    const { jaabi, takes, come } = await begun()
    const reference = await come(before)
    const { version } = await jaabi.caseOf(reference)
    expect(await takes(whom, reference, step, given)).toMatchObject({ status: 409, json: { error: 'refused', why } })
    expect((await jaabi.caseOf(reference)).version).toBe(version)
  })

  test('does not exist for whoever may not open the case', async () => {
    const { takes, come } = await begun()
    const reference = await come(after)
    for (const outsider of ['other-partner', 'integrity', 'protection'])
      expect(await takes(outsider, reference, step, body)).toEqual({ status: 404, json: { error: 'unknown' } })
  })
})

test('a partner who refuses loses the case; the same request again is told no more than that it was taken', async () => {
  const { jaabi, call, takes, come } = await begun()
  const reference = await come(offered)
  const refusal = { reason: 'Nous ne travaillons pas à Ansongo', requestId: 'refusal-1' }
  const gone = { status: 200, json: { reference, done: true } }
  expect(await takes('partner', reference, 'refuse', refusal)).toEqual(gone)
  expect(await takes('partner', reference, 'refuse', refusal)).toEqual(gone)
  await takes('focal-point', reference, 'assess', { level: 'S2' })
  expect(await takes('partner', reference, 'refuse', refusal)).toEqual(gone)
  const unknown = { status: 404, json: { error: 'unknown' } }
  expect(await takes('partner', reference, 'refuse', { ...refusal, requestId: 'refusal-2' })).toEqual(unknown)
  expect(await takes('other-partner', reference, 'refuse', refusal)).toEqual(unknown)
  expect(await call('partner', `/cases/${reference}`)).toEqual(unknown)
  const { history } = await jaabi.caseOf(reference)
  expect(history.filter(({ what }) => what === 'refused')).toHaveLength(1)
})

test('who hands a case to protection is told that it was taken, and again', async () => {
  const { takes, come } = await begun()
  const reference = await come([])
  const raised = { level: 'S2', requestId: 'raise-1' }
  for (let time = 0; time < 2; time++)
    expect(await takes('focal-point', reference, 'assess', raised)).toEqual({
      status: 200,
      json: { reference, done: true },
    })
})

test('three calls on three days that reach nobody put the person on the visit list; two on one day count as one', async () => {
  const { jaabi, call, takes, come } = await begun()
  const reference = await come(answered)
  const calls = async (at: string) => {
    jaabi.clock.nowAt = at
    return (await takes('partner', reference, 'told', { how: 'call', reached: false })).json
  }
  for (const at of ['2027-06-08T09:00:00.000Z', '2027-06-08T15:00:00.000Z', '2027-06-09T09:00:00.000Z'])
    expect((await calls(at)).nextAction).toBe('tell')
  expect((await calls('2027-06-10T09:00:00.000Z')).nextAction).toBe('visit')
  const { json } = await call('partner', '/queue')
  expect(json.cases).toMatchObject([{ reference, unreachable: true, nextAction: 'visit' }])
  const reached = await takes('partner', reference, 'told', { how: 'face' })
  expect(reached.json).toMatchObject({ informedHow: 'face', nextAction: 'wait-for-verdict' })
})

test('a number shown is recorded with person, role and reason; where the person wants no contact, nobody sees it', async () => {
  const { jaabi, call, takes, come } = await begun()
  const reference = await come(assigned)
  await takes('partner', reference, 'reveal-contact', { reason: 'rappeler pour le reçu' })
  const { history } = (await call('focal-point', `/cases/${reference}`)).json
  expect(history?.at(-1)).toMatchObject({
    what: 'revealed',
    by: { role: 'partner', person: 'partner' },
    words: 'rappeler pour le reçu',
  })
  expect(await jaabi.items('read')).toMatchObject([{ person: 'partner', role: 'partner', what: 'contact' }])
  const paper = { text: 'Une plainte', kind: 'complaint', channel: 'box', contact: { phone: man, consent: 'none' } }
  const box = await call('focal-point', '/cases', paper)
  const shown = await takes('focal-point', box.json.reference ?? '', 'reveal-contact', { reason: 'rappeler' })
  expect(shown).toMatchObject({ status: 409, json: { error: 'refused', why: 'no-contact' } })
  expect(await jaabi.items('read')).toHaveLength(1)
})

describe('two cases about one thing', () => {
  test('are merged and parted again; a repeat changes neither, and the answer to one answers both', async () => {
    const { jaabi, takes, come } = await begun()
    const lead = await come(assigned)
    const follower = await come(assessed, man)
    const merging = { lead, requestId: 'merge-1' }
    for (let time = 0; time < 2; time++)
      expect(await takes('focal-point', follower, 'merge', merging)).toMatchObject({
        status: 200,
        json: { mergedInto: lead },
      })
    expect((await jaabi.caseOf(lead)).followers).toEqual([follower])
    for (let time = 0; time < 2; time++)
      expect(await takes('deputy', follower, 'unmerge', { requestId: 'part-1' })).toMatchObject({
        status: 200,
        json: { mergedInto: null },
      })
    expect((await jaabi.caseOf(lead)).followers).toEqual([])
    await takes('focal-point', follower, 'merge', { lead })
    await takes('partner', lead, 'answer', { outcome: 'resolved', answer: 'Remboursé' })
    expect(await jaabi.caseOf(follower)).toMatchObject({ status: 'answered' })
  })

  test('are not merged by a stale look, by a partner, into an unknown case, into itself or once merged', async () => {
    const { jaabi, takes, come } = await begun()
    const lead = await come(assigned)
    const follower = await come(assigned, man)
    const { version } = await jaabi.caseOf(follower)
    await takes('deputy', follower, 'note', { text: 'vu' })
    const stale = await takes('focal-point', follower, 'merge', { lead, version })
    expect(stale).toMatchObject({ status: 409, json: { since: [{ what: 'noted', by: { person: 'deputy' } }] } })
    const whyNot = async (who: string, step: Step, body: object) => (await takes(who, follower, step, body)).json.why
    expect(await whyNot('partner', 'merge', { lead })).toBe('role')
    expect(await whyNot('focal-point', 'merge', { lead: '4829137920' })).toBe('unknown-lead')
    expect(await whyNot('focal-point', 'merge', { lead: follower })).toBe('unknown-lead')
    expect(await whyNot('focal-point', 'unmerge', {})).toBe('not-merged')
    await takes('focal-point', follower, 'merge', { lead })
    expect(await whyNot('focal-point', 'merge', { lead })).toBe('merged-already')
    expect(await whyNot('partner', 'unmerge', {})).toBe('role')
    const { status, json } = await takes('focal-point', lead, 'merge', { lead: follower })
    expect([status, json.why]).toEqual([409, 'lead-is-merged'])
  })
})
