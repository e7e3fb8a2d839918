import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../adapters/dynamodb/figures/figures-audit.ts'
import { recount } from '../../core/operations/figures/recount.ts'
import { mali } from '../../programme/mali.ts'
import { elsewhere, orvelle, pelune, suggestElsewhere, villagesElsewhere } from '../support/elsewhere/programme.ts'
import { deskOf } from '../support/functions/desk.ts'
import { phonesOf, referenceIn, woman } from '../support/functions/phone.ts'
import { withJaabi } from '../support/functions/services.ts'

/** Another country is another programme: the whole main job, under its own hours, feasts, places and standards. */

const newJaabi = await withJaabi()
const open = () => newJaabi({ programme: elsewhere, suggest: suggestElsewhere, villages: villagesElsewhere })
const n1 = { level: 'N1', category: 'PUITS', place: pelune }

describe('a country with one cluster, offices from Sunday and a feast in the week', () => {
  test('a complaint is promised its own date, escalates to its own cluster, is answered, told and judged', async () => {
    const jaabi = await open()
    const phones = phonesOf(jaabi)
    const desk = await deskOf(jaabi)
    const reference = await phones.says(woman, 'La poulie du puits de Pelune est cassee depuis hier')

    // Five working days from Monday 7 June at noon there: 8, 10, 13, 14 and 15, the feast of the 9th and the weekend left out.
    expect(phones.received(woman)[0]).toContain('15/06')
    await desk.step(reference, 'assess', n1)
    await desk.step(reference, 'assign', { organisation: 'puits-pour-tous' })

    jaabi.clock.nowAt = '2027-06-15T12:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    expect(jaabi.published.map(({ topic }) => topic)).toContain('regional-nord')
    expect(phones.received(woman).at(-1)).toContain(reference)

    await desk.step(reference, 'answer', { outcome: 'resolved', answer: 'la poulie est neuve' })
    await phones.report(woman)
    await phones.says(woman, '1')
    expect(phones.received(woman).at(-1)).toMatch(/merci/)
    jaabi.clock.nowAt = '2027-08-01T09:00:00.000Z'
    await jaabi.sweep()
    expect((await jaabi.caseOf(reference)).status).toBe('closed')
  })

  test('where no cluster serves the place the national level hears, and what may be abuse stays with two people', async () => {
    const jaabi = await open()
    const phones = phonesOf(jaabi)
    const desk = await deskOf(jaabi)
    const far = await phones.says(woman, 'Le puits de Orvelle')
    await desk.step(far, 'assess', { ...n1, place: orvelle })
    jaabi.clock.nowAt = '2027-06-15T12:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    expect((await jaabi.caseOf(far)).escalationLevel).toBe(2)

    const sensitive = await phones.says('+22370000009', 'Le garde demande de coucher avec ma fille')
    expect((await jaabi.caseOf(sensitive)).lane).toBe('P')
    expect(phones.received('+22370000009')).toEqual([`Jaabi: bien noté, No ${sensitive}.`])
  })

  test('the keypad offers its own places, and figures recount to nothing different', async () => {
    const jaabi = await open()
    const keypad = await phonesOf(jaabi).dials(woman)
    const words = await keypad.type('1', 'La poulie du puits')
    expect(words).not.toContain('Gao')
    expect(await keypad.type('1')).toMatch(/Norvane[^]*Sudane/)
    expect(referenceIn(await keypad.type('1', '1'))).not.toBe('')
    await jaabi.drain()
    const { client, tables, figures } = jaabi
    const audit = dynamoFiguresAudit({ client, tables, programme: elsewhere.id })
    expect(await recount({ programme: elsewhere, figures, audit })).toMatchObject({ missed: [], differences: [] })
  })
})

test('no word of one country stands in the code of core', () => {
  const paths = execFileSync('git', ['ls-files', 'core/**/*.ts'], { encoding: 'utf8' }).trim().split('\n')
  expect(paths.length).toBeGreaterThan(150)
  const regions = mali.gazetteer.list('cod-2021', 'region').map(({ name }) => name.toLowerCase())
  const own = [...regions, ...mali.clusters.map(({ id }) => id), ...mali.categories.map(({ code }) => code.toLowerCase()), 'cod-2021', 'reform-2023'] // prettier-ignore
  const code = (path: string): string =>
    readFileSync(path, 'utf8')
      .toLowerCase()
      .replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
  const found = paths.flatMap((path) => own.filter((word) => new RegExp(`\\b${word}\\b`).test(code(path))).map((word) => `${path}: ${word}`)) // prettier-ignore
  expect(found).toEqual([])
})
