import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../../adapters/dynamodb/figures/figures-audit.ts'
import type { Viewer } from '../../../../core/case/actor.ts'
import type { CaseFile } from '../../../../core/case/case-file.ts'
import { netted } from '../../../../core/lists/counter-change.ts'
import type { Ordinary } from '../../../../core/figures/facts.ts'
import { factsOf } from '../../../../core/figures/case-facts.ts'
import { counterChanges } from '../../../../core/figures/counters.ts'
import { readFigures } from '../../../../core/operations/figures/read-figures.ts'
import { recount } from '../../../../core/operations/figures/recount.ts'
import type { Member } from '../../../../core/directory/member.ts'
import { isKeptFrom } from '../../../../core/routing/may-see.ts'
import { knownPerson } from '../../../../functions/staff/viewer.ts'
import { watch } from '../../../support/stored-cases.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { counted, someLives } from '../../../support/console/figures-lives.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()

const people = {
  awa: { role: 'focal-point' },
  moussa: { role: 'coordinator' },
  tech: { role: 'administrator' },
  gao: { role: 'regional-cluster', region: 'gao' },
  kidal: { role: 'regional-cluster', region: 'kidal' },
  drs: { role: 'authority', region: 'gao', organisation: 'drs-gao' },
  ngo: { role: 'partner', organisation: 'ong-sante-gao' },
  csref: { role: 'partner', organisation: 'csref-gao' },
} satisfies Record<string, Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>>

async function viewerOf(jaabi: Jaabi, id: string): Promise<Viewer> {
  const known = await knownPerson({ person: id, restricted: true }, jaabi.servicesFor('console'))
  if (!known || typeof known === 'string') throw new Error(`${id} is nobody`)
  return known.viewer
}
/** What somebody's figures must be about, by the rules of sight, case by case. */
function theirs(viewer: Viewer, files: readonly CaseFile[], { programme }: Jaabi): (Ordinary & { at: CaseFile })[] {
  return files.flatMap((at) => {
    const { ordinary } = factsOf(at, programme)
    if (!ordinary || isKeptFrom(viewer, { organisation: viewer.role === 'authority' ? ordinary.organisation : null, named: at.named })) return [] // prettier-ignore
    const own = viewer.role === 'partner' ? ordinary.organisation === viewer.organisation : viewer.region === null || ordinary.region === viewer.region // prettier-ignore
    return own ? [{ ...ordinary, at }] : []
  })
}
const pageOf = async (jaabi: Jaabi, id: string, query = '') =>
  (await (await seatOf(jaabi, id)).get(`/console/chiffres${query}`)).text()

describe('after 200 lives', async () => {
  const jaabi = await newJaabi()
  jaabi.clock.nowAt = '2027-07-15T09:00:00.000Z'
  const files = someLives(200, 5)
  await counted(jaabi, files)
  for (const [id, person] of Object.entries(people)) await jaabi.person(id, person)
  const read = async (id: string, period?: string) => {
    const viewer = await viewerOf(jaabi, id)
    const shown = await readFigures(viewer, { period, region: null }, { programme: jaabi.programme, now: jaabi.clock.nowAt, figures: jaabi.figures }) // prettier-ignore
    if (!shown || !('period' in shown)) throw new Error('no figures')
    return { shown, own: theirs(viewer, files, jaabi) }
  }

  test('a recount finds nothing to set right', async () => {
    const audit = dynamoFiguresAudit({ client: jaabi.client, tables: jaabi.tables, programme: jaabi.programme.id })
    const found = await recount({ programme: jaabi.programme, figures: jaabi.figures, audit })
    expect(found).toMatchObject({ cases: 200, missed: [], differences: [] })
  })

  test.each(
    Object.keys(people).flatMap(
      (id) =>
        [
          [id, '2027'],
          [id, '2027-T2'],
          [id, '2027-06'],
          [id, undefined],
        ] as const,
    ),
  )('%s reads in %s what the cases say', async (id, period) => {
    // prettier-ignore
    const { shown, own } = await read(id, period)
    const inPeriod = own.filter(({ receivedOn }) => shown.period.months.includes(receivedOn.slice(0, 7)))
    const count = (is: (one: (typeof own)[number]) => boolean) => inPeriod.filter(is).length
    /** A number that is printed is the number of cases; one that is not may be small, or would give a small one away. */
    const agrees = (printed: number | string, is: number) => {
      if (typeof printed === 'number') expect(printed).toBe(is)
      else if (printed === 'small') expect([1, 2, 3, 4]).toContain(is)
    }
    const { figures, backlog } = shown
    agrees(figures.received, inPeriod.length)
    const shares = {
      onTime: [count(({ answerDays, late }) => answerDays !== null && !late), count(({ answerDays, late, status }) => answerDays !== null || (late && status === 'open'))], // prettier-ignore
      read: [count(({ read }) => read === 'in-time'), count(({ read }) => read !== 'not-yet')],
      told: [count(({ told }) => told), count(({ answerDays }) => answerDays !== null)],
      response: [count(({ satisfaction }) => satisfaction !== null), count(({ told }) => told)],
      loopClosed: [count(({ at }) => at.status === 'closed' && at.told !== null), count(({ at }) => at.status === 'closed' && at.answer !== null)], // prettier-ignore
      reopened: [count(({ at }) => at.reopenings > 0), count(({ answerDays }) => answerDays !== null)],
      escalated: [count(({ at }) => at.history.some(({ what }) => what === 'escalated')), inPeriod.length],
      answeredAfterEscalation: [count(({ at }) => /escalated.*answered/.test(at.history.map(({ what }) => what).join())), count(({ climbedTo }) => climbedTo > 0)], // prettier-ignore
    } as const
    for (const [name, [part, n]] of Object.entries(shares)) {
      const share = figures.shares[name as keyof typeof shares]
      agrees(share.n, n)
      if (!share.range) continue
      expect(part / n).toBeGreaterThanOrEqual(share.range.low - 1e-9)
      expect(part / n).toBeLessThanOrEqual(share.range.high + 1e-9)
    }
    for (const by of ['category', 'channel', 'person', 'disability'] as const) {
      const rows = figures.by[by]
      if (rows !== 'withheld') for (const { value, count: printed } of rows ?? []) agrees(printed, count((one) => one[by] === value)) // prettier-ignore
    }
    const open = own.filter(({ status }) => status === 'open')
    agrees(backlog.open, open.length)
    agrees(backlog.late, open.filter(({ overdue }) => overdue).length)
    const weekAgo = '2027-07-08'
    agrees(backlog.silent, open.filter(({ movedOn }) => movedOn < weekAgo).length)
    if (backlog.ages !== 'withheld') agrees(backlog.ages['31-'], open.filter(({ receivedOn }) => receivedOn < '2027-06-15').length) // prettier-ignore
  })

  test('nobody’s figures are empty but those of a region without cases', async () => {
    for (const id of Object.keys(people)) expect([id, (await read(id)).own.length > 0]).toEqual([id, id !== 'kidal'])
  })

  test('an S case moves nothing but its stub, which only its pair reads', async () => {
    const pages = () => Promise.all(Object.keys(people).map(async (id) => (await pageOf(jaabi, id)).replaceAll(/csrf" value="[^"]+"/g, ''))) // prettier-ignore
    const before = await pages()
    const more = someLives(60, 9).filter((file) => file.lane === 'S1' || file.lane === 'S2' || file.lane === 'P')
    expect(more.length).toBeGreaterThan(8)
    await counted(jaabi, more.map((file, at) => ({ ...file, reference: String(6_000_000_000 + at) })), false) // prettier-ignore
    expect(await pages()).toEqual(before)
    await jaabi.person('pair', { role: 'protection' })
    const page = await (await seatOf(jaabi, 'pair', 'protection-console')).get('/console/protection/chiffres')
    expect(await page.text()).toMatch(/Signalements, année 2027/)
  })

  test('the file says what the page says, and the address of a period can be kept', async () => {
    const seat = await seatOf(jaabi, 'awa')
    const page = await (await seat.get('/console/chiffres?periode=2027-T2&diffusion')).text()
    const response = await seat.get('/console/chiffres.csv?periode=2027-T2')
    const file = await response.text()
    expect(response.headers.get('content-disposition')).toContain('jaabi-chiffres-2027-T2.csv')
    const values = [...page.matchAll(/class="value[^"]*">([^<]*(?:&lt;5)?[^<]*)</g)].map(([, said = '']) => said.replace('&lt;', '<')) // prettier-ignore
    expect(values.length).toBeGreaterThan(8)
    for (const said of values) expect(file).toContain(`"${said}"`)
    expect(page).toContain('/console/chiffres?periode=2027-T1&amp;diffusion')
    expect(page).toMatch(/2e trimestre 2027/)
  })

  test('who may open every case of their scope sees true numbers, marked as such; a narrower role, and every file, does not', async () => {
    await jaabi.person('coordinator', { role: 'coordinator' })
    await jaabi.person('focal', { role: 'focal-point' })
    const said = async (person: string, path: string) => (await (await seatOf(jaabi, person)).get(path)).text()
    const at = '/console/chiffres?periode=2027-T2'
    const inside = await said('focal', at)
    expect(inside).toContain('Ne les diffusez pas')
    expect(inside).not.toMatch(/&lt;5|<td>caché/)
    for (const [person, path] of [
      ['focal', `${at}&diffusion`],
      ['coordinator', at],
    ] as const) {
      const shared = await said(person, path)
      expect(shared).toMatch(/&lt;5/)
      expect(shared).not.toContain('Ne les diffusez pas')
    }
    expect(await said('focal', '/console/chiffres.csv?periode=2027-T2')).toContain('"<5"')
  })
})

describe('one region of the country', async () => {
  const jaabi = await newJaabi()
  jaabi.clock.nowAt = '2027-07-15T09:00:00.000Z'
  await counted(jaabi, someLives(200, 5))
  for (const [id, person] of Object.entries(people)) await jaabi.person(id, person)
  // Whom no case names, as it names nobody of the cluster in Gao.
  await jaabi.person('lala', people.awa)
  const at = async (id: string, path: string) => (await seatOf(jaabi, id)).get(path)
  const numbers = (page: string) => [...page.matchAll(/class="value[^"]*">([^<]*)</g)].map(([, said]) => said)

  test('whoever opens every case of the country reads what the cluster of that region reads, and page, files and wall say which it is', async () => {
    const own = await (await at('gao', '/console/chiffres?periode=2027')).text()
    const asked = await (await at('lala', '/console/chiffres?periode=2027&region=gao')).text()
    expect(numbers(asked)).toEqual(numbers(own))
    expect(numbers(asked).length).toBeGreaterThan(8)
    expect(asked).toMatch(/<title>Chiffres · Région du cluster Gao/)
    expect(asked).toMatch(/<h1>Chiffres · Région du cluster Gao<\/h1>/)
    expect(asked).toContain('<option value="gao" selected>')
    expect(asked).toContain('/console/chiffres?periode=2026&amp;region=gao"')
    expect(asked).not.toContain('La boîte en montre')
    const file = await at('lala', '/console/chiffres.csv?periode=2027&region=gao')
    expect(file.headers.get('content-disposition')).toContain('jaabi-chiffres-gao-2027.csv')
    const theirs = await (await at('gao', '/console/chiffres.csv?periode=2027')).text()
    expect(await file.text()).toBe(theirs)
    expect(theirs).toContain('Région du cluster Gao')
    const workbook = await at('lala', '/console/chiffres.xlsx?periode=2027&region=gao')
    expect(workbook.headers.get('content-disposition')).toContain('jaabi-chiffres-gao-2027.xlsx')
    const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['Chiffres', 'Formule et source'])
    const [first, headings, ...rows] = sheets[0]?.rows ?? []
    expect(first?.[0]).toContain('Région du cluster Gao')
    expect(headings?.slice(0, 3)).toEqual(['Partie', 'Chiffre', 'Valeur'])
    expect(rows).toHaveLength(theirs.trim().split('\r\n').length - 2)
    expect(await (await at('lala', '/console/ecran?periode=2027&region=gao')).text()).toContain('Région du cluster Gao')
  })

  test('what no cluster serves and what nobody assessed have figures too, and what may be handed on says with what it may not', async () => {
    expect(await (await at('lala', '/console/chiffres?region=national')).text()).toContain(
      'Hors des clusters régionaux',
    )
    expect(await (await at('lala', '/console/chiffres?region=triage')).text()).toContain('À évaluer, lieu non confirmé')
    const shared = await (await at('lala', '/console/chiffres?region=gao&diffusion')).text()
    expect(shared).toContain('leurs différences diraient ce qui est caché')
    expect(shared).toMatch(/name="diffusion"/)
    expect(await (await at('lala', '/console/chiffres?diffusion')).text()).not.toContain('leurs différences')
  })

  test('nobody else asks for a region: country and regions together would tell them what is hidden in each', async () => {
    for (const path of ['chiffres', 'chiffres.csv', 'chiffres.xlsx', 'ecran']) {
      for (const id of ['moussa', 'tech', 'ngo', 'kidal', 'csref']) expect((await at(id, `/console/${path}?region=gao`)).status, `${id} ${path}`).toBe(404) // prettier-ignore
      expect((await at('lala', `/console/${path}?region=nulle-part`)).status).toBe(404)
      for (const id of ['gao', 'drs']) expect((await at(id, `/console/${path}?region=gao`)).status).toBe(200)
    }
    expect(await (await at('moussa', '/console/chiffres')).text()).not.toContain('name="region"')
  })
})

test('who has no figures finds nothing, as on any page that is not there', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('relay', { role: 'relay' })
  await jaabi.person('nowhere', { role: 'regional-cluster' })
  for (const id of ['relay', 'nowhere']) {
    const { get } = await seatOf(jaabi, id)
    const plain = (text: string) => text.replaceAll(/csrf" value="[^"]+"/g, '')
    const nothing = plain(await (await get('/console/nowhere')).text())
    for (const path of ['/console/chiffres', '/console/chiffres.csv', '/console/chiffres?periode=2027']) {
      const response = await get(path)
      expect([response.status, plain(await response.text())]).toEqual([404, nothing])
    }
  }
})

test('a page costs as many calls and as much reading at 5,000 cases as at 100', async () => {
  const cost = async (times: number) => {
    const jaabi = await newJaabi()
    const lives = someLives(100, 3).map((file) => counterChanges(null, factsOf(file, jaabi.programme)))
    await jaabi.figures.repair(netted(lives.flat()).map((change) => ({ ...change, add: change.add * times })))
    await jaabi.person('awa', people.awa)
    const { get } = await seatOf(jaabi, 'awa')
    const sent = watch(jaabi.client)
    const page = await (await get('/console/chiffres')).text()
    expect(page).toContain('12 derniers mois')
    const reads = sent.filter(
      ({ name, input }) => name === 'QueryCommand' && JSON.stringify(input).includes('#counter#'),
    )
    const units = reads.map(async ({ input }) => {
      const query = { ...(input as QueryCommandInput), ReturnConsumedCapacity: 'TOTAL' as const }
      return (await jaabi.client.send(new QueryCommand(query))).ConsumedCapacity?.CapacityUnits
    })
    return { calls: reads.length, units: await Promise.all(units) }
  }
  const [few, many] = [await cost(1), await cost(50)]
  expect(few.calls).toBe(2)
  expect(Math.max(...few.units.map(Number))).toBeLessThan(10)
  expect(many).toEqual(few)
})
