import { expect, test } from 'vitest'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const words = 'الماء مقطوع منذ ثلاثة أيام'
const gao = { system: 'cod-2021', code: 'ML07' }

/** A text nobody here can read, and trained readers: of Tamasheq in Mopti and among the protection pair, of Songhay at the coordination. */
async function unread() {
  const office = await bothDoors(await newJaabi())
  const { jaabi, phones } = office
  const trained = { pseaOn: '2027-03-01' }
  await jaabi.person('mopti', { role: 'regional-cluster', region: 'mopti', readerOf: ['taq'], ...trained })
  await jaabi.person('second', { role: 'protection', readerOf: ['taq'], ...trained })
  await jaabi.person('songhay', { role: 'coordinator', readerOf: ['ses'], ...trained })
  await jaabi.person('untrained', { role: 'coordinator', readerOf: ['khq'], pseaOn: '2026-03-01' })
  return { ...office, reference: await phones.says(woman, words) }
}
const listed = async ({ call }: Awaited<ReturnType<typeof unread>>, who: string) =>
  (await call(who, '/queue')).json.cases?.map(({ reference }) => reference)

test('a reader who is asked finds the case, says what it means, and loses it once somebody decided', async () => {
  const office = await unread()
  const { call, takes, reference } = office
  const at = `/cases/${reference}`
  expect(await listed(office, 'mopti')).toEqual([])
  const dueAt = (await call('focal-point', at)).json.dueAt
  await takes(reference, ['focal-point', 'ask-reader', { language: 'taq' }])
  for (const who of ['mopti', 'second']) expect(await listed(office, who)).toEqual([reference])
  for (const who of ['songhay', 'gao', 'protection', 'partner', 'authority'])
    expect([(await call(who, at)).status, await listed(office, who)], who).toEqual([404, []])

  const { json } = await call('mopti', at)
  expect(json).toMatchObject({ text: words, steps: ['say-meaning'], reads: null, dueAt })
  for (const [step, body] of [
    ['assess', { level: 'N1' }],
    ['reveal-contact', { reason: 'curieux' }],
    ['ask-reader', { language: 'ses' }],
  ] as const)
    expect((await call('mopti', `${at}/${step}`, body)).json.why).toBe('role')

  await takes(reference, ['mopti', 'say-meaning', { meaning: 'Le forage est en panne depuis trois jours' }])
  const seen = (await call('focal-point', at)).json
  expect(seen).toMatchObject({
    meaning: { words: 'Le forage est en panne depuis trois jours', language: 'taq', by: 'mopti' },
    suggested: { unread: false, category: 'EHA-EAU' },
    dueAt,
  })
  expect(seen.reads?.map(({ person }) => person)).toContain('mopti')
  await takes(reference, ['focal-point', 'assess', { level: 'N1', place: gao }])
  expect([(await call('mopti', at)).status, await listed(office, 'mopti')]).toEqual([404, []])
})

test('reading by a reader is not the reading of those who decide: protection is alerted all the same, and keeps its list', async () => {
  const office = await unread()
  const { jaabi, call, takes, reference } = office
  await takes(reference, ['focal-point', 'ask-reader', { language: 'taq' }])
  const read = (await jaabi.caseOf(reference)).readAt
  await call('second', `/cases/${reference}`)
  expect((await jaabi.caseOf(reference)).readAt).toBe(read)
  jaabi.clock.nowAt = '2027-06-08T14:00:00.000Z'
  await jaabi.sweep()
  for (const who of ['mopti', 'second', 'protection']) expect(await listed(office, who), who).toEqual([reference])
})

test('only of words nobody can read, in a language somebody trained reads today, and once', async () => {
  const { call, takes, phones, reference } = await unread()
  const ask = async (of: string, language: string) =>
    (await call('focal-point', `/cases/${of}/ask-reader`, { language })).json.why
  const readable = await phones.says(woman, 'un agent a violé une fille du camp')
  expect(await ask(readable, 'taq')).toBe('readable')
  expect(await ask(reference, 'khq')).toBe('nobody-reads-it')
  expect(await ask(reference, 'snk')).toBe('nobody-reads-it')
  await takes(reference, ['deputy', 'ask-reader', { language: 'taq' }])
  expect(await ask(reference, 'taq')).toBe('asked-already')
  expect((await call('focal-point', `/cases/${reference}/say-meaning`, { meaning: 'rien' })).json.why).toBe('role')
})

test.each([
  ['Le forage est en panne depuis trois jours', true],
  ['Un agent a violé sa fille', false],
])('found ordinary, « %s » goes with the words to who works on it: %s', async (meaning, goes) => {
  const { call, takes, reference } = await unread()
  await takes(
    reference,
    ['focal-point', 'ask-reader', { language: 'taq' }],
    ['mopti', 'say-meaning', { meaning }],
    ['focal-point', 'assess', { level: 'N1', place: gao }],
    ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
  )
  for (const who of ['partner', 'gao', 'authority']) {
    const { json } = await call(who, `/cases/${reference}`)
    expect(JSON.stringify(json).includes(meaning), who).toBe(goes)
    expect(JSON.stringify(json)).not.toMatch(/mopti|reader-asked|meaning-said/)
  }
  expect(JSON.stringify((await call('focal-point', `/cases/${reference}`)).json)).toContain(meaning)
})

test('whoever may read what waits hears that something does, in counts: at once, when they are asked, and again with each reminder', async () => {
  const { jaabi, takes, reference } = await unread()
  const heard = () => jaabi.published.splice(0).map(({ topic, body }) => [topic, /^(\d+) dossier/.exec(body)?.[1]])
  await jaabi.drain()
  expect(heard()).toEqual([['national', '1']])
  await takes(reference, ['focal-point', 'ask-reader', { language: 'taq' }])
  await jaabi.drain()
  expect(heard().toSorted()).toEqual([
    ['protection', '1'],
    ['regional-mopti', '1'],
  ])
  jaabi.clock.nowAt = '2027-06-07T21:30:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(jaabi.published.map(({ body }) => body).join()).not.toMatch(/\d{10}|الماء/)
  expect(new Set(heard().map(([topic]) => topic))).toEqual(new Set(['national', 'protection', 'regional-mopti']))
  await takes(reference, ['mopti', 'say-meaning', { meaning: 'Le forage est en panne' }])
  jaabi.clock.nowAt = '2027-06-08T10:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(heard().map(([topic]) => topic)).not.toContain('regional-mopti')
})
