import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { build } from '../../../../functions/console.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/annuaire/personnes/liste'
const origin = 'https://jaabi.example'
const header = 'Organisation;Nom et prénom;Fonction;Région;Téléphone;E-mail'

async function staffed() {
  const jaabi = await newJaabi()
  await jaabi.person('admin-1', { role: 'administrator' })
  await jaabi.person('focal-1', { role: 'focal-point' })
  return jaabi
}

/** Somebody at the console with a list in their hands. */
async function seat(jaabi: Jaabi, person = 'admin-1', services = jaabi.servicesFor('console')) {
  const app = build(services)
  const id = await services.sessions.open({ person, restricted: true }, null)
  const csrf = (await services.sessions.find(id))?.csrf ?? ''
  const headers = { cookie: `__Host-jaabi=${id}`, origin }
  const post = (path: string, fields: Record<string, string | Blob> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value)
    return app.request(`${origin}${path}`, { method: 'POST', headers, body })
  }
  const get = (path: string) => app.request(`${origin}${path}`, { headers })
  const textOf = async (path: string) => (await (await get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return {
    get,
    post,
    textOf,
    /** The address of what the list would do. */
    looks: async (text: string | Buffer, fields: Record<string, string> = {}): Promise<string> => {
      const file = new File([text as BlobPart], 'contacts.csv', { type: 'text/csv' })
      return (await post(at, { file, ...fields })).headers.get('location') ?? ''
    },
  }
}

const sums = async (page: Response | Promise<Response>): Promise<number[]> =>
  [...(await (await page).text()).matchAll(/<li><b>(\d+)<\/b>/g)].map(([, count]) => Number(count))
const invited = async (jaabi: Jaabi) =>
  (await jaabi.directory.members()).filter(({ mailKey }) => mailKey !== null).map(({ name }) => name)

test('each line is shown with what is wrong and what will happen, and nothing is written before somebody says so', async () => {
  const jaabi = await staffed()
  const admin = await seat(jaabi)
  const list = [
    'Liste des contacts 2027',
    header,
    'ONG Santé Gao;Awa Exemple;Chargée de projet;Gao;70 00 00 11;awa@ong.example',
    'ONG Inconnue;Moussa;;;;moussa@ong.example',
    'ONG Santé Gao;Sans Adresse;;;;',
    'ONG Santé Gao;Deux Fois;;;;AWA@ong.example',
    'ONG Santé Gao;Mauvaise Région;;Atlantide;12;pas-une-adresse',
    'ONG Santé Gao;Fatou;Point focal VBG;Gao;;fatou@ong.example',
    'DRS Gao;Docteur Exemple;;Gao;;docteur@sante.example',
  ].join('\r\n')
  const shown = await admin.looks(Buffer.from(list, 'latin1'))
  expect(await sums(admin.get(shown))).toEqual([2, 0, 0, 5, 0])
  const page = await admin.textOf(shown)
  for (const said of [
    'Rien n’a encore été écrit',
    'cette organisation n’est pas dans l’annuaire',
    'pas d’adresse e-mail',
    'cette adresse est déjà plus haut dans la liste',
    'région inconnue',
    'ce n’est pas un numéro de téléphone',
    's’ajoutent une personne à la fois',
    'Autorité sanitaire',
    'son téléphone devient le numéro',
  ])
    expect(page).toContain(said)
  expect(await invited(jaabi)).toEqual([])
  expect((await admin.post(shown)).headers.get('location')).toBe(`${shown}?ecrit`)
  expect((await invited(jaabi)).toSorted()).toEqual(['Awa Exemple', 'Docteur Exemple'])
  expect([...(await jaabi.directory.withResponsible())]).toEqual(['ong-sante-gao'])
  expect(await admin.textOf(`${shown}?ecrit`)).toContain('Tout est écrit.')
  const mails = await (await admin.get(`${shown}/adresses.csv`)).text()
  expect(mails.trim().split('\r\n')).toEqual(['email', 'awa@ong.example', 'docteur@sante.example'])
  // What is kept of an address tells nobody what it is, and the list itself lies sealed.
  const kept = JSON.stringify([await jaabi.items('person'), await jaabi.items('console-draft', 'traffic')])
  expect(kept).not.toContain('ong.example')
})

test.each(['=1+1@ong.example', '+1@ong.example', '-1@ong.example'])(
  'an address that a spreadsheet would reckon with is none: %s',
  async (mail) => {
    const admin = await seat(await staffed())
    const shown = await admin.looks(`${header}\nONG Santé Gao;Awa Exemple;;Gao;;${mail}\n`)
    expect(await admin.textOf(shown)).toContain('ce n’est pas une adresse e-mail')
    expect((await (await admin.get(`${shown}/adresses.csv`)).text()).trim()).toBe('email')
  },
)

test('nobody is invited twice, by whatever list, and what is different is changed', async () => {
  const jaabi = await staffed()
  const admin = await seat(jaabi)
  await admin.post(await admin.looks(`${header}\nONG Santé Gao;Awa Exemple;;Gao;;awa@ong.example\n`))
  const comma = 'Organisation,Contact name,Email,Region\nONG Santé Mopti,Awa Exemple,Awa@ong.example,Mopti\n'
  const second = await admin.looks(`\ufeff${comma}`)
  expect(await sums(admin.get(second))).toEqual([0, 1, 0, 0, 0])
  expect(await admin.textOf(second)).toMatch(/organisation\s: ONG Santé Gao \(exemple\) → ONG Santé Mopti \(exemple\)/)
  await admin.post(second)
  await admin.post(second)
  const [awa, ...others] = (await jaabi.directory.members()).filter(({ mailKey }) => mailKey !== null)
  expect([awa?.organisation, awa?.region, others]).toEqual(['ong-sante-mopti', 'mopti', []])
  expect(await sums(admin.get(second))).toEqual([0, 0, 1, 0, 0])
})

test('whoever stops half way goes on: each person is written once', async () => {
  const jaabi = await staffed()
  const admin = await seat(jaabi)
  const lines = Array.from({ length: 45 }, (_, at) => `ONG Neuve;Personne ${at};;Gao;;p${at}@neuve.example`)
  const shown = await admin.looks([header, ...lines].join('\n'), { adds: 'oui' })
  expect(await sums(admin.get(shown))).toEqual([45, 0, 0, 0, 1])
  await admin.post(shown)
  expect(await invited(jaabi)).toHaveLength(40)
  expect(await admin.textOf(`${shown}?ecrit`)).toContain('Continuer : il en reste 5')
  await Promise.all([admin.post(shown), admin.post(shown)])
  expect(await invited(jaabi)).toHaveLength(45)
  // An organisation that came with the list has no protocol yet: nobody of it is to be sent a password.
  expect(await admin.textOf(shown)).toContain('le compte ne s’ouvrira pas avant que le protocole')
  expect(await (await admin.get(`${shown}/adresses.csv`)).text()).toBe('email\r\n')
  const organisation = await admin.textOf('/console/annuaire/organisations/ong-neuve')
  expect(organisation).toContain('protocole manquant')
  const version = String((await jaabi.directory.overlay()).version)
  const form = { version, name: 'ONG Neuve', kind: 'ngo', languages: 'fr', active: 'oui', protocolOn: '2027-06-01' }
  const saved = await admin.post('/console/annuaire/organisations/ong-neuve', form)
  expect(saved.status).toBe(303)
  expect(await admin.textOf('/console/annuaire/organisations/ong-neuve')).toMatch(/signé le .*, noté par /)
  expect((await (await admin.get(`${shown}/adresses.csv`)).text()).trim().split('\r\n')).toHaveLength(46)
  const future = { ...form, version: String(Number(version) + 1), protocolOn: '2030-01-01' }
  expect((await admin.post('/console/annuaire/organisations/ong-neuve', future)).status).toBe(422)
})

test('only whoever administers finds it; what is no list of contacts says why', async () => {
  const jaabi = await staffed()
  const focal = await seat(jaabi, 'focal-1')
  const admin = await seat(jaabi)
  const shown = await admin.looks(`${header}\nONG Santé Gao;Awa Exemple;;Gao;;awa@ong.example\n`)
  for (const path of [at, shown, `${shown}/adresses.csv`]) expect((await focal.get(path)).status, path).toBe(404)
  for (const path of [at, shown]) expect((await focal.post(path)).status, path).toBe(404)
  await jaabi.person('admin-2', { role: 'administrator' })
  const other = await seat(jaabi, 'admin-2')
  expect(await other.textOf(shown)).not.toContain('awa@ong.example')
  const file = new File(['Organisation;Secteur\nONG;Santé\n'], 'x.csv')
  const refused = await admin.post(at, { file })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('il faut une organisation, une personne et une adresse e-mail')
})

test('a workbook is read as a CSV is: the sheet with the columns, merged organisations, and phones that lost their beginning', async () => {
  const jaabi = await staffed()
  const admin = await seat(jaabi)
  const shown = await admin.looks(readFileSync('tests/vectors/contacts-libreoffice.xlsx'))
  expect(await sums(admin.get(shown))).toEqual([3, 0, 0, 0, 0])
  const page = await admin.textOf(shown)
  expect(page).toMatch(/Feuille lue : « Contacts ». Les autres sont laissées : Lisez-moi\./)
  // What the spreadsheet kept as a number is said, as it was read; what was written out needs no word.
  expect(page).toMatch(/lu \+22370000011, à vérifier.*lu \+22370000012, à vérifier/)
  expect(page).not.toContain('+22370000013')
  expect(page).not.toContain('Partie Ailleurs')
  await admin.post(shown)
  expect((await invited(jaabi)).toSorted()).toEqual(['Awa Exemple', 'Binta Exemple', 'Docteur Exemple'])
  const binta = (await jaabi.directory.members()).find(({ name }) => name === 'Binta Exemple')
  expect(binta?.organisation).toBe('ong-sante-gao')
})

test('a workbook that cannot be opened is refused in words, and nothing of it is kept', async () => {
  const admin = await seat(await staffed())
  const whole = readFileSync('tests/vectors/contacts-libreoffice.xlsx')
  for (const bytes of [whole.subarray(0, 4000), Buffer.from('d0cf11e0a1b11ae1', 'hex')]) {
    const answer = await admin.post(at, { file: new File([bytes], 'contacts.xlsx') })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Ce classeur ne s’ouvre pas')
  }
  // Its directory says that it would unpack to more than the page says it may.
  const large = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['Organisation']] }] }))
  large.writeUInt32LE(13_000_000, large.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24)
  const refused = await admin.post(at, { adds: 'oui', file: new File([large], 'contacts.xlsx') })
  expect(refused.status).toBe(413)
  const page = await refused.text()
  expect(page).toMatch(/jusqu’à 12.Mo une fois décompressé[\s\S]*ce classeur dépasse la limite/)
  expect(page).toMatch(/name="adds" value="oui" checked/)
  const empty = await writeXlsx({ sheets: [{ name: 'Vide', rows: [] }] })
  const answer = await admin.post(at, { file: new File([empty as BlobPart], 'vide.xlsx') })
  expect(answer.status).toBe(422)
})

test('what somebody else wrote in the same moment is said, by its lines, and is written with the next press', async () => {
  const jaabi = await staffed()
  const services = jaabi.servicesFor('console')
  const { directory } = services
  /** As long as it lasts, each write of the list finds that another came first. */
  const others = { write: true }
  const hindered: typeof directory = {
    ...directory,
    async write(change) {
      const { overlay, person, invitation } = change
      if (others.write && overlay) await directory.write({ overlay: await directory.overlay(), audit: [] })
      if (others.write && person?.member.name === 'Awa Exemple')
        await directory.write({ person: { ...person, member: { ...person.member, name: 'Awa' } }, audit: [] })
      if (others.write && invitation) await directory.write({ invitation, audit: [] })
      return directory.write(change)
    },
  }
  const admin = await seat(jaabi, 'admin-1', { ...services, directory: hindered })
  const list = [
    header,
    'ONG Santé Gao;Awa Exemple;;Gao;;awa@ong.example',
    'ONG Santé Gao;Binta Exemple;;Gao;70 00 00 12;binta@ong.example',
    'ONG Santé Gao;Coumba Exemple;;Gao;;coumba@ong.example',
    'ONG Neuve;Djeneba Exemple;;Gao;;djeneba@ong.example',
  ].join('\n')
  const shown = await admin.looks(list, { adds: 'oui' })
  const written = (await admin.post(shown)).headers.get('location') ?? ''
  expect(await invited(jaabi)).toEqual(['Awa', 'Binta Exemple', 'Coumba Exemple'])
  const said = await admin.textOf(written)
  expect(said).toMatch(/quelqu’un a changé l’annuaire au même moment : lignes 2, (3, )?5 de la liste/)
  expect(said).not.toContain('Tout est écrit')
  expect(said).toMatch(/Continuer : il en reste \d/)
  others.write = false
  const again = (await admin.post(shown)).headers.get('location') ?? ''
  expect(await invited(jaabi)).toEqual(['Awa Exemple', 'Binta Exemple', 'Coumba Exemple', 'Djeneba Exemple'])
  expect(await admin.textOf(again)).toContain('Tout est écrit')
  // What the address says of the time before is no longer so.
  expect(await admin.textOf(written)).not.toContain('au même moment')
  for (const odd of ['1,2', '<b>', '1-'.repeat(60)]) expect(await admin.textOf(`${shown}?ecrit&manquees=${odd}`)).not.toContain('au même moment') // prettier-ignore
})

test('of a list far too long no line is held against all others, and what is too long for an address is none', async () => {
  const admin = await seat(await staffed())
  const line = (n: number) => `Nouvelle ${n};Awa;;;;awa${n}@ong.example`
  const list = [header, ...Array.from({ length: 30_000 }, (_, n) => line(n))].join('\n')
  const refused = await admin.post(at, { file: new File([list], 'contacts.csv'), adds: 'oui' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('plus de 300 lignes')
  const shown = await admin.looks(`${header}\nONG Santé Gao;Awa;;;;a@${'.'.repeat(500_000)},\n`)
  expect(await admin.textOf(shown)).toContain('ce n’est pas une adresse e-mail')
})
