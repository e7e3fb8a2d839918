import { describe, expect, test } from 'vitest'
import { parseSms } from '../../../adapters/gateways/africastalking/receive.ts'
import { parseForm } from '../../../adapters/gateways/form.ts'
import type { Message } from '../../../core/channel/message.ts'
import { receiveMessage } from '../../../core/operations/intake/receive-message.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, referenceIn, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const long =
  "Bonjour, au CSCom les femmes attendent dehors depuis le matin sous le soleil et le gardien ne les laisse pas entrer avant midi alors que la salle d'attente est restée vide toute la semaine, on demande que la salle soit ouverte le matin, et que les chaises reviennent car elles ont été emportées au bureau du maire et personne ne les a rendues depuis lors"
const parts = [long.slice(0, 153), long.slice(153, 306), long.slice(306)] as const
const saidIn = async (jaabi: Jaabi, reference: string) => (await jaabi.saidIn(reference)).map(({ words }) => words)
const laterBy = (jaabi: Jaabi, seconds: number): void => {
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + seconds * 1000).toISOString()
}

describe('one long SMS whose parts come as messages of their own', () => {
  test.each([
    ['in order', [0, 1, 2]],
    ['the last one first', [2, 0, 1]],
    ['the last one between', [0, 2, 1]],
  ])('%s, it is one case with one receipt, and its words as they were written', async (_order, order) => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const answered = new Set<string>()
    for (const at of order) {
      answered.add(await phones.says(woman, parts[at] ?? ''))
      laterBy(jaabi, 20)
    }
    expect(answered.size).toBe(1)
    const [reference = ''] = await jaabi.references()
    expect(await saidIn(jaabi, reference)).toEqual([long])
    expect(phones.received(woman)).toHaveLength(1)
  })

  test('two at once, at two doors, each delivered three times: no part is lost', async () => {
    const jaabi = await newJaabi()
    const [one, other] = [phonesOf(jaabi), phonesOf(jaabi)]
    const [head, rest] = [long.slice(0, 153), long.slice(153, 240)]
    const turns = [1, 2, 3].flatMap(() => [one.sms(woman, head, 'PART-1'), other.sms(woman, rest, 'PART-2')])
    await Promise.all(turns)
    await jaabi.drain()
    const references = await jaabi.references()
    expect(references).toHaveLength(1)
    expect(await saidIn(jaabi, references[0] ?? '')).toEqual([head + rest])
    expect(one.received(woman)).toHaveLength(1)
  })

  test('sent again the same day it is no second case', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    for (const part of [...parts, ...parts]) await phones.says(woman, part)
    const [reference = '', ...others] = await jaabi.references()
    expect(others).toEqual([])
    expect(await saidIn(jaabi, reference)).toEqual([long])
  })

  test('after a minute, from another phone, or after a text that was not full it is another case', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    await phones.says(woman, parts[0])
    await phones.says(man, parts[2])
    laterBy(jaabi, 61)
    await phones.says(woman, parts[2])
    await phones.says(woman, 'Le toit de l’école est tombé')
    expect(await jaabi.references()).toHaveLength(4)
  })

  test.each(['stop', '2', 'non', 'rappelez moi', '4829137920', 'merci'])(
    '« %s » that comes with it, sooner than anybody types, is its last part: no word is lost, and no command heard',
    async (text) => {
      const jaabi = await newJaabi()
      const phones = phonesOf(jaabi)
      const reference = await phones.says(woman, parts[0])
      laterBy(jaabi, 8)
      expect(await phones.says(woman, text)).toBe(reference)
      expect(await saidIn(jaabi, reference)).toEqual([parts[0] + text])
      expect(await jaabi.senderOf(woman)).toMatchObject({ optedOut: false })
      expect(phones.received(woman)).toHaveLength(1)
      expect(await jaabi.references()).toHaveLength(1)
    },
  )

  test('STOP that was a part is heard when it is said again', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    for (const text of [parts[0], 'STOP', 'STOP']) await phones.says(woman, text)
    expect(phones.received(woman).at(-1)).toContain('vous ne recevrez plus')
  })

  test('1, 2 or 3 to an open question is its answer, however soon; the words before it somebody judges', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, 'La pompe du village est en panne')
    await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
    const full =
      `La pompe du village coule un peu le matin, puis elle s'arrête à midi ${'et le soir '.repeat(9)}`.slice(0, 153)
    expect(await phones.says(woman, full)).toBe(reference)
    expect(await phones.says(woman, '2')).toBe(reference)
    const { satisfaction, unjudged } = await jaabi.caseOf(reference)
    expect([satisfaction, unjudged.length]).toEqual([2, 1])
    expect(await saidIn(jaabi, reference)).toContain(full)
  })

  test('a command sent after a full SMS, as soon as it can be typed, is a command', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    await phones.says(woman, parts[0])
    laterBy(jaabi, 11)
    await phones.says(woman, 'STOP')
    expect(phones.received(woman).at(-1)).toContain('vous ne recevrez plus')
    expect(await jaabi.references()).toHaveLength(1)
  })

  test.each([
    ['when the first word back has left', true],
    ['when it has not', false],
  ])('a later part that suggests S moves the whole aside, and nothing more is sent: %s', async (_when, left) => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const head = `${long.slice(0, 149)} cou`
    await phones.sms(woman, head)
    if (left) await jaabi.drain()
    await phones.says(woman, 'cher avec lui pour avoir la carte')
    const [reference = '', ...others] = await jaabi.references()
    expect(others).toEqual([])
    expect(await jaabi.caseOf(reference)).toMatchObject({ lane: 'P', suggested: { sensitive: true } })
    expect(phones.received(woman).map(referenceIn)).toEqual([reference])
  })
})

/** A gateway of our own making that hands over the header of each part: `05 00 03`, which SMS, how many parts, which one. */
function invented(jaabi: Jaabi) {
  let ids = 0
  const services = jaabi.servicesFor('inbound-sms')
  const read = (fields: { from: string; text: string; header: string }): Message => {
    const form = parseForm(
      'application/x-www-form-urlencoded',
      new URLSearchParams({ ...fields, id: `I-${(ids += 1)}` }).toString(),
    )
    const { toPhone } = services
    const arrival = { arrivedAt: services.nowAt(), account: 'ml', ownNumbers: [], toPhone }
    const message = form === 'unsupported' ? 'nothing' : parseSms(form, arrival)
    if (typeof message === 'string') throw new Error(message)
    const [, of = '', total = '', at = ''] = /^050003(..)(..)(..)$/.exec(fields.header) ?? []
    return {
      ...message,
      gateway: 'invented',
      part: of === '' ? null : { of, total: parseInt(total, 16), at: parseInt(at, 16) },
    }
  }
  return async (from: string, text: string, header = ''): Promise<string> => {
    const { reference } = await receiveMessage(read({ from, text, header }), needsOf(services))
    await jaabi.drain()
    return reference ?? ''
  }
}

describe('parts that their gateway marks', () => {
  const cut = ['La pompe', ' du village est en panne, ', 'stop'] as const

  test.each([
    ['in order', [1, 2, 3]],
    ['the last one first', [3, 1, 2]],
    ['the first one last', [2, 3, 1]],
  ])('%s, however short and whatever they read like, they are one case', async (_order, order) => {
    const jaabi = await newJaabi()
    const says = invented(jaabi)
    for (const at of order) await says(woman, cut[at - 1] ?? '', `050003CC030${String(at)}`)
    const [reference = '', ...others] = await jaabi.references()
    expect(others).toEqual([])
    expect(await saidIn(jaabi, reference)).toEqual([cut.join('')])
    expect((await jaabi.senderOf(woman))?.optedOut).toBe(false)
  })

  test('two parts alike are both kept, and one that comes again is not', async () => {
    const jaabi = await newJaabi()
    const says = invented(jaabi)
    const same = 'on attend depuis le matin devant la porte fermée du centre, '
    for (const at of [1, 2, 2]) await says(woman, same, `050003CC020${String(at)}`)
    const [reference = '', ...others] = await jaabi.references()
    expect(others).toEqual([])
    expect(await saidIn(jaabi, reference)).toEqual([same + same])
  })

  test('a full text the gateway marks as part of no other, or of another one, is a case of its own', async () => {
    const jaabi = await newJaabi()
    const says = invented(jaabi)
    await says(woman, parts[0], '050003CC0201')
    await says(woman, parts[1])
    await says(woman, parts[2], '050003CD0202')
    expect(await jaabi.references()).toHaveLength(3)
  })
})
