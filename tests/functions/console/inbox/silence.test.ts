import { expect, test } from 'vitest'
import { isSilent, silentDays } from '../../../../core/lists/silence.ts'
import { factsOf } from '../../../../core/figures/case-facts.ts'
import { countLists } from '../../../../core/operations/lists/count-lists.ts'
import { viewer } from '../../../support/case-builder.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { needsOf } from '../../../../functions/wiring/services.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const

test('reminders of the machine are no follow-up: filter, count, row and K16 say the same of a case nobody touched', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const left = await filed(jaabi)
  const touched = await filed(jaabi)
  for (const one of [left, touched])
    await desk.step(one, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo })
  const focal = viewer('focal-point')

  const seen = async (now: string) => {
    jaabi.clock.nowAt = now
    for (let visit = 0; visit < 3; visit++) {
      await jaabi.sweep()
      await jaabi.drain()
    }
    const response = await (await seatOf(jaabi, 'focal-1')).get('/console/inbox?silent')
    const page = await response.text()
    const needs = { ...needsOf(jaabi.servicesFor('console')), figures: jaabi.figures }
    // What the figure counts; the figure itself hides so few.
    const movedOn = async (one: string) => factsOf(await jaabi.caseOf(one), jaabi.programme).ordinary?.movedOn ?? ''
    const days = await Promise.all([left, touched].map(movedOn))
    return {
      shown: [...page.matchAll(/href="[^"]*\/(\d{10})[^"]*" data-case/g)].map(([, reference]) => reference),
      marked: /Sans suite depuis \d+/.test(page.replaceAll('\u00a0', ' ')),
      counted: (await countLists(focal, { silentDays }, needs))?.silent,
      k16: days.filter((on) => isSilent(on, now.slice(0, 10), silentDays)).length,
    }
  }
  const none = { shown: [], marked: false, counted: 0, k16: 0 }
  expect(await seen('2027-06-14T20:00:00.000Z')).toMatchObject(none)
  // Reminded and climbed since, and nobody did anything but to the other one.
  jaabi.clock.nowAt = '2027-06-15T08:00:00.000Z'
  await desk.step(touched, 'note', { text: 'appelé le CSCom' })
  expect((await jaabi.caseOf(left)).history.at(-1)?.by.role).toBe('system')
  expect(await seen('2027-06-15T09:00:00.000Z')).toMatchObject({ shown: [left], marked: true, counted: 1, k16: 1 })
})
