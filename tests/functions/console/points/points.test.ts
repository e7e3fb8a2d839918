import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { build as publicWeb } from '../../../../functions/public-web.ts'
import { textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/annuaire/points'
const nouvelle = '/console/nouvelle'

async function staffed() {
  const jaabi = await newJaabi()
  await jaabi.person('fatou', { role: 'focal-point' })
  await jaabi.person('gao', { role: 'regional-cluster', region: 'gao' })
  await jaabi.person('awa', { role: 'partner', organisation: 'ong-sante-gao', region: 'gao' })
  return jaabi
}

const box = {
  name: 'Boîte du CSCom de Tessit',
  channel: 'box',
  organisation: 'ong-sante-gao',
  place: 'Tessit',
  number: '',
  from: '',
  until: '',
  everyDays: '7',
  languages: 'ses',
  isOpen: 'oui',
  isHidden: 'non',
}
const line = {
  ...box,
  name: 'Ligne verte Gao',
  channel: 'call',
  place: 'Gao (région)',
  number: '80 00 12 34',
  days: '1',
  from: '8h',
  until: '18h',
}

const versionOf = async (jaabi: Jaabi) => String((await jaabi.points.read()).version)
const saves = async (jaabi: Jaabi, who: string, fields: Record<string, string>, code = 'nouveau') =>
  (await seatOf(jaabi, who)).post(`${at}/${code}`, { version: await versionOf(jaabi), ...fields })
const plain = async (answer: Response | Promise<Response>) =>
  textOf(await (await answer).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const announced = (jaabi: Jaabi, path = '/ailleurs') =>
  plain(Promise.resolve(publicWeb(jaabi.servicesFor('public-web')).request(path)))
const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'points.csv', { type: 'text/csv' })

describe('the register', () => {
  test('takes a point without a release: the next complaint can be written down at it, and its case says where it was said', async () => {
    const jaabi = await staffed()
    expect((await saves(jaabi, 'fatou', box)).headers.get('location')).toBe(`${at}/boite-du-cscom-de-tessit?fait`)
    const fatou = await seatOf(jaabi, 'fatou')
    expect(await plain(fatou.get(`${at}/boite-du-cscom-de-tessit?fait`))).toContain('Le point de collecte est ajouté.')
    const form = await (await fatou.get(`${nouvelle}?point=boite-du-cscom-de-tessit`)).text()
    expect(form).toMatch(/<option value="boite-du-cscom-de-tessit"\s+selected/)
    const sent = await fatou.post(nouvelle, {
      kind: 'complaint',
      text: 'Le dépôt est fermé',
      source: 'boite-du-cscom-de-tessit',
      received: '2027-06-07T08:00',
      requestId: 'one',
    })
    const reference = sent.headers.get('location')?.slice(-10) ?? ''
    expect(await jaabi.caseOf(reference)).toMatchObject({
      channel: 'box',
      intakePoint: 'boite-du-cscom-de-tessit',
      place: { code: 'ML070106' },
    })
    expect(await plain(fatou.get(`/console/cases/${reference}`))).toContain('Boîte du CSCom de Tessit')
  })

  test('asks which place is meant where several bear the name', async () => {
    const jaabi = await staffed()
    const answer = await saves(jaabi, 'fatou', { ...box, place: 'Tessit, Ansongo' })
    expect(answer.status).toBe(422)
    const [, first = ''] = /name="placeMeant"\s+value="([^"]+ ML070206017)"/.exec(await answer.text()) ?? []
    await saves(jaabi, 'fatou', { ...box, place: 'Tessit, Ansongo', placeMeant: first })
    expect((await jaabi.points.read()).points).toMatchObject([
      { place: { code: 'ML070106' }, village: { code: 'ML070206017' } },
    ])
  })

  test('keeps every change with who made it, and no two overwrite each other', async () => {
    const jaabi = await staffed()
    await saves(jaabi, 'fatou', line)
    const version = await versionOf(jaabi)
    const closed = { ...line, days: '1', from: '08:30', isOpen: 'non', version }
    const both = await Promise.all([
      saves(jaabi, 'fatou', closed, 'ligne-verte-gao'),
      saves(jaabi, 'gao', { ...closed, name: 'Ligne de Gao' }, 'ligne-verte-gao'),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const journal = await plain(
      (await seatOf(jaabi, 'fatou')).get('/console/annuaire/journal?de=point:ligne-verte-gao'),
    )
    expect(journal).toContain('Point de collecte ajouté')
    expect(journal).toContain('lundi, de 8 h à 18 h → lundi, de 8 h 30 à 18 h')
    expect(journal).toContain('ouvert → fermé')
    expect(journal).not.toMatch(/isOpen|everyDays|true|false|cod-2021/)
  })

  test.each([
    [{ name: '' }, 'À corriger : Nom'],
    [{ place: 'Atlantide' }, 'Ce lieu n’est pas dans la liste'],
    [{ everyDays: '0' }, 'de 1 à 92'],
    [{ organisation: 'ong-lunaire' }, 'À corriger : Tenu par'],
    [{ languages: '' }, 'À corriger : Langues'],
    [{ channel: 'call', number: '12' }, 'ne se compose pas'],
    [{ channel: 'face', days: '1', from: '17h', until: '8h' }, 'une heure de fin plus tardive'],
  ])('%j comes back with what is wrong, and nothing is written', async (wrong, said) => {
    const jaabi = await staffed()
    const answer = await saves(jaabi, 'fatou', { ...box, ...wrong })
    expect(answer.status).toBe(422)
    expect(await plain(answer)).toContain(said)
    expect(await versionOf(jaabi)).toBe('0')
  })

  test('of a region is kept by its cluster; nobody else changes it, and partners find nothing', async () => {
    const jaabi = await staffed()
    expect((await saves(jaabi, 'gao', box)).status).toBe(303)
    expect(await plain(saves(jaabi, 'gao', { ...box, name: 'Boîte de Mopti', place: 'Mopti (région)' }))).toContain(
      'Vous tenez les points de votre région',
    )
    expect((await saves(jaabi, 'gao', { ...box, place: '' }, 'ligne-nationale')).status).toBe(404)
    const list = await plain((await seatOf(jaabi, 'gao')).get(at))
    expect(list).toContain('Boîte du CSCom de Tessit')
    expect(list).not.toContain('Mopti')
    const awa = await seatOf(jaabi, 'awa')
    const asked = [at, `${at}/nouveau`, `${at}/boite-du-cscom-de-tessit`, `${at}/points.csv`, `${at}/liste`]
    for (const path of asked) expect([path, (await awa.get(path)).status]).toEqual([path, 404])
    expect((await saves(jaabi, 'awa', { ...box, isHidden: 'oui' }, 'boite-du-cscom-de-tessit')).status).toBe(404)
  })

  test('closed, still takes what was said there before, and is marked', async () => {
    const jaabi = await staffed()
    await saves(jaabi, 'fatou', { ...box, isOpen: 'non' })
    expect(await plain((await seatOf(jaabi, 'awa')).get(nouvelle))).toContain('Boîte du CSCom de Tessit (fermé)')
  })
})

describe('what the public reads', () => {
  test('is what is open and shown: kind, commune, hours, languages and the number of a line; never who runs or opens it', async () => {
    const jaabi = await staffed()
    // What ships as an example is announced to nobody.
    expect(await announced(jaabi)).toContain('Aucune ligne, boîte ou guichet n’est annoncé')
    await saves(jaabi, 'fatou', box)
    await saves(jaabi, 'fatou', line)
    expect(await announced(jaabi)).toContain('Gao (2)')
    const region = await announced(jaabi, '/ailleurs?region=ML07')
    expect(region).toContain('Boîte à plaintes · Tessit')
    expect(region).toContain('ouverte au moins chaque semaine · songhay')
    expect(region).toMatch(/Ligne verte · Gao Appelez le 80001234 lundi, de 8 h à 18 h/)
    expect(region).not.toMatch(/CSCom|\bONG\b|fatou/i)
    expect(await announced(jaabi, '/ailleurs?region=ML07&langue=en')).toContain('opened at least every week · Songhay')
    expect(await announced(jaabi, '/ailleurs?region=constructor')).toContain('Par région')
  })

  test('is no more once a region hides it, or it closes', async () => {
    const jaabi = await staffed()
    await saves(jaabi, 'fatou', box)
    await saves(jaabi, 'gao', { ...box, isHidden: 'oui' }, 'boite-du-cscom-de-tessit')
    expect(await announced(jaabi, '/ailleurs?region=ML07')).not.toContain('Tessit')
    await saves(jaabi, 'gao', { ...box, isOpen: 'non' }, 'boite-du-cscom-de-tessit')
    expect(await announced(jaabi, '/ailleurs?region=ML07')).not.toContain('Tessit')
  })
})

describe('a list', () => {
  const look = async (jaabi: Jaabi, who: string, file: File) =>
    (await (await seatOf(jaabi, who)).upload(`${at}/liste`, { file })).headers.get('location') ?? ''
  const sums = async (page: Promise<Response>) =>
    [...(await (await page).text()).matchAll(/<li><b>(\d+)<\/b>/g)].map(([, count]) => Number(count))

  test('is looked at row by row, writes nothing before somebody says so, and then all of it at once', async () => {
    const jaabi = await staffed()
    const fatou = await seatOf(jaabi, 'fatou')
    const list = csv(
      'Nom;Type;Organisation;Commune;Cercle;Rythme;Langues',
      'Boîte de Tessit;boîte;ONG Santé Gao;Tessit;Ansongo;7;songhay',
      'Boîte de nulle part;boîte;ONG Santé Gao;Atlantide;;7;songhay',
      'Boîte sans langue;boîte;ONG Santé Gao;;;7;',
    )
    const shown = await look(jaabi, 'fatou', list)
    expect(await sums(Promise.resolve(fatou.get(shown)))).toEqual([1, 0, 0, 2])
    const page = await plain(fatou.get(shown))
    for (const said of ['Rien n’a encore été écrit', 'pas dans la liste des lieux', 'pas de langue'])
      expect(page).toContain(said)
    expect(await versionOf(jaabi)).toBe('0')
    expect((await fatou.post(shown)).headers.get('location')).toBe(`${at}?fait`)
    expect((await jaabi.points.read()).points.map(({ code }) => code)).toEqual(['boite-de-tessit'])
    // Once more: it is there.
    expect(await sums(Promise.resolve(fatou.get(shown)))).toEqual([0, 0, 1, 2])
    expect(await plain(fatou.get('/console/annuaire/journal?de=points'))).toContain(
      'Liste de points de collecte reprise',
    )
  })

  test.each(['csv', 'xlsx'])('downloaded as %s, taken over again changes nothing', async (extension) => {
    const jaabi = await staffed()
    const fatou = await seatOf(jaabi, 'fatou')
    // A village that another of its commune is called like.
    await saves(jaabi, 'fatou', { ...box, place: 'Tessit, Ansongo', placeMeant: 'cod-2015 ML070206017' })
    await saves(jaabi, 'fatou', line)
    const bytes = new Uint8Array(await (await fatou.get(`${at}/points.${extension}`)).arrayBuffer())
    if (extension === 'xlsx') expect((await readXlsx(bytes)).sheets[0]?.rows).toHaveLength(2 + 10)
    const shown = await look(jaabi, 'fatou', new File([bytes], `points.${extension}`))
    expect(await sums(Promise.resolve(fatou.get(shown)))).toEqual([0, 0, 10, 0])
  })

  test('leaves what a row says nothing of, a hidden point hidden', async () => {
    const jaabi = await staffed()
    await saves(jaabi, 'fatou', { ...line, isHidden: 'oui' })
    const shown = await look(
      jaabi,
      'gao',
      csv('Nom;Type;Organisation;Langues', 'Ligne verte Gao;ligne verte;ONG Santé Gao;songhay, français'),
    )
    await (await seatOf(jaabi, 'gao')).post(shown)
    expect((await jaabi.points.read()).points).toMatchObject([
      {
        isHidden: true,
        number: '80001234',
        hours: { from: '08:00' },
        languages: ['ses', 'fr'],
        place: { code: 'ML07' },
      },
    ])
  })

  test('of a region changes nothing elsewhere, and is nobody else’s to write', async () => {
    const jaabi = await staffed()
    const list = csv('Nom;Type;Organisation;Région;Langues', 'Boîte de Mopti;boîte;ONG Santé Mopti;Mopti;peul')
    const shown = await look(jaabi, 'gao', list)
    expect(await plain((await seatOf(jaabi, 'gao')).get(shown))).toContain('hors de votre région')
    expect(await plain((await seatOf(jaabi, 'fatou')).post(shown))).toContain('Choisissez le fichier à nouveau')
    expect(await versionOf(jaabi)).toBe('0')
  })

  test('of two thousand is taken, and a page shows those nearest; the others are searched for', async () => {
    const jaabi = await staffed()
    const rows = Array.from({ length: 1_900 }, (_, n) => `Boîte ${String(n)};boîte;ONG Santé Mopti;Mopti;7;peul`)
    const shown = await look(jaabi, 'fatou', csv('Nom;Type;Organisation;Région;Rythme;Langues', ...rows))
    const fatou = await seatOf(jaabi, 'fatou')
    expect((await fatou.post(shown)).status).toBe(303)
    expect((await jaabi.points.read()).points).toHaveLength(1_900)
    const form = await (await fatou.get(nouvelle)).text()
    expect(form.length).toBeLessThan(50_000)
    expect(form).toContain('Tous les points de collecte')
    const found = await plain(fatou.get(`${nouvelle}/points?q=boite 1234`))
    expect(found).toContain('Boîte 1234')
    expect(await (await fatou.get(`${nouvelle}?point=boite-1234`)).text()).toMatch(
      /<option value="boite-1234"\s+selected/,
    )
    const tooMany = await look(
      jaabi,
      'fatou',
      csv('Nom;Type;Organisation;Région;Rythme;Langues', ...rows.map((row) => `Autre ${row}`)),
    )
    expect(await plain(fatou.post(tooMany))).toContain('2 000 points de collecte au plus')
  })
})
