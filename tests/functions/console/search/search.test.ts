import { describe, expect, test, vi } from 'vitest'
import { newReference } from '../../../../core/case/reference.ts'
import type { Member } from '../../../../core/directory/member.ts'
import { countCases } from '../../../../core/operations/figures/count-cases.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { filed } from '../../../support/functions/filing.ts'
import { seeded } from '../../../support/functions/outside.ts'
import { raised } from '../../../support/functions/raised.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
const n1 = { level: 'N1', category: 'SAN-FRAIS', place: ansongo }
const june = 'du=2027-06-01&au=2027-06-30'

type Who = Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>

async function searcher(jaabi: Jaabi, person: Who, id = `${person.role}-1`) {
  await jaabi.person(id, person)
  return async (query: string, path = `/console/recherche?${query}`) => {
    const { get } = await seatOf(jaabi, id, person.role === 'protection' ? 'protection-console' : 'console')
    const response = await get(path)
    const page = await response.text()
    const text = page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
    const shown = [...page.matchAll(/href="([^"]*)" data-case/g)].map(([, href]) => href?.split('/').at(-1))
    const next = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null
    return { status: response.status, page, text, shown, next }
  }
}

/** Assessed in Ansongo, with what else is asked for. */
async function assessed(jaabi: Jaabi, over: object = {}, organisation: string | null = null): Promise<string> {
  const desk = await deskOf(jaabi)
  const reference = await filed(jaabi)
  await desk.step(reference, 'assess', { ...n1, ...over })
  if (organisation !== null) await desk.step(reference, 'assign', { organisation })
  return reference
}

describe('what is found', () => {
  test('by place, subject or organisation, open or closed, and by what else is known of a case', async () => {
    const jaabi = await newJaabi()
    const [given, other] = [
      await assessed(jaabi, {}, 'ong-sante-gao'),
      await assessed(jaabi, { category: 'SAN-MEDIC' }),
    ]
    const elsewhere = await assessed(jaabi, { place: { system: 'cod-2021', code: 'ML05' } })
    const unread = await filed(jaabi, { kind: 'suggestion' })
    await jaabi.drain()
    const desk = await deskOf(jaabi)
    await desk.step(other, 'answer', { requestId: 'answers', outcome: 'resolved', answer: 'Le stock est de retour.' })
    const search = await searcher(jaabi, { role: 'focal-point' })
    const shown = async (query: string) => (await search(`${june}&${query}`)).shown.sort()

    // Where it was is known, whoever has read it.
    expect(await shown('lieu=cod-2021+ML07')).toEqual([given, other, unread].sort())
    expect(await shown('lieu=cod-2021+ML0701')).toEqual([given, other, unread].sort())
    expect(await shown('lieu=cod-2021+ML0702')).toEqual([])
    expect(await shown('sujet=SAN-FRAIS')).toEqual([given, elsewhere].sort())
    expect(await shown('organisation=ong-sante-gao')).toEqual([given])
    expect(await shown('sujet=SAN-FRAIS&lieu=cod-2021+ML07')).toEqual([given])
    expect(await shown('lieu=cod-2021+ML07&etat=answered')).toEqual([other])
    expect(await shown('lieu=cod-2021+ML07&niveau=N2')).toEqual([])
    expect(await shown('lieu=cod-2021+ML07&canal=call&nature=complaint')).toEqual([given, other].sort())
    expect((await search(`du=2027-05-01&au=2027-06-06&lieu=cod-2021+ML07`)).text).toContain(
      'Aucun dossier ne correspond',
    )
    expect(await shown('lieu=cod-2021+ML05')).not.toContain(unread)
    expect(await shown('lieu=Ansongo+(cercle,+Gao)')).toEqual([given, other, unread].sort())
    expect(await shown('lieu=ansongo')).toEqual([given, other, unread].sort())
    expect(await shown('lieu=Tessit')).toEqual([])
    for (let month = 7; month < 12; month++) {
      jaabi.clock.nowAt = `2027-${String(month).padStart(2, '0')}-28T09:00:00.000Z`
      await jaabi.sweep()
      await jaabi.drain()
    }
    expect((await jaabi.caseOf(other)).status).toBe('closed')
    expect(await shown('lieu=cod-2021+ML07&etat=closed')).toEqual([other])
    expect(await shown('lieu=cod-2021+ML07&retard=oui')).toContain(given)
    const { text } = await search(`${june}&lieu=cod-2021+ML07&etat=closed`)
    expect(text).toContain('Un dossier, tout ce qui correspond.')
    expect(text).toMatch(/Rupture ou manque de médicaments Ansongo.*Fermé/)
    expect(text).not.toContain('moulin')
    // What was looked for stands with what was found, so that a sheet of paper says what it is the list of.
    const said = (page: string) => />\s*Dossiers trouvés<\/h2>([\s\S]*?)<\/dl>/.exec(page)?.[1]?.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ') // prettier-ignore
    const { page } = await search(`${june}&lieu=cod-2021+ML07&etat=closed&sujet=SAN-MEDIC&retard=oui&niveau=N1`)
    expect(said(page) ?? page).toMatch(
      /Quand reçus du mar\. 1er juin au mer\. 30 juin Lieu Gao .*Sujet Rupture ou manque de médicaments État Fermé Niveau .* Retard Seulement/,
    )
    expect(page.match(/class="asked"/g)).toHaveLength(1)
    expect((await search('')).page).not.toContain('class="asked"')
  })
  test('comes in pages that hold each case once, and looks at no more than 500 rows for one', async () => {
    const jaabi = await newJaabi()
    const one = await assessed(jaabi)
    const { sealed, caseFile } = (await jaabi.cases.load(one)) ?? { sealed: null, caseFile: null }
    if (!caseFile) throw new Error('no case')
    const random = seeded(5)
    const many = Array.from({ length: 520 }, () => ({ ...caseFile, reference: newReference(random) }))
    for (const file of many.slice(0, 70)) await jaabi.cases.commit({ open: { caseFile: file, sealed } })
    await countCases(many, { programme: jaabi.programme, figures: jaabi.figures })
    const search = await searcher(jaabi, { role: 'regional-cluster', region: 'gao' })

    // What is not there any more is not shown; everything else is, once.
    const found: (string | undefined)[] = []
    let page = await search(june)
    for (found.push(...page.shown); page.next !== null; found.push(...page.shown)) page = await search('', page.next)
    const there = [one, ...many.slice(0, 70).map(({ reference }) => reference)].sort()
    expect(found.toSorted()).toEqual(there)
    const none = await search(`${june}&niveau=N2`)
    expect(none.shown).toEqual([])
    expect(none.text).toContain('500 dossiers regardés')
    for (const { reference } of many) expect(none.next).not.toContain(reference)
    expect((await search('', none.next ?? '')).text).toContain('Début des résultats')
  })
})

test('an authority whose own services have nearly everything waits for no more than 500 rows, and finds the rest by going on', async () => {
  const jaabi = await newJaabi()
  const own = await assessed(jaabi, {}, 'csref-gao')
  const named = await assessed(jaabi, { named: ['organisation:drs-gao'] })
  const ownFile = await jaabi.caseOf(own)
  const random = seeded(7)
  const many = Array.from({ length: 620 }, () => ({ ...ownFile, reference: newReference(random) }))
  await countCases(many, { programme: jaabi.programme, figures: jaabi.figures })
  // Of a subject that stands after theirs.
  const last = await filed(jaabi, { receivedAt: '2027-06-01T09:00:00.000Z' })
  await (await deskOf(jaabi)).step(last, 'assess', { ...n1, category: 'SAN-MEDIC' })
  const read = vi.spyOn(jaabi.figures, 'found')
  const search = await searcher(jaabi, { role: 'authority', region: 'gao', organisation: 'drs-gao' })

  const first = await search(june)
  expect(first.shown).toEqual([])
  expect(first.text).toContain('500 dossiers regardés')
  expect(read.mock.calls.length).toBe(6)
  const rest = await search('', first.next ?? '')
  expect([rest.shown, rest.next]).toEqual([[last], null])
  expect([...first.shown, ...rest.shown]).not.toContain(named)
})

test('a full page leads to no next one for a case that is kept from whoever searches', async () => {
  const jaabi = await newJaabi()
  const one = await jaabi.cases.load(await assessed(jaabi))
  if (!one) throw new Error('no case')
  const random = seeded(11)
  const others = Array.from({ length: 49 }, () => ({ ...one.caseFile, reference: newReference(random) }))
  for (const caseFile of others) await jaabi.cases.commit({ open: { ...one, caseFile } })
  await countCases(others, { programme: jaabi.programme, figures: jaabi.figures })
  const gao = await searcher(jaabi, { role: 'authority', region: 'gao', organisation: 'drs-gao' })
  const before = await gao(june)
  expect([before.shown.length, before.next]).toEqual([50, null])
  // Of a subject that stands after theirs.
  await assessed(jaabi, { category: 'SAN-MEDIC' }, 'csref-gao')
  const after = await gao(june)
  expect([after.shown, after.next]).toEqual([before.shown, null])
})

describe('half remembered', () => {
  const free = 'Au CSCom de Tessit on nous fait payer les soins des enfants'

  test('what nobody has assessed is found by what its words suggest, and says that it is only suggested', async () => {
    const jaabi = await newJaabi()
    const suggested = await filed(jaabi, { words: free, place: undefined })
    await filed(jaabi, { words: 'Le forage est en panne', place: undefined })
    await jaabi.drain()
    const search = await searcher(jaabi, { role: 'focal-point' })
    const { shown, text } = await search(`${june}&sujet=SAN-FRAIS&lieu=cod-2021+ML07`)
    expect(shown).toEqual([suggested])
    expect(text).toContain('Proposé : Frais demandés, gratuité non respectée · Tessit (commune, Ansongo, Gao)')
    expect((await search(`${june}&lieu=Tessit`)).shown).toEqual([suggested])
    // An assessment says what it is about: what was suggested is no more.
    await (await deskOf(jaabi)).step(suggested, 'assess', { ...n1, category: 'SAN-QUAL' })
    expect((await search(`${june}&sujet=SAN-FRAIS`)).shown).toEqual([])
    expect((await search(`${june}&sujet=SAN-QUAL`)).shown).toEqual([suggested])
  })
  test('a date alone is enough, and one of two', async () => {
    const jaabi = await newJaabi()
    const [one, other] = [
      await assessed(jaabi),
      await filed(jaabi, { words: 'Le forage est en panne', place: undefined }),
    ]
    await jaabi.drain()
    const search = await searcher(jaabi, { role: 'focal-point' })
    for (const query of ['du=2027-06-07&au=2027-06-07', 'du=2027-06-01', 'au=2027-06-30', june])
      expect((await search(query)).shown.toSorted(), query).toEqual([one, other].sort())
    expect((await search('au=2027-06-01')).shown).toEqual([])
    // As far as a search looks from there.
    expect(await search('du=2025-01-01')).toMatchObject({ status: 200, shown: [] })
  })
  test('a few words lead to subject, place and days of our own lists, from the number box too, and go no further', async () => {
    const jaabi = await newJaabi()
    const suggested = await filed(jaabi, { words: free, place: undefined })
    await jaabi.drain()
    jaabi.clock.nowAt = '2027-06-21T09:00:00.000Z'
    await jaabi.person('focal-point-1', { role: 'focal-point' })
    const { get } = await seatOf(jaabi, 'focal-point-1')
    const led = async (path: string) => (await get(path)).headers.get('location')
    const asked = '/console/recherche?mots=the+fee+thing+in+Tessit+two+weeks+ago'
    expect(await led('/console/inbox?q=the+fee+thing+in+Tessit+two+weeks+ago')).toBe(asked)
    const found = '/console/recherche?du=2027-05-31&au=2027-06-14&lieu=cod-2021+ML070106&sujet=SAN-FRAIS'
    expect(await led(asked)).toBe(found)
    expect(await led('/console/recherche?mots=frais+tessit+il+y+a+deux+semaines')).toBe(found)
    expect(await (await get(found)).text()).toContain(suggested)
    // What may have been meant instead is offered.
    expect(await led('/console/recherche?mots=eau')).toMatch(/sujet=EHA-EAU&aussi=/)
    expect(await (await get('/console/recherche?sujet=EHA-EAU&aussi=EHA-LATR')).text()).toMatch(
      /Vous pensiez plutôt à\s:[^<]*<a\s+href="[^"]*sujet=EHA-LATR/,
    )
    // Neither what people said, nor who they are, nor their numbers, nor what few may read.
    for (const words of ['violée', 'Fatoumata', '70000001', 'exploitation sexuelle'])
      expect((await get(`/console/recherche?mots=${encodeURIComponent(words)}`)).status, words).toBe(422)
  })
  test('of an address longer than anybody types no more is read, shown or led to than the page takes', async () => {
    const search = await searcher(await newJaabi(), { role: 'focal-point' })
    for (const field of ['mots', 'du', 'lieu', 'aussi']) {
      const { status, page } = await search(`${field}=${'x'.repeat(15_000)}`)
      expect([200, 422], field).toContain(status)
      expect(page, field).not.toContain('x'.repeat(121))
    }
  })
  test('who searched what is noted in codes, in a list of its own', async () => {
    const jaabi = await newJaabi()
    const search = await searcher(jaabi, { role: 'regional-cluster', region: 'gao' })
    await search('', '/console/recherche?mots=qsdfgh')
    await search(`${june}&lieu=Tessit&sujet=SAN-FRAIS`)
    const { entries } = await jaabi.servicesFor('console').directory.audit('search', { after: null, limit: 10 })
    expect(entries.map(({ by, what, changes }) => [by.person, what, changes.map(({ to }) => to)])).toEqual([
      ['regional-cluster-1', 'cases-searched', ['2027-06-01', '2027-06-30', 'cod-2021:ML070106', 'SAN-FRAIS']],
    ])
    const journal = await searcher(jaabi, { role: 'administrator' })
    const { text } = await journal('', '/console/annuaire/journal?de=search')
    expect(text).toContain('Dossiers recherchés')
    expect(text).toContain('Tessit (commune, Ansongo, Gao)')
    expect((await journal('', '/console/annuaire/journal')).text).not.toContain('Tessit')
  })
  test('neither a possible S nor what became S since it was counted', async () => {
    const jaabi = await newJaabi()
    await filed(jaabi, { words: 'Au CSCom de Tessit un agent a violé une fille', place: undefined })
    const later = await filed(jaabi, { words: free, place: undefined })
    await jaabi.drain()
    const search = await searcher(jaabi, { role: 'focal-point' })
    expect((await search(`${june}&lieu=Tessit`)).shown).toEqual([later])
    const stored = await jaabi.cases.load(later)
    if (!stored) throw new Error('no case')
    await jaabi.cases.commit({ append: [raised(stored.caseFile, jaabi.clock.nowAt)] })
    expect((await search(`${june}&lieu=Tessit`)).shown).toEqual([])
  })
})

describe('only what its own page would open', () => {
  test('a region its own, a partner what it was given, a coordinator what climbed to the top', async () => {
    const jaabi = await newJaabi()
    const given = await assessed(jaabi, {}, 'ong-sante-gao')
    const own = await assessed(jaabi, {})
    const shownTo = async (person: Who, query = 'sujet=SAN-FRAIS') =>
      (await (await searcher(jaabi, person))(`${june}&${query}`)).shown.sort()
    expect(await shownTo({ role: 'regional-cluster', region: 'gao' }, '')).toEqual([given, own].sort())
    expect(await shownTo({ role: 'regional-cluster', region: 'mopti' })).toEqual([])
    expect(await shownTo({ role: 'regional-cluster', region: 'mopti' }, 'lieu=cod-2021+ML07')).toEqual([])
    expect(await shownTo({ role: 'partner', organisation: 'ong-sante-gao' }, '')).toEqual([given])
    expect(await shownTo({ role: 'partner', organisation: 'ong-sante-mopti' }, 'organisation=ong-sante-gao')).toEqual(
      [],
    )
    expect(await shownTo({ role: 'coordinator' })).toEqual([])
    jaabi.clock.nowAt = '2027-07-30T09:00:00.000Z'
    for (let visit = 0; visit < 5; visit++) {
      jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 8 * 86_400_000).toISOString()
      await jaabi.sweep()
      await jaabi.drain()
    }
    expect((await jaabi.caseOf(own)).escalationLevel).toBe(3)
    expect(await shownTo({ role: 'coordinator' })).toEqual([given, own].sort())
  })
  test('to whom a case names it is not there: no row, no page, no word of more', async () => {
    const jaabi = await newJaabi()
    await assessed(jaabi, { named: ['person:awa', 'organisation:csref-gao'] })
    const awa = await searcher(jaabi, { role: 'deputy' }, 'awa')
    const drs = await searcher(jaabi, { role: 'authority', region: 'gao', organisation: 'drs-gao' })
    for (const search of [awa, drs]) {
      const { text, next, shown } = await search(`${june}&lieu=cod-2021+ML07`)
      expect([shown, next]).toEqual([[], null])
      expect(text).toContain('Aucun dossier ne correspond')
    }
    expect((await (await searcher(jaabi, { role: 'focal-point' }))(`${june}&lieu=cod-2021+ML07`)).shown).toHaveLength(1)
  })
  test('a case that became S is gone at once, before anything was counted again', async () => {
    const jaabi = await newJaabi()
    const reference = await assessed(jaabi)
    const search = await searcher(jaabi, { role: 'regional-cluster', region: 'gao' })
    expect((await search(june)).shown).toEqual([reference])
    const stored = await jaabi.cases.load(reference)
    if (!stored) throw new Error('no case')
    await jaabi.cases.commit({ append: [raised(stored.caseFile, jaabi.clock.nowAt)] })
    expect((await search(june)).shown).toEqual([])
  })
  test('who has no list by period finds nothing here', async () => {
    const jaabi = await newJaabi()
    for (const role of ['integrity', 'relay', 'administrator'] as const)
      expect((await (await searcher(jaabi, { role }))(june)).status).toBe(404)
    const protection = await searcher(jaabi, { role: 'protection' })
    expect((await protection('', `/console/protection/recherche?${june}`)).status).toBe(404)
  })
})

describe('what is wrong is said in plain words, and what was typed stays', () => {
  test.each([
    ['du=2027-06-30&au=2027-06-01&sujet=SAN-FRAIS', 'La date de fin est avant la date de début.'],
    ['du=2026-01-01&au=2027-06-01&sujet=SAN-FRAIS', 'La période dépasse douze mois'],
    ['du=2027-02-30&au=2027-06-01&sujet=SAN-FRAIS', 'Donnez la date de début'],
    ['du=2027-06-01&au=2027-6-30&sujet=SAN-FRAIS', 'Donnez la date de fin'],
    [`${june}&lieu=Xyzzx`, 'Ce lieu n’est pas dans la liste'],
    [`${june}&lieu=%22%3E%3Cscript%3E`, 'Ce lieu n’est pas dans la liste'],
    ['mots=qsdfgh', 'Aucun sujet, lieu ou moment connu dans ces mots'],
    ['mots=%22%3E%3Cscript%3E', 'Aucun sujet, lieu ou moment connu dans ces mots'],
  ])('%s', async (query, said) => {
    const { status, text, page } = await (await searcher(await newJaabi(), { role: 'focal-point' }))(query)
    expect(status).toBe(422)
    expect(text).toContain(said)
    expect(page).toContain('aria-invalid="true"')
    expect(page).not.toContain('"><script>')
  })
  test('a year to the day is not too long, and nothing typed is the form', async () => {
    const search = await searcher(await newJaabi(), { role: 'focal-point' })
    expect((await search('du=2026-06-07&au=2027-06-07&sujet=SAN-FRAIS')).status).toBe(200)
    const { status, page } = await search('')
    expect(status).toBe(200)
    expect(page).toContain('value="2027-06-07"')
  })
})
