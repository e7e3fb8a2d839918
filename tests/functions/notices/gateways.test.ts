import { expect, test } from 'vitest'
import { mali } from '../../../programme/mali.ts'
import { streamOf } from '../../support/faults/trouble.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const { otherwise: usual } = mali.gateways
/** One operator's numbers through a gateway of their own. */
const gateways = { byPrefix: { '+22376': 'other' }, otherwise: usual }
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
