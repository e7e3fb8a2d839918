import { expect, test } from 'vitest'
import { turnsShown } from '../../../../core/figures/turns.ts'
import { counted, someLives } from '../../../support/console/figures-lives.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()

test('a wall turns its sheets by itself, without a script, and stops when it is told to or after three hours', async () => {
  const jaabi = await newJaabi()
  jaabi.clock.nowAt = '2027-07-15T09:00:00.000Z'
  await counted(jaabi, someLives(60, 5))
  await jaabi.person('awa', { role: 'focal-point' })
  const seat = await seatOf(jaabi, 'awa')
  let next = '/console/ecran?periode=2027'
  const seen: string[] = []
  for (let sheet = 0; sheet < 4; sheet++) {
    const response = await seat.get(next)
    const page = await response.text()
    seen.push(/<h1>([^<]*)</.exec(page)?.[1]?.replaceAll('\u00a0', ' ') ?? '')
    expect(page).not.toContain('<script')
    expect(page.length).toBeLessThan(20_000)
    next = /^20; url=(\/console\/ecran\?.*)$/.exec(response.headers.get('refresh') ?? '')?.[1] ?? ''
  }
  expect(seen).toEqual(['Aujourd’hui', 'Dossiers reçus : année 2027', 'Qui, où, comment', 'À qui est le tour : dossiers en cours']) // prettier-ignore
  expect(next).toContain('feuille=1')
  expect((await seat.get('/console/ecran?fixe')).headers.get('refresh')).toBeNull()
  expect((await seat.get('/console/ecran?fin=2099-01-01T00:00:00.000Z')).headers.get('refresh')).toContain('fin=2027-07-15T12%3A00') // prettier-ignore
  jaabi.clock.nowAt = '2027-07-15T12:00:01.000Z'
  expect((await seat.get(next)).headers.get('refresh')).toBeNull()
})

test('whoever opens it, a wall shows numbers as they may be handed on, and nobody’s name, no case and no words', async () => {
  const jaabi = await newJaabi()
  jaabi.clock.nowAt = '2027-07-15T09:00:00.000Z'
  const files = someLives(12, 5)
  await counted(jaabi, files)
  await jaabi.person('awa', { role: 'focal-point', name: 'Awa Traoré' })
  const seat = await seatOf(jaabi, 'awa')
  for (const sheet of ['1', '2', '3', '4']) {
    const page = await (await seat.get(`/console/ecran?periode=2027&feuille=${sheet}`)).text()
    expect(page).not.toContain('Traoré')
    for (const { reference } of files) expect(page).not.toContain(reference)
    for (const [, value = ''] of page.matchAll(/<(?:p class="value[^"]*"|td)>\s*(\d+)\s*</g)) expect(Number(value) === 0 || Number(value) >= 5, value).toBe(true) // prettier-ignore
  }
  await jaabi.person('relais', { role: 'relay' })
  await jaabi.person('paire', { role: 'integrity' })
  for (const id of ['relais', 'paire']) expect((await (await seatOf(jaabi, id)).get('/console/ecran')).status).toBe(404)
})

test('whose turn it is hides what is small, and what would give it away', () => {
  const turns = [
    { owner: 'focal-point', open: 20 },
    { owner: 'organisations', open: 9 },
    { owner: 'region:gao', open: 6 },
    { owner: 'coordination', open: 2 },
  ]
  expect(turnsShown(turns)).toEqual([
    { value: 'focal-point', count: 20 },
    { value: 'organisations', count: 9 },
    { value: 'region:gao', count: 'hidden' },
    { value: 'coordination', count: 'small' },
  ])
  expect(turnsShown([{ owner: 'focal-point', open: 3 }])).toBe('withheld')
})
