import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../../../adapters/dynamodb/figures/figures-audit.ts'
import type { Viewer } from '../../../../core/case/actor.ts'
import type { CaseFile } from '../../../../core/case/case-file.ts'
import { caseFileOf } from '../../../../core/case/fold.ts'
import { netted } from '../../../../core/lists/counter-change.ts'
import type { Ordinary } from '../../../../core/figures/facts.ts'
import { factsOf } from '../../../../core/figures/case-facts.ts'
import { counterChanges } from '../../../../core/figures/counters.ts'
import { mostRead } from '../../../../core/operations/figures/count-cercle.ts'
import { readFigures } from '../../../../core/operations/figures/read-figures.ts'
import { recount } from '../../../../core/operations/figures/recount.ts'
import type { PlaceRef } from '../../../../core/places/place-ref.ts'
import type { Member } from '../../../../core/directory/member.ts'
import { isKeptFrom } from '../../../../core/routing/may-see.ts'
import { knownPerson } from '../../../../functions/staff/viewer.ts'
import * as cases from '../../../support/case-builder.ts'
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
    const shown = await readFigures(viewer, { period, region: null, cercle: null }, { programme: jaabi.programme, now: jaabi.clock.nowAt, figures: jaabi.figures }) // prettier-ignore
    if (!shown || !('figures' in shown)) throw new Error('no figures')
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

describe('one cercle of a region', async () => {
  const { gazetteer } = (await newJaabi()).programme
  const [ansongo, bourem] = ['Ansongo', 'Bourem'].map((name) => {
    const place = gazetteer.list('cod-2021', 'cercle').find((one) => one.name === name)
    if (place?.region !== 'gao') throw new Error(`${name} is no cercle of Gao`)
    return place.ref
  })
  if (!ansongo || !bourem) throw new Error('no cercles')
  const codeOf = ({ system, code }: PlaceRef) => `${system}:${code}`
  /** Half of what is about Gao lies in one cercle, a third in another; of the rest the region alone is known. */
  const files = someLives(200, 5).map((file, at) => {
    const place = [ansongo, ansongo, ansongo, bourem, bourem, cases.gao][at % 6] ?? cases.gao
    const history = file.history.map((entry) => entry.what === 'assessed' && entry.place?.code === cases.gao.code ? { ...entry, place } : entry) // prettier-ignore
    return caseFileOf(file.programme, file.reference, history)
  })
  const isIn = (cercle: PlaceRef) => (file: CaseFile) => file.place !== null && codeOf(file.place) === codeOf(cercle)

  async function withCounted(own: readonly CaseFile[]) {
    const jaabi = await newJaabi()
    jaabi.clock.nowAt = '2027-07-15T09:00:00.000Z'
    await counted(jaabi, own, false)
    for (const [id, person] of Object.entries({ ...people, lala: people.awa })) await jaabi.person(id, person)
    return { jaabi, at: async (id: string, path: string) => (await seatOf(jaabi, id)).get(path) }
  }
  const [everywhere, alone] = await Promise.all([withCounted(files), withCounted(files.filter(isIn(ansongo)))])
  const asked = `cercle=${codeOf(ansongo)}`
  /** Each number of a page, by what it is of. */
  const numbers = (page: string) => {
    const tiles = [...page.matchAll(/<h3>([^<]*)<\/h3>\s*<p class="value[^"]*">([^<]*)</g)]
    const rows = [...page.matchAll(/<th scope="row">([^<]*)<\/th>\s*<td>([^<]*)</g)]
    return [...tiles, ...rows].map(([, of, said]) => `${of}: ${said}`)
  }
  /** What a page of a cercle leaves out. */
  const notOfCercles = /^(Écartés|Ansongo): /

  test.each([
    ['gao', ''],
    ['lala', '&region=gao'],
    ['awa', '&region=gao'],
    ['ngo', ''],
  ])('%s reads of it what the whole would be, were there no other, in every period', async (id, part) => {
    for (const period of ['2027-06', '2027-04', '2027-T2', '2027', '12-mois', '2026'])
      for (const version of ['', '&diffusion']) {
        const query = `/console/chiffres?periode=${period}${part}${version}`
        const whole = numbers(await (await alone.at(id, query)).text()).filter((one) => !notOfCercles.test(one))
        expect(whole.length, query).toBeGreaterThan(3)
        expect(numbers(await (await everywhere.at(id, `${query}&${asked}`)).text()), query).toEqual(whole)
      }
  })

  test('all cercles together are the region, and each is offered by its name, the region alone as what it is', async () => {
    const { jaabi, at } = everywhere
    const viewer = await viewerOf(jaabi, 'gao')
    const received = async (cercle: string | null) => {
      const needs = { programme: jaabi.programme, now: jaabi.clock.nowAt, figures: jaabi.figures }
      const shown = await readFigures(viewer, { period: '2027', region: null, cercle }, needs, true)
      if (!shown || !('figures' in shown)) throw new Error('no figures')
      return { count: Number(shown.figures.received), open: Number(shown.backlog.open), by: shown.figures.by.cercle }
    }
    const region = await received(null)
    if (!region.by || region.by === 'withheld') throw new Error('no cercles')
    expect(region.by).toHaveLength(3)
    let [sum, open] = [0, 0]
    for (const { value, count } of region.by) {
      const one = await received(value)
      expect([value, one.count]).toEqual([value, count])
      ;[sum, open] = [sum + one.count, open + one.open]
    }
    expect([sum, open]).toEqual([region.count, region.open])
    const page = await (await at('gao', '/console/chiffres?periode=2027')).text()
    const options = [...page.matchAll(/<option value="[^"]*"[^>]*>([^<]+)</g)].map(([, label]) => label)
    expect(options).toEqual(['Tous les cercles', 'Ansongo', 'Bourem', 'Gao, cercle non précisé'])
  })

  test('page, files and wall say which cercle of which region, and the page that it was read case by case', async () => {
    const { at } = everywhere
    const query = `periode=2027&region=gao&${asked}`
    const page = await (await at('lala', `/console/chiffres?${query}`)).text()
    const name = 'Cercle Ansongo · Région du cluster Gao'
    expect(page).toContain(`<h1>Chiffres · ${name}</h1>`)
    expect(page).toContain('lus dossier par dossier')
    expect(page).toContain(`<option value="${codeOf(ansongo)}" selected>`)
    expect(page).toContain(`/console/chiffres?periode=2026&amp;region=gao&amp;${asked}"`)
    expect(page).not.toContain('Écartés')
    const file = await at('lala', `/console/chiffres.csv?${query}`)
    expect(file.headers.get('content-disposition')).toContain('jaabi-chiffres-gao-cercle-ansongo-2027.csv')
    expect(await file.text()).toContain(name)
    const workbook = await at('lala', `/console/chiffres.xlsx?${query}`)
    const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()))
    expect(sheets[0]?.rows[0]?.[0]).toContain(name)
    expect(JSON.stringify(sheets[1]?.rows)).toContain('lus un à un')
    expect(JSON.stringify(sheets[1]?.rows)).not.toContain('compteurs')
    expect(await (await at('lala', `/console/ecran?${query}`)).text()).toContain(name)
    expect(await (await at('lala', `/console/chiffres?${query}&diffusion`)).text()).toContain('leurs différences')
  })

  test('nobody else asks for a cercle, nor for one of the whole country, nor for a place there is not', async () => {
    const { at } = everywhere
    for (const path of ['chiffres', 'chiffres.csv', 'chiffres.xlsx', 'ecran']) {
      for (const id of ['moussa', 'tech', 'drs']) expect((await at(id, `/console/${path}?${asked}`)).status, `${id} ${path}`).toBe(404) // prettier-ignore
      expect((await at('lala', `/console/${path}?${asked}`)).status).toBe(404)
      for (const nowhere of ['cod-2021:ML9999', 'ML0701', ':', 'a:b:c', `${'x'.repeat(41)}:ML07`])
        expect((await at('gao', `/console/${path}?cercle=${nowhere}`)).status, nowhere).toBe(404)
    }
    expect(await (await at('drs', '/console/chiffres')).text()).not.toContain('name="cercle"')
  })

  test('where too many would have to be read, it says so and leads to shorter periods', async () => {
    const { jaabi, at } = await withCounted(files)
    const key = { group: 'region:gao', field: 'received' }
    await jaabi.figures.repair([{ ...key, name: '2027-01', add: mostRead }])
    const response = await at('gao', `/console/chiffres?periode=2027&${asked}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toMatch(/il faudrait en lire 10\d\d\d, et 10000 au plus/)
    expect(page).toContain(`/console/chiffres?periode=2027-T3&amp;${asked}"`)
    for (const path of ['chiffres.csv', 'chiffres.xlsx', 'ecran']) {
      const elsewhere = await at('gao', `/console/${path}?periode=2027&${asked}`)
      expect([elsewhere.status, elsewhere.headers.get('location')?.split('?')[0]]).toEqual([303, '/console/chiffres'])
    }
    expect(numbers(await (await at('gao', `/console/chiffres?periode=2027-06&${asked}`)).text()).length).toBeGreaterThan(8) // prettier-ignore
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
