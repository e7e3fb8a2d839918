import { describe, expect, test } from 'vitest'
import { gatewayPath } from '../../../functions/gateways/path.ts'
import { callbacksOf, woman } from '../../support/functions/phone.ts'
import { gatewayToken, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
type Jaabi = Awaited<ReturnType<typeof newJaabi>>

/** Kannel's smsbox, as it calls when an SMS came: each value escaped octet by octet. */
const calling = (jaabi: Jaabi) => {
  const { sms } = callbacksOf(jaabi)
  const path = gatewayPath('sms').replace('{gateway}', 'kannel').replace('{token}', gatewayToken)
  return async (fields: Record<string, string>) => {
    const usual = { p: encodeURIComponent(woman), P: '36019', C: 'UTF-8', c: '0', u: '' }
    const query = Object.entries({ ...usual, ...fields }).map(([key, value]) => `${key}=${value}`)
    const answer = await sms.request(`${path}?${query.join('&')}`)
    const type = answer.headers.get('content-type')
    if (answer.ok) await jaabi.drain()
    return { status: answer.status, type, text: await answer.text() }
  }
}
const wide = (text: string) =>
  Array.from(Buffer.from(text, 'utf16le').swap16(), (one) => `%${one.toString(16).padStart(2, '0')}`).join('')
const saidIn = async (jaabi: Jaabi) => {
  const references = await jaabi.references()
  return Promise.all(references.map(async (one) => (await jaabi.saidIn(one)).map(({ words }) => words)))
}

describe('an SMS that came through Kannel', () => {
  test('is a case with a receipt; Kannel is answered nothing, which it would send on to the phone', async () => {
    const jaabi = await newJaabi()
    const answer = await calling(jaabi)({ b: 'Le+forage+est+en+panne', I: 'one' })
    expect(answer).toMatchObject({ status: 200, text: '' })
    expect(answer.type).toMatch(/^text\/plain; ?charset=UTF-8$/)
    expect(await saidIn(jaabi)).toEqual([['Le forage est en panne']])
    expect(jaabi.sms.map(({ to }) => to)).toEqual([woman])
  })

  test('keeps its letters, whatever alphabet it came in', async () => {
    const jaabi = await newJaabi()
    await calling(jaabi)({ b: wide('Dɔgɔtɔrɔso ka ji tɛ – « ɲɛ » 😀'), C: 'UTF-16BE', c: '2', I: 'one' })
    expect(await saidIn(jaabi)).toEqual([['Dɔgɔtɔrɔso ka ji tɛ – « ɲɛ » 😀']])
  })

  test('brought again and again, at once and later, is one case', async () => {
    const jaabi = await newJaabi()
    const call = calling(jaabi)
    const fields = { b: 'Le+forage+est+en+panne', I: 'one' }
    await Promise.all(Array.from({ length: 20 }, () => call(fields)))
    await call(fields)
    expect(await jaabi.references()).toHaveLength(1)
    expect(jaabi.sms).toHaveLength(1)
  })

  test('in parts of which some never came: those that did are one case, in their order', async () => {
    const jaabi = await newJaabi()
    const call = calling(jaabi)
    await call({ b: 'et+personne+ne+repond', I: 'third', u: '%05%00%03%2a%03%03' })
    await call({ b: 'Le+CSCom+est+ferme+', I: 'first', u: '%05%00%03%2a%03%01' })
    expect(await saidIn(jaabi)).toEqual([['Le CSCom est ferme et personne ne repond']])
    expect(jaabi.sms).toHaveLength(1)
  })

  test('that is only a name’s advertisement is kept, and nobody is answered', async () => {
    const jaabi = await newJaabi()
    expect(await calling(jaabi)({ p: 'Orange', b: 'Votre+solde', I: 'one' })).toMatchObject({ status: 200, text: '' })
    expect(jaabi.sms).toEqual([])
  })

  test('while the table is away Kannel is told to come again, and what it brings then is a case', async () => {
    let away = true
    const jaabi = await newJaabi({ faults: () => (away ? 'throttling' : undefined) })
    const call = calling(jaabi)
    const fields = { b: 'Le+forage+est+en+panne', I: 'one' }
    expect(await call(fields)).toMatchObject({ status: 503, text: '' })
    away = false
    expect(await call(fields)).toMatchObject({ status: 200, text: '' })
    expect(await saidIn(jaabi)).toEqual([['Le forage est en panne']])
  })
})
