import { describe, expect, test } from 'vitest'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { standing } from '../../../core/lists/standing.ts'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const gao = { system: 'cod-2021', code: 'ML07' }
const another = 'Un agent a demandé de coucher avec ma sœur pour réparer'

/** The pump of Gao, answered; its verdict is awaited. */
async function answered(category = 'EHA-EAU') {
  const office = await bothDoors(await newJaabi())
  const { phones, takes } = office
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  await takes(
    reference,
    ['focal-point', 'assess', { level: 'N1', category, place: gao }],
    ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
    ['partner', 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' }],
  )
  await phones.report(woman)
  return { ...office, reference }
}

describe('words that join a case and may be another complaint', () => {
  test.each([
    ['another subject', 'Les enseignants ne viennent plus à l’école depuis un mois'],
    ['another place', 'A Kayes le forage du quartier ne donne pas non plus'],
  ])(
    'of %s stand as such in the owner’s list and on the page, with a clock, and split off take their place',
    async (_, words) => {
      const { jaabi, phones, call, takes, reference } = await answered()
      expect(await phones.says(woman, words)).toBe(reference)
      const caseFile = await jaabi.caseOf(reference)
      const row = standing(caseFile, jaabi.programme)?.row
      expect(row).toMatchObject({ nextAction: 'sort-other', owner: 'organisation:ong-sante-gao' })
      const clocks = runningClocks(caseFile, policyOf(jaabi.programme, caseFile)).map(({ name }) => name)
      expect(clocks).toContain('sort')
      const seen = (await call('partner', `/cases/${reference}`)).json
      expect(seen.steps).toContain('split')
      const [index = -1] = caseFile.maybeOther
      await takes(reference, ['partner', 'split', { index }])
      const own = (await jaabi.references()).find((one) => one !== reference) ?? ''
      expect((await jaabi.saidIn(own)).map((one) => one.words)).toEqual([words])
      expect(await jaabi.caseOf(reference)).toMatchObject({ maybeOther: [], unjudged: [] })
      expect(phones.received(woman).at(-1)).toContain(own)
    },
  )

  test('kept here they stay, and nothing closes over them before somebody said so', async () => {
    const { jaabi, phones, takes, reference } = await answered()
    await phones.says(woman, 'Les enseignants ne viennent plus à l’école depuis un mois')
    const [index = -1] = (await jaabi.caseOf(reference)).maybeOther
    await takes(reference, ['focal-point', 'judge', { verdict: 'none' }])
    jaabi.clock.nowAt = '2027-08-30T09:00:00.000Z'
    for (let visit = 0; visit < 3; visit++) await jaabi.sweep()
    const left = await jaabi.caseOf(reference)
    expect([left.status, left.lapsed]).toEqual(['answered', expect.arrayContaining(['sort'])])
    expect(standing(left, jaabi.programme)?.row.nextAction).toBe('sort-other')
    await takes(reference, ['focal-point', 'split', { index, apart: 'no' }])
    expect(await jaabi.references()).toEqual([reference])
    await jaabi.sweep()
    expect((await jaabi.caseOf(reference)).status).toBe('closed')
  })

  test('about the same subject and place, a verdict or a thank-you, they are no other complaint', async () => {
    for (const words of ['La pompe du forage est encore en panne depuis hier soir', '2', 'Merci beaucoup']) {
      const { jaabi, phones, reference } = await answered()
      expect(await phones.says(woman, words)).toBe(reference)
      expect((await jaabi.caseOf(reference)).maybeOther, words).toEqual([])
    }
  })

  test('what may be S is never joined to be marked', async () => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(woman, another)).not.toBe(reference)
    expect((await jaabi.caseOf(reference)).maybeOther).toEqual([])
  })
})
