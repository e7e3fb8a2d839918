import { expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const

async function loadsFor(jaabi: Jaabi, id: string) {
  const response = await (await seatOf(jaabi, id)).get('/console/charge')
  const page = await response.text()
  const rows = [...page.matchAll(/<th scope="row">([^<]*)<\/th>([\s\S]*?)<\/tr>/g)].map(([, name, cells = '']) => [
    name?.replaceAll('\u00a0', ' '),
    cells
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ])
  const [, turnRows = ''] = /aria-label="À qui est le tour">([\s\S]*?)<\/table>/.exec(page) ?? []
  const turns = [...turnRows.matchAll(/<th scope="row">([^<]*)<\/th>\s*<td>(\d+)</g)].map(([, name, open]) => [
    name?.replaceAll('\u00a0', ' '),
    Number(open),
  ])
  return {
    status: response.status,
    turns: Object.fromEntries(turns) as Record<string, number>,
    loads: Object.fromEntries(rows) as Record<string, string>,
  }
}

test('who triages sees what each region and organisation has, how much of it is late and how old it is; nobody else does', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  for (const [step, named] of [
    ['assign', []],
    ['refer', []],
    ['assign', ['person:awa']],
  ] as const) {
    const reference = await filed(jaabi)
    await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named })
    await desk.step(reference, step, { organisation: 'ong-sante-gao', to: 'ong-sante-gao' })
  }
  await filed(jaabi)
  await jaabi.drain()
  await jaabi.person('awa', { role: 'deputy' })
  const partner = 'ONG Santé Gao (exemple)'
  expect((await loadsFor(jaabi, 'focal-1')).loads).toMatchObject({ Gao: '3 0 juin 2027', 'Ni évalués, ni montés': '1 0 juin 2027', [partner]: '3 0 juin 2027', Mopti: '0 0 –' }) // prettier-ignore
  expect((await loadsFor(jaabi, 'awa')).loads).toMatchObject({ Gao: '2 0 juin 2027', [partner]: '2 0 juin 2027' })
  jaabi.clock.nowAt = '2027-06-24T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect((await loadsFor(jaabi, 'focal-1')).loads['Gao']).toMatch(/^3 ▲ 3|^4 ▲ 4/)
  for (const role of ['partner', 'coordinator', 'administrator', 'authority'] as const) {
    await jaabi.person(role, { role, region: 'gao', organisation: 'ong-sante-gao' })
    expect((await loadsFor(jaabi, role)).status).toBe(404)
  }
})

test('and whose turn it is: the focal point’s, then an organisation’s, then the coordination’s at the top', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const turns = async () => (await loadsFor(jaabi, 'focal-1')).turns
  const reference = await filed(jaabi)
  await jaabi.drain()
  expect(await turns()).toMatchObject({ 'Point focal': 1, Organisations: 0, Coordination: 0 })
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named: [] })
  await jaabi.drain()
  expect(await turns()).toMatchObject({ 'Point focal': 1, 'Cluster Gao': 0 })
  await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
  await jaabi.drain()
  expect(await turns()).toMatchObject({ 'Point focal': 0, Organisations: 1 })
  for (const month of ['07', '08', '09']) {
    jaabi.clock.nowAt = `2027-${month}-27T09:00:00.000Z`
    await jaabi.sweep()
  }
  await jaabi.drain()
  expect(await turns()).toMatchObject({ 'Point focal': 0, 'Cluster Gao': 0, Organisations: 0, Coordination: 1 })
})

test('a regional cluster sees what each organisation has of its region and how much is late, and nothing of another region', async () => {
  const jaabi = await newJaabi()
  const desk = await deskOf(jaabi)
  const mopti = { system: 'cod-2021', code: 'ML05' } as const
  for (const [place, organisation, named] of [
    [ansongo, 'ong-sante-gao', []],
    [ansongo, 'ong-sante-gao', []],
    [ansongo, 'csref-gao', []],
    [ansongo, 'csref-gao', ['person:gao']],
    [mopti, 'ong-sante-mopti', []],
  ] as const) {
    const reference = await filed(jaabi)
    await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place, named })
    await desk.step(reference, 'assign', { organisation })
  }
  await filed(jaabi)
  await jaabi.drain()
  await jaabi.person('gao', { role: 'regional-cluster', region: 'gao' })
  const now = await loadsFor(jaabi, 'gao')
  expect(now.loads).toMatchObject({ Gao: '3 0 juin 2027', 'ONG Santé Gao (exemple)': '2 0 juin 2027' })
  expect(Object.values(now.loads).filter((load) => load.startsWith('1 0'))).toHaveLength(1)
  expect(Object.keys(now.loads).join()).not.toContain('Mopti')
  jaabi.clock.nowAt = '2027-06-24T09:00:00.000Z'
  expect((await loadsFor(jaabi, 'gao')).loads['ONG Santé Gao (exemple)']).toBe('2 ▲ 2 juin 2027')
})
