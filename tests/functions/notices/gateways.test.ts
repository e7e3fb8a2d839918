import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { toItem } from '../../../adapters/dynamodb/table/item.ts'
import type { SendResult } from '../../../core/notices/gateway.ts'
import type { Notice } from '../../../core/notices/notice.ts'
import { mali } from '../../../programme/mali.ts'
import { streamOf } from '../../support/faults/trouble.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const { otherwise: usual } = mali.gateways
/** One operator's numbers through a gateway of their own. */
const gateways = { byPrefix: { '+22376': 'other' }, otherwise: usual, unnamed: usual }
const [here, there] = ['+22370000001', '+22376000001']

test('each number is written to through the gateway the programme chose for it', async () => {
  const jaabi = await newJaabi({ programme: { gateways } })
  const phones = phonesOf(jaabi)
  for (const phone of [here, there]) await phones.says(phone, 'Le forage est en panne')

  expect(jaabi.sms.map(({ to, by }) => [to, by])).toEqual([
    [here, usual],
    [there, 'other'],
  ])
})

test('where nobody has given us an account yet, an SMS waits and then leaves', async () => {
  const jaabi = await newJaabi({ programme: { gateways } })
  const services = jaabi.servicesFor('send-notices')
  const known = new Map([...services.gateways].filter(([name]) => name !== 'other'))
  const stream = await streamOf(jaabi, { sending: { ...services, gateways: known } })
  await phonesOf(jaabi).sms(there, 'Le forage est en panne')
  await stream.drain()
  const [reference = ''] = await jaabi.references()
  expect(jaabi.sms).toEqual([])
  expect(await jaabi.noticesOf(reference)).toMatchObject([{ state: 'waiting', reason: 'no-account', retries: 1 }])

  jaabi.clock.nowAt = '2027-06-07T09:10:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(jaabi.sms).toMatchObject([{ to: there, by: 'other' }])
})

const complaint = 'Le forage est en panne'
const stateOf = async (jaabi: Jaabi, reference: string) => (await jaabi.noticesOf(reference)).map(({ state }) => state)

test('two gateways with one id: what the one tells settles its own SMS alone', async () => {
  const jaabi = await newJaabi({ programme: { gateways } })
  const phones = phonesOf(jaabi)
  for (const gateway of ['other', usual])
    jaabi.answers.push({ outcome: 'accepted', gateway, gatewayMessageId: 'the-same' })
  const theirs = await phones.says(there, complaint)
  const ours = await phones.says(here, complaint)
  await phones.post('delivery', { id: 'the-same', status: 'Success', phoneNumber: here })
  await jaabi.drain()

  expect(await stateOf(jaabi, ours)).toEqual(['delivered'])
  expect(await stateOf(jaabi, theirs)).toEqual(['sent'])
})

test('an unknown id settles no doubtful send of another gateway', async () => {
  const jaabi = await newJaabi({ programme: { gateways } })
  const phones = phonesOf(jaabi)
  const doubtful: SendResult = { outcome: 'undecided', reason: 'time-out' }
  jaabi.answers.push(doubtful, doubtful)
  const theirs = await phones.says(there, complaint)
  const ours = await phones.says(here, complaint)
  for (const phoneNumber of [there, here])
    await phones.post('delivery', { id: `to-${phoneNumber}`, status: 'Success', phoneNumber })
  await jaabi.drain()

  expect(await stateOf(jaabi, ours)).toEqual(['delivered'])
  expect(await stateOf(jaabi, theirs)).toEqual(['undecided'])
})

/** What was stored of this SMS as it was before an SMS was known by gateway and id. */
async function asStoredFirst({ client, tables, programme, items }: Jaabi, id: string): Promise<void> {
  const TableName = tables.cases
  const [delivery] = (await items('delivery')).filter(({ gatewayMessageId }) => gatewayMessageId === id)
  const { pk, sk, gateway: _, ...rest } = delivery ?? {}
  await client.send(new DeleteItemCommand({ TableName, Key: toItem({ pk, sk }) }))
  const first = { ...rest, pk: `${programme.id}#gateway#${id}`, sk: 'report', is: 'report' }
  await client.send(new PutItemCommand({ TableName, Item: toItem(first) }))
  for (const item of await items('notice')) {
    const { gateway: _, ...notice } = item['notice'] as Notice
    await client.send(new PutItemCommand({ TableName, Item: toItem({ ...item, notice }) }))
  }
}

test('an SMS sent before gateways were written down is still found, and its delivery goes on', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(here, complaint)
  await asStoredFirst(jaabi, jaabi.sms[0]?.messageId ?? '')
  await jaabi.drain()
  expect(await stateOf(jaabi, reference)).toEqual(['sent'])

  await phones.report(here)
  expect(await stateOf(jaabi, reference)).toEqual(['delivered'])
})

test('a report stored before that, and read from the stream after, settles its SMS', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(here, complaint)
  const id = jaabi.sms[0]?.messageId ?? ''
  await phones.post('delivery', { id, status: 'Success', phoneNumber: here })
  await asStoredFirst(jaabi, id)
  await jaabi.drain()

  expect(await stateOf(jaabi, reference)).toEqual(['delivered'])
})
