import { expect, test } from 'vitest'
import { bothDoors } from '../support/functions/both-doors.ts'
import { man, woman } from '../support/functions/phone.ts'
import { withJaabi } from '../support/functions/services.ts'

const newJaabi = await withJaabi()
const begun = async () => bothDoors(await newJaabi())

/** Two cases of two phones, merged, the lead at a partner. */
async function merged() {
  const start = await begun()
  const lead = await start.phones.says(woman, 'Le forage du village est en panne')
  const follower = await start.phones.says(man, 'Le forage ne marche plus depuis lundi')
  for (const one of [lead, follower]) await start.call('focal-point', `/cases/${one}/assess`, { level: 'N1' })
  await start.call('focal-point', `/cases/${follower}/merge`, { lead })
  await start.call('focal-point', `/cases/${lead}/assign`, { organisation: 'ong-sante-gao' })
  return { ...start, lead, follower }
}

test('a merged case is not even a number to whom it is not open', async () => {
  const { call, lead, follower } = await merged()
  expect(JSON.stringify((await call('focal-point', `/cases/${lead}`)).json)).toContain(follower)
  expect(JSON.stringify((await call('partner', `/cases/${lead}`)).json)).not.toContain(follower)
  const stale = await call('partner', `/cases/${lead}/note`, { text: 'vu', version: 1 })
  expect([stale.status, JSON.stringify(stale.json).includes(follower)]).toEqual([409, false])
})

test('a merged case that becomes S2 is let go: nobody sees it any more, and the answer to the others is not its own', async () => {
  const { jaabi, call, lead, follower } = await merged()
  await call('focal-point', `/cases/${follower}/assess`, { level: 'S2' })
  for (const who of ['focal-point', 'partner'])
    expect(JSON.stringify((await call(who, `/cases/${lead}`)).json)).not.toContain(follower)
  await call('partner', `/cases/${lead}/answer`, { outcome: 'resolved', answer: 'La pompe est réparée' })
  expect(await jaabi.caseOf(follower)).toMatchObject({ lane: 'S2', status: 'assessed', mergedInto: null, answer: null })
  expect((await jaabi.caseOf(lead)).followers).toEqual([])
})

test('a lead that becomes S2 lets its followers go', async () => {
  const { jaabi, call, lead, follower } = await merged()
  await call('focal-point', `/cases/${lead}/assess`, { level: 'S2' })
  expect(await jaabi.caseOf(follower)).toMatchObject({ mergedInto: null, status: 'assessed' })
  expect(JSON.stringify((await call('focal-point', `/cases/${follower}`)).json)).not.toContain(lead)
})

test('deciding S2 leaves no trace on the sender item, and the same message again gets its old answer', async () => {
  const { jaabi, call, phones } = await begun()
  const reference = await phones.says(woman, 'On frappe les enfants ici', 'message-1')
  await call('focal-point', `/cases/${reference}/assess`, { level: 'S2' })
  expect(JSON.stringify(await jaabi.senderOf(woman))).not.toContain(reference)
  await phones.says(woman, 'On frappe les enfants ici', 'message-1')
  expect(await jaabi.references()).toEqual([reference])
})

test('citing an S2 case by SMS leaves no trace on the sender item', async () => {
  const { jaabi, call, phones } = await begun()
  const reference = await phones.says(woman, 'On frappe les enfants ici')
  await call('focal-point', `/cases/${reference}/assess`, { level: 'S2' })
  for (const text of [`${reference} cela continue`, `SUIVI ${reference}`, `3 ${reference}`])
    await phones.says(man, text)
  expect(JSON.stringify(await jaabi.senderOf(man))).not.toContain(reference)
})

test('a possible S is neither dismissed nor merged away: it is read and assessed first', async () => {
  const { call, phones } = await begun()
  const lead = await phones.says(woman, 'Le forage du village est en panne')
  const possible = await phones.says(man, 'un agent a violé une fille du camp')
  await call('focal-point', `/cases/${lead}/assess`, { level: 'N1' })
  for (const [step, body] of [['dismiss', { reason: 'robot' }] as const, ['merge', { lead }] as const])
    expect(await call('focal-point', `/cases/${possible}/${step}`, body)).toMatchObject({ status: 409 })
})

test.each([
  ['assess', { level: 'N1', named: ['Docteur Traoré'] }],
  ['assess', { level: 'N1', named: ['+22370000009'] }],
  ['assign', { organisation: 'ong-sante-gao', person: 'Awa Traoré' }],
] as const)('the history takes codes, never names or numbers: %s %o', async (step, body) => {
  const { call, phones } = await begun()
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  await call('focal-point', `/cases/${reference}/assess`, { level: 'N1' })
  expect((await call('focal-point', `/cases/${reference}/${step}`, body)).status).toBe(400)
})

test.each(['apportée par Awa', '+223 70 00 00 09', '22370000009'])(
  'nor does the source of a case: %s',
  async (source) => {
    const { call } = await begun()
    const filed = { text: 'Le forage est en panne', kind: 'complaint', channel: 'box', source }
    expect((await call('focal-point', '/cases', filed)).status).toBe(400)
    expect((await call('focal-point', '/cases', { ...filed, source: 'boite-ansongo-2' })).status).toBe(201)
  },
)

test.each([
  ['2027-06-08T09:00:00.000Z', 'in-the-future'],
  ['1990-01-01T00:00:00.000Z', 'too-long-ago'],
])('nobody spoke to us at %s', async (receivedAt, code) => {
  const { call } = await begun()
  const filed = { text: 'Le forage est en panne', kind: 'complaint', channel: 'box', receivedAt }
  expect(await call('focal-point', '/cases', filed)).toMatchObject({
    status: 400,
    json: { issues: [{ path: 'receivedAt', code }] },
  })
})

test('two people who happen to send the same request id are both heard', async () => {
  const { jaabi, call, phones } = await begun()
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  for (const who of ['focal-point', 'deputy', 'deputy'])
    await call(who, `/cases/${reference}/note`, { text: `vu par ${who}`, requestId: 'same' })
  const { history } = await jaabi.caseOf(reference)
  expect(history.filter(({ what }) => what === 'noted').map(({ by }) => by.person)).toEqual(['focal-point', 'deputy'])
})

test('whom the words name stays named when a lower level waits for its second person', async () => {
  const { jaabi, call, phones } = await begun()
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  const named = ['organisation:ong-sante-gao']
  await call('focal-point', `/cases/${reference}/assess`, { level: 'N2' })
  await call('focal-point', `/cases/${reference}/assess`, { level: 'N1', named, reason: 'pas urgent' })
  await call('deputy', `/cases/${reference}/confirm`, {})
  expect(await jaabi.caseOf(reference)).toMatchObject({ level: 'N1', named })
})

test('protection hands S2 to a mandated body only, and nothing is written into what was erased', async () => {
  const { call, phones } = await begun()
  const reference = await phones.says(woman, 'On frappe les enfants ici')
  await call('focal-point', `/cases/${reference}/assess`, { level: 'S2' })
  const takes = (step: string, body: object, who = 'protection') => call(who, `/cases/${reference}/${step}`, body)
  expect(await takes('refer', { to: 'ong-sante-gao' })).toMatchObject({ status: 409, json: { why: 'not-mandated' } })
  await takes('refer', { to: 'child-protection' })
  await takes('receipt', { body: 'child-protection', number: 'PE-12' })
  expect((await takes('confirm', {}, 'second')).status).toBe(200)
  expect(await takes('note', { text: 'encore' })).toMatchObject({ status: 409, json: { why: 'erased' } })
})

test('offers a possible S no step it would refuse', async () => {
  const { call, phones } = await begun()
  const reference = await phones.says(man, 'un agent a violé une fille du camp')
  const { json } = await call('focal-point', `/cases/${reference}`)
  expect(json.steps).toContain('assess')
  expect(json.steps).not.toContain('dismiss')
})
