import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { phonesOf, woman } from '../../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { build } from '../../../../functions/console.ts'

const newJaabi = await withJaabi()
const at = '/console/annuaire/presence'
const origin = 'https://jaabi.example'
const header = 'Organisation;Cluster;Région;Cercle;Date début;Date fin'

async function staffed() {
  const jaabi = await newJaabi()
  await jaabi.person('admin-1', { role: 'administrator' })
  await jaabi.person('focal-1', { role: 'focal-point' })
  await jaabi.person('gao-1', { role: 'regional-cluster', region: 'gao' })
  return jaabi
}

/** Somebody at the console with a file in their hands. */
async function seat(jaabi: Jaabi, person: string) {
  const services = jaabi.servicesFor('console')
  const app = build(services)
  const id = await services.sessions.open({ person, restricted: true }, null)
  const csrf = (await services.sessions.find(id))?.csrf ?? ''
  const headers = { cookie: `__Host-jaabi=${id}`, origin }
  const post = (path: string, fields: Record<string, string | Blob>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value)
    return app.request(`${origin}${path}`, { method: 'POST', headers, body })
  }
  return {
    get: async (path: string) => (await app.request(`${origin}${path}`, { headers })).text(),
    looks: async (text: string | Buffer, fields: Record<string, string> = {}) => {
      const file = new File([text as BlobPart], '3w.csv', { type: 'text/csv' })
      return post(`${at}/apercu`, { file, whole: 'non', ...fields })
    },
    applies: async (page: string) =>
      post(`${at}/appliquer`, { draft: /name="draft" value="([^"]+)"/.exec(page)?.[1] ?? '' }),
  }
}

const sums = (page: string): number[] => [...page.matchAll(/<li><b>(\d+)<\/b>/g)].map(([, count]) => Number(count))

test('what a file would change is shown first, and exactly that is applied', async () => {
  const jaabi = await staffed()
  const focal = await seat(jaabi, 'focal-1')
  const first = `${header}\nONG Santé Gao;Santé;Gao;Ansongo;01/01/2027;31/12/2027\nONG Santé Gao;Nutrition;Gao;Gao;;\n`
  const page = await (await focal.looks(first)).text()
  expect(sums(page)).toEqual([2, 0, 0, 0, 0, 0])
  expect((await jaabi.directory.presence()).lines).toEqual([])
  expect((await focal.applies(page)).status).toBe(303)
  expect((await jaabi.directory.presence()).lines).toHaveLength(2)

  const second = `${header}\nONG Santé Gao;Santé;Gao;Ansongo;01/01/2027;31/12/2028\nONG Santé Mopti;Santé;Mopti;;;\n=2+5;Santé;Gao;;;\n`
  const preview = await (await focal.looks(second, { whole: 'oui' })).text()
  expect(sums(preview)).toEqual([1, 1, 1, 0, 1, 0])
  expect(preview).toContain('<bdi>=2+5</bdi>')
  expect(preview).toContain('organisation inconnue')
  await focal.applies(preview)
  const { lines, version } = await jaabi.directory.presence()
  expect(lines.map(({ organisation, untilOn }) => [organisation, untilOn])).toEqual([
    ['ong-sante-gao', '2028-12-31'],
    ['ong-sante-mopti', null],
  ])
  expect(version).toBe(2)
  // Sent twice, the second time it is a preview of nothing.
  expect((await focal.applies(preview)).status).toBe(409)
  const journal = await focal.get('/console/annuaire/journal?de=presence')
  expect(journal).toContain('Matrice importée')
})

test('a file looked at before somebody else’s import is looked at again, and not applied', async () => {
  const jaabi = await staffed()
  const [focal, admin] = [await seat(jaabi, 'focal-1'), await seat(jaabi, 'admin-1')]
  const one = await (await focal.looks(`${header}\nONG Santé Gao;Santé;Gao;;;`)).text()
  const two = await (await admin.looks(`${header}\nONG Santé Gao;Santé;Gao;;;\nONG Santé Gao;Nutrition;Gao;;;`)).text()
  expect((await admin.applies(two)).status).toBe(303)
  const late = await focal.applies(one)
  expect(late.status).toBe(409)
  const again = await late.text()
  expect(again).toContain('a changé entre-temps')
  expect(sums(again)).toEqual([0, 0, 0, 1, 0, 0])
  // Another one's preview is nobody else's to apply.
  expect((await admin.applies(one)).status).toBe(422)
})

test('two thousand lines fit, and the responsible partner is then suggested where a case is assigned, with why', async () => {
  const jaabi = await staffed()
  const cercles = jaabi.programme.gazetteer.list('cod-2021', 'cercle')
  const sectorNames = ['Santé', 'Nutrition', 'WASH', 'Abris', 'Sécurité alimentaire', 'Protection', 'Éducation']
  const partners = [
    'ONG Santé Gao',
    'ONG Santé Kidal',
    'ONG Santé Ménaka',
    'ONG Santé Mopti',
    'ONG Santé Ségou',
    'ONG Santé Tombouctou',
  ]
  const lines = partners.flatMap((name) =>
    cercles.flatMap(({ ref }) =>
      sectorNames.map(
        (sector) => `${name},${sector},${ref.code},2027-01-01,2027-12-31,"une note, assez longue pour peser"`,
      ),
    ),
  )
  const others = lines.filter((line) => !line.includes(',Santé,ML0701')).slice(0, 1999)
  const file = [
    'Partenaire,Cluster,Admin2Pcode,Start date,End date,Note',
    ...others,
    'ONG Santé Mopti,Health,ML0701,2027-01-01,2027-12-31,',
  ].join('\n')
  expect(file.length).toBeLessThan(2_000_000)
  const focal = await seat(jaabi, 'focal-1')
  // Bare codes are other places in the other cut: until a person says of which they are, those stay out.
  const doubtful = await (await focal.looks(Buffer.from(file, 'latin1'))).text()
  expect(sums(doubtful)[0]).toBeLessThan(2000)
  expect(doubtful).toContain('ce code est un autre lieu dans l’autre découpage')
  const page = await (await focal.looks(Buffer.from(file, 'latin1'), { codes: 'cod-2021' })).text()
  expect(sums(page)[0]).toBe(2000)
  expect(page.length).toBeLessThan(200_000)
  expect((await focal.applies(page)).status).toBe(303)

  const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
  await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N1', category: 'SAN-MEDIC', place: { system: 'cod-2021', code: 'ML0701' } }) // prettier-ignore
  const shown = await focal.get(`/console/cases/${reference}`)
  const [, offered = ''] = /<select[^>]*name="organisation"[^>]*>([\s\S]*?)<\/select>/.exec(shown) ?? []
  const labels = [...offered.matchAll(/<option value="([^"]+)"\s*>([^<]+)/g)]
  expect(labels[0]?.[1]).toBe('ong-sante-mopti')
  expect(labels[0]?.[2]).toMatch(/travaille.*Santé, Ansongo/)
})

test('organisations come with a file only from an administrator who asks for it', async () => {
  const jaabi = await staffed()
  const file = 'Organisation,Acronyme,Secteur,Région\nAide au Sahel,AAS,Santé,Gao'
  const [focal, admin] = [await seat(jaabi, 'focal-1'), await seat(jaabi, 'admin-1')]
  expect(sums(await (await focal.looks(file, { adds: 'oui' })).text())).toEqual([0, 0, 0, 0, 1, 0])
  const page = await (await admin.looks(file, { adds: 'oui' })).text()
  expect(sums(page)).toEqual([1, 0, 0, 0, 0, 1])
  expect((await admin.applies(page)).status).toBe(303)
  expect(await admin.get('/console/annuaire')).toContain('Aide au Sahel')
})

test('a file that would add hundreds of organisations is refused in words, and a cell that names a thousand sectors is none', async () => {
  const jaabi = await staffed()
  const admin = await seat(jaabi, 'admin-1')
  const file = (count: number) =>
    ['Organisation;Secteur;Région', ...Array.from({ length: count }, (_, n) => `Nouvelle ${n};Santé;Gao`)].join('\n')
  expect(sums(await (await admin.looks(file(300), { adds: 'oui' })).text())).toEqual([300, 0, 0, 0, 0, 300])
  const refused = await admin.looks(file(20_000), { adds: 'oui' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('plus de 300 organisations')
  const long = await admin.looks(`${header}\nONG Santé Gao;${'Santé,'.repeat(50_000)};Gao;;;`)
  expect(sums(await long.text())).toEqual([0, 0, 0, 0, 1, 0])
})

test('a file that is none says why, and others may not import at all', async () => {
  const jaabi = await staffed()
  const focal = await seat(jaabi, 'focal-1')
  const wrong = await focal.looks('Nom;Téléphone\nX;Y')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Aucune ligne ne nomme les colonnes')
  expect((await focal.looks('')).status).toBe(422)
  expect((await focal.looks('x'.repeat(2_100_000))).status).toBe(413)
  const region = await seat(jaabi, 'gao-1')
  expect((await region.looks(`${header}\nONG Santé Gao;Santé;Gao;;;`)).status).toBe(404)
})

test('a file too large to be sent is told so, and what to do', async () => {
  const focal = await seat(await staffed(), 'focal-1')
  const answer = await focal.looks(`${header}\n${'ONG Santé Gao;Santé;Gao;Ansongo;;\n'.repeat(70_000)}`)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('C’est trop lourd')
})

test('a workbook says the same as the CSV made of it: days, merged organisations, a day kept as a plain number', async () => {
  const jaabi = await staffed()
  const focal = await seat(jaabi, 'focal-1')
  const page = await (await focal.looks(readFileSync('tests/vectors/presence-libreoffice.xlsx'))).text()
  expect(sums(page)).toEqual([2, 0, 0, 0, 0, 0])
  await focal.applies(page)
  expect(
    (await jaabi.directory.presence()).lines.map(({ sector, fromOn, untilOn }) => [sector, fromOn, untilOn]),
  ).toEqual([
    ['nutrition', '2027-01-15', null],
    ['santé', '2027-01-15', '2027-12-31'],
  ])
})
