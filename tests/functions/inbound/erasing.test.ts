import { expect, test } from 'vitest'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/** The sweep looks now, and everything follows from it. */
async function visited(jaabi: Jaabi, nowAt: string) {
  jaabi.clock.nowAt = nowAt
  await jaabi.sweep()
  await jaabi.drain()
}
const erasures = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.caseOf(reference)).history.flatMap((line) => (line.what === 'erased' ? line.part : []))
const wordsOf = async (jaabi: Jaabi, reference: string) => (await jaabi.saidIn(reference)).map(({ words }) => words)

test.each([
  ['reopened', { outcome: 'resolved', answer: 'la pompe est réparée' }],
  ['restored', null],
] as const)(
  'a case %s after its erasure takes notes again, and erases in its turn what came after',
  async (_, answer) => {
    const { jaabi, call, takes, phones } = await bothDoors(await newJaabi())
    const reference = await phones.says(woman, 'Le forage du village est en panne')
    await takes(reference, ['focal-point', 'assess', { level: 'N1' }])
    await takes(reference, [
      'focal-point',
      ...(answer ? (['answer', answer] as const) : (['dismiss', { reason: 'x' }] as const)),
    ])
    if (answer) await phones.report(woman)
    for (const at of ['2027-07-08T09:00:00.000Z', '2027-08-09T09:00:00.000Z', '2028-07-10T09:00:00.000Z'])
      await visited(jaabi, at)
    expect(await erasures(jaabi, reference)).toEqual(['contact', 'words'])
    expect(await wordsOf(jaabi, reference)).toEqual([])
    expect(await call('focal-point', `/cases/${reference}/note`, { text: 'trop tard' })).toMatchObject({ status: 409 })

    await takes(reference, ['focal-point', 'reopen', { reason: 'elle est revenue au bureau' }])
    await phones.says(woman, `${reference} la pompe est encore en panne`)
    await takes(reference, ['focal-point', 'note', { text: 'une équipe y va' }])
    expect(await wordsOf(jaabi, reference)).toContain(`${reference} la pompe est encore en panne`)
    expect(await wordsOf(jaabi, reference)).toContain('une équipe y va')

    if ((await jaabi.caseOf(reference)).status === 'received')
      await takes(reference, ['focal-point', 'assess', { level: 'N1' }])
    await takes(reference, ['focal-point', 'answer', { outcome: 'resolved', answer: 'réparée pour de bon' }])
    for (const at of ['2028-07-10T09:05:00.000Z', '2028-08-10T09:00:00.000Z', '2028-09-20T09:00:00.000Z'])
      await visited(jaabi, at)
    expect((await jaabi.caseOf(reference)).status).toBe('closed')
    expect(await wordsOf(jaabi, reference)).not.toEqual([])
    await visited(jaabi, '2029-08-12T09:00:00.000Z')
    expect(await erasures(jaabi, reference)).toEqual(['contact', 'words', 'words'])
    expect(await wordsOf(jaabi, reference)).toEqual([])
    expect((await jaabi.items('case')).every((item) => !('due_at' in item) && !('row' in item))).toBe(true)
  },
)

test('number and words that fall due in one visit both go: what the history says is so', async () => {
  const { jaabi, takes, phones } = await bothDoors(await newJaabi())
  const reference = await phones.says(woman, 'Le moulin est cassé')
  await takes(
    reference,
    ['focal-point', 'assess', { level: 'S1' }],
    ['integrity', 'refer', { to: 'integrity-body' }],
    ['integrity', 'receipt', { body: 'integrity-body', number: 'IO-7' }],
    ['focal-point', 'confirm', {}],
  )
  await visited(jaabi, '2027-07-08T09:00:00.000Z')
  expect(await erasures(jaabi, reference)).toEqual(['contact', 'words'])
  expect((await jaabi.cases.load(reference))?.sealed).toMatchObject({ contact: null, words: {} })
})

test('what is remembered of SMS goes by itself, the key of a message from no phone with the words of its case', async () => {
  const { jaabi, takes, phones } = await bothDoors(await newJaabi())
  const references = [
    await phones.says(woman, 'Le moulin est cassé'),
    await phones.says('MTN', 'Le forage du village est en panne', 'AT-of-no-phone'),
  ]
  await phones.report(woman)
  await phones.post('delivery', { id: 'of-nobody', status: 'Success', phoneNumber: woman })
  for (const reference of references) await takes(reference, ['focal-point', 'dismiss', { reason: 'x' }])
  const remembered = async (is: string) => {
    const second = Date.parse(jaabi.clock.nowAt) / 1000
    const there = (await jaabi.items(is)).filter(({ expiresAt = Infinity }) => Number(expiresAt) > second)
    return there.map(({ reference = null }) => reference)
  }
  await visited(jaabi, '2027-07-07T08:59:00.000Z')
  expect(new Set(await remembered('delivery'))).toEqual(new Set([references[0], null]))
  await visited(jaabi, '2027-07-08T09:00:00.000Z')
  expect(await remembered('delivery')).toEqual([])
  expect(await remembered('message')).toEqual([references[1]])

  await visited(jaabi, '2028-07-10T09:00:00.000Z')
  expect(await wordsOf(jaabi, references[0] ?? '')).toEqual([])
  expect(await remembered('message')).toEqual([])
})

test('STOP and « je retire » in the middle of forty messages: a day later no number is left, nor what was withdrawn', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  const said = (from: number) => Array.from({ length: 10 }, (_, n) => n + from)
  for (const [from, command] of [
    [0, `JE RETIRE ${reference}`],
    [20, 'STOP'],
  ] as const)
    await Promise.all([
      ...said(from).map((n) => phones.sms(woman, `${reference} il est encore en panne, jour ${n}`)),
      phones.sms(woman, command),
      ...said(from + 10).map((n) => phones.sms(woman, `La classe ${n} est fermée`)),
    ])
  await jaabi.drain()
  for (const at of ['2027-06-08T10:00:00.000Z', '2027-06-08T10:01:00.000Z']) await visited(jaabi, at)

  const all = await Promise.all((await jaabi.references()).map((one) => jaabi.cases.load(one)))
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter((one) => one?.sealed.contact !== null).map((one) => one?.caseFile.reference)).toEqual([])
  const withdrawn = await jaabi.cases.load(reference)
  expect(withdrawn?.caseFile).toMatchObject({ status: 'closed', closedHow: 'withdrawn' })
  expect(withdrawn?.sealed.words).toEqual({})
  expect(await erasures(jaabi, reference)).toEqual(expect.arrayContaining(['contact', 'words']))
  // What the others say stays, without whoever said it.
  expect(all.filter((one) => one && Object.keys(one.sealed.words).length > 0).length).toBeGreaterThanOrEqual(20)
})
