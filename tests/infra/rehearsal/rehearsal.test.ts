import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { ownToken } from '../../../adapters/gateways/token.ts'
import { tableDefinition } from '../../../adapters/dynamodb/table/create-tables.ts'
import { tableNames, timeToLive } from '../../../adapters/dynamodb/table/table.ts'
import { manifest } from '../../../functions/manifest.ts'
import { atCase, textOf } from '../../support/console/case-desk.ts'
import { referenceIn, woman } from '../../support/functions/phone.ts'
import { spoken } from '../../support/gateways/spoken.ts'
import { isSlow, rehearsed } from '../../support/rehearsal.ts'

const jaabi = await rehearsed()
afterAll(() => jaabi.stop())
const { gateway, topics, kms, deployment } = jaabi

const third = '+22370000003'
const fourth = '+22370000004'
const fifth = '+22370000005'
const deployed = (name: string) => {
  const found = deployment.functions.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not deployed`)
  return found
}
const variablesOf = (name: string): Readonly<Record<string, string>> => deployed(name).variables
const prefix = 'jaabi-ml-pilot-'
const lastSms = (phone: string): string => gateway.sent(phone).at(-1)?.message ?? ''

describe('through the bundles alone', () => {
  test('an SMS comes to its answer and its verdict, with staff who signed in', async () => {
    const reference = await jaabi.says(woman, 'Le forage du village est en panne')
    expect(lastSms(woman)).toContain(reference)
    await jaabi.arrives(woman)

    const seat = await jaabi.signsIn('focal-point')
    expect(new URL(seat.landed.url).pathname).toBe('/console/accueil')
    const desk = atCase(seat, reference)
    expect((await desk.open()).text).toContain('Le forage du village est en panne')
    // At any other level an answer would wait for the morning, by whatever clock this runs.
    await desk.does('assess', { level: 'N2', category: 'EHA-EAU', place: '' })
    const evaluation = { seenBy: 'Le relais', found: 'Une pièce cassée', did: 'Changée', left: 'Rien' }
    const { sent } = await desk.says('answer', { outcome: 'resolved', answer: 'Le forage est réparé.', ...evaluation })
    expect(sent.status).toBe(303)
    expect(lastSms(woman)).toContain('Le forage est réparé')
    await jaabi.arrives(woman)
    await jaabi.says(woman, '1')
    const call = await jaabi.calls('focal-point')
    expect((await call(`/api/cases/${reference}`)).json).toMatchObject({ status: 'answered', satisfaction: 1 })
  })

  test('a form of the web becomes a case, with what is told afterwards', async () => {
    const visitor = jaabi.browser()
    const { origin } = jaabi
    expect(await (await visitor.go(`${origin}/`)).text()).toContain('action="/plainte')
    const fields = { text: 'Le moulin est cassé', kind: 'complaint', consent: 'none', requestId: 'web-1' }
    const receipt = await (await visitor.post(`${origin}/plainte`, fields)).text()
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(receipt) ?? []
    const told = await visitor.post(`${origin}/recu`, { token, person: 'woman' })
    expect(await told.text()).toContain('Merci')
    await jaabi.settle()
    const reference = referenceIn(textOf(receipt).replaceAll(/(?<=\d) (?=\d)/g, ''))
    expect((await visitor.go(`${origin}/suivi?reference=${reference}`)).status).toBe(200)
    const call = await jaabi.calls('focal-point')
    expect((await call(`/api/cases/${reference}`)).json).toMatchObject({ text: 'Le moulin est cassé', person: 'woman' })
  })

  test('an SMS that another gateway brings in JSON, under a secret of its own, is a case with a receipt', async () => {
    const one = spoken.find(({ name }) => name === 'orangesms')
    if (!one) throw new Error('no such gateway')
    const { headers = {}, body = '' } = one.carry(one.sms({ from: fifth, text: 'Le pont – « ɲɛ »', id: null }))
    const address = `${jaabi.origin}/gateways/${one.name}/${ownToken(jaabi.token, one.name)}/sms`
    const bring = async () => (await jaabi.ask(new Request(address, { method: 'POST', headers, body }))).status
    while ((await bring()) === 503) await sleep(50)
    await jaabi.settle()
    expect(lastSms(fifth)).toMatch(/bien noté/)
    expect(gateway.sent(fifth)).toHaveLength(1)
  })

  test('whoever rings is not picked up: they want to be called', async () => {
    const call = { sessionId: 'ATVId_1', callerNumber: fifth, destinationNumber: '+22320000000', isActive: '1' }
    expect(await jaabi.callback('voice', { ...call, direction: 'Inbound' })).toContain('<Reject/>')
  })

  test('a report of abuse comes to its pair and to a body, by the door that opens to nobody else', async () => {
    expect(await jaabi.dials(fourth, '4', '1', '2', '2', '2', '2', '2')).toMatch(/^END .*urgence/s)
    expect(gateway.sent(fourth)).toEqual([])
    const [alert, ...others] = topics.published(`${prefix}protection`)
    expect(others).toEqual([])
    expect(alert?.message).not.toMatch(/\d{4}/)

    const seat = await jaabi.signsIn('protection', 'restreint')
    expect(new URL(seat.landed.url).pathname).toBe('/console/protection/accueil')
    const pair = await jaabi.calls('protection')
    const { cases } = (await pair('/api/protection/queue')).json as { cases: { reference: string }[] }
    const reference = cases[0]?.reference ?? ''
    const call = await jaabi.calls('focal-point')
    expect((await call(`/api/cases/${reference}`)).status).toBe(404)

    const desk = atCase(seat, reference, '/console/protection')
    await desk.does('assess', { level: 'S2', place: '' })
    expect((await desk.send('reveal-contact', { reason: 'contact' })).text).toContain(fourth)
    const step = `/api/protection/cases/${reference}`
    await pair(`${step}/refer`, { to: 'child-protection' })
    await pair(`${step}/receipt`, { body: 'child-protection', number: 'PE-12' })
    const second = await jaabi.calls('protection', 'protection-2')
    const confirmed = await second(`${step}/confirm`, {})
    expect(confirmed.json).toMatchObject({ status: 'closed', text: null })
  })

  test('what could not be sent is reported by its number in the stream, comes again and leaves', async () => {
    const opens = `Decrypt ${variablesOf('send-notices')['GENERAL_KEY_ID'] ?? ''}`
    // Sealed under a key of the form's own, which the sender has not opened yet.
    kms.denied.add(opens)
    const fields = { text: 'Le puits est sec', kind: 'complaint', phone: third, consent: 'sms', requestId: 'web-2' }
    expect((await jaabi.browser().post(`${jaabi.origin}/plainte`, fields)).status).toBe(200)
    while (jaabi.reported.length === 0) await sleep(5)
    expect(gateway.sent(third)).toEqual([])
    kms.denied.delete(opens)
    await jaabi.settle()
    expect(lastSms(third)).toMatch(/bien noté/)
    expect(jaabi.givenUp()).toEqual([])
  })

  test('whoever says STOP to the operator is asked nothing more, and hears why when they write again', async () => {
    await jaabi.callback('opt-out', { phoneNumber: third })
    await jaabi.says(third, 'Le puits est encore sec')
    expect(lastSms(third)).toContain('START')
  })

  test('the schedule sweeps', async () => {
    await jaabi.tick()
    expect(jaabi.logs.filter(({ by }) => by === 'deadline-sweep').map(({ line }) => line)).toContainEqual(
      expect.stringContaining('"event":"swept"'),
    )
  })
})

describe('the environment', () => {
  test('runs the Node that these processes run', () => {
    const [major] = process.versions.node.split('.')
    for (const { name, runtime } of deployment.functions) expect(runtime, name).toBe(`nodejs${major}.x`)
  })

  test('holds nothing that its function never reads', async () => {
    for (const { name, variables } of deployment.functions) {
      const read = (await jaabi.running.get(name))?.measured().read ?? []
      expect(
        Object.keys(variables).filter((variable) => !read.includes(variable)),
        name,
      ).toEqual([])
    }
    const fn = deployed('opt-out')
    const spoilt = await jaabi.start({ ...fn, variables: { ...fn.variables, FORGOTTEN: 'x' } })
    await spoilt.invoke({}).catch(() => undefined)
    expect(spoilt.measured().read).not.toContain('FORGOTTEN')
  })

  test.each([
    ['inbound-sms', 'GATEWAY_TOKENS'],
    ['ussd', 'TRAFFIC_TABLE'],
    ['console', 'ISSUERS'],
    ['send-notices', 'TOPIC_ARNS'],
    ['send-notices', 'GATEWAY_CREDENTIALS'],
  ])('%s does not start without %s', async (name, missing) => {
    const { [missing]: _, ...variables } = variablesOf(name)
    const fn = await jaabi.start({ ...deployed(name), variables })
    await expect(fn.invoke({})).rejects.toThrow(missing)
  })
})

describe('the policies', () => {
  const as = (name: string) => ({
    endpoint: jaabi.gate.endpoint,
    region: 'eu-west-3',
    credentials: { accessKeyId: deployed(name).functionName, secretAccessKey: 'x', sessionToken: 'x' },
  })

  test('allowed each call that was made', () => {
    expect([...jaabi.gate.refused]).toEqual([])
    expect([...jaabi.gate.called]).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ussd kms:Encrypt .*ProtectionKey/),
        expect.stringMatching(/^protection-console kms:Decrypt .*ProtectionKey/),
        expect.stringMatching(/^send-notices sns:Publish .*-protection$/),
      ]),
    )
  })

  test('refuse what they do not allow, as AWS would', async () => {
    const table = deployed('inbound-sms').variables['CASES_TABLE']
    const due = new QueryCommand({
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'dueKey = :key',
      ExpressionAttributeValues: { ':key': { S: 'ml#due#0' } },
    })
    await expect(new DynamoDBClient(as('inbound-sms')).send(due)).rejects.toMatchObject({
      name: 'AccessDeniedException',
    })
    await expect(new DynamoDBClient(as('deadline-sweep')).send(due)).resolves.toHaveProperty('Items')
    const KeyId = variablesOf('console')['PROTECTION_KEY_ID']
    const opening = new DecryptCommand({ KeyId, CiphertextBlob: Buffer.from('x') })
    await expect(new KMSClient(as('console')).send(opening)).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })
})

test('the tables are those of one machine', () => {
  const wanted = tableNames.map((name) => ({
    definition: tableDefinition(name, `${prefix}${name}`),
    expiry: { AttributeName: timeToLive, Enabled: true },
  }))
  expect(deployment.tables).toEqual(wanted)
})

test('every function ran, none logged an error, and no log says who wrote or what', () => {
  expect([...jaabi.running.keys()].toSorted()).toEqual(manifest.map(({ name }) => name).toSorted())
  const lines = jaabi.logs.map(({ by, line }) => `${by} ${line}`)
  expect(lines.filter((line) => /error/i.test(line) && !isSlow(line))).toEqual([])
  for (const said of [woman, third, fourth, 'forage', 'moulin', 'puits', jaabi.token])
    expect(lines.filter((line) => line.includes(said))).toEqual([])
})
