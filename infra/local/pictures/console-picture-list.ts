import type { Page } from 'playwright-core'
import { tellAlike } from './telling.ts'

/** One page as one person sees it; `{case}` in the path is one of the cases of the story. */
interface Picture {
  name: string
  person: string
  path: string
  /** Tallest part of the page that is shown, in CSS pixels. */
  height?: number
  dark?: true
  english?: true
  width?: 360 | 1280
  /** Done once, on a page of this person, before the picture is gone to. */
  before?: (page: Page, base: string) => Promise<unknown>
  /** Done on the page itself, at each width; it must leave nothing behind that would change the next picture. */
  then?: (page: Page) => Promise<unknown>
}

export const absences = '/annuaire/absences'
const searchGao = async (page: Page): Promise<void> => {
  await page.selectOption('[name="organisation"]', 'ong-sante-gao')
  await page.click('form.search button')
  await page.locator('h2').waitFor()
}
/** The answer is sent from a page that is older than the case. */
const answerTooLate = async (page: Page): Promise<void> => {
  const form = page.locator('form[action$="/answer"]')
  const away = page.locator('#geste-answer:not([open]) > summary')
  if ((await away.count()) > 0) await away.click()
  await form.locator('[name="outcome"]').selectOption('information')
  await form.locator('[name="answer"]').fill('Un second agent arrive lundi.')
  await form.locator('[name="version"]').evaluate((one) => {
    one.setAttribute('value', '2')
  })
  await form.locator('button[value="send"]:visible, button[value="preview"]:visible').first().click()
  await page.locator('.problems').waitFor()
}
const matrix = [
  'Organisation;Secteur;Région;Cercle;Début;Fin',
  'ONG Santé Gao (exemple);Santé;Gao;Ansongo;01/01/2026;31/12/2026',
  'ONG Eau Nord (exemple);EHA;Gao;Bourem;;',
  'ONG Santé Mopti (exemple);Musique;Mopti;Mopti;;',
].join('\n')
const lookAtMatrix = async (page: Page): Promise<void> => {
  await page.setInputFiles('[name="file"]', { name: '3w.csv', mimeType: 'text/csv', buffer: Buffer.from(matrix) })
  await page.check('[name="adds"]')
  await page.click('form[action$="/apercu"] button')
  await page.locator('.sums').waitFor()
}
const contacts = [
  'Organisation;Nom et prénom;Fonction;Région;Téléphone;E-mail',
  'ONG Santé Gao (exemple);Awa Exemple;Chargée de projet;Gao;70 00 00 61;awa@ong.example',
  'ONG Santé Gao (exemple);Binta Exemple;;Gao;;binta@ong.example',
  'ONG Santé Gao (exemple);Coumba Exemple;;Gao;70 00 00 63;coumba@ong.example',
  'ONG Nouvelle (exemple);Djeneba Exemple;;Gao;;djeneba@ong.example',
  'ONG Inconnue;;;Gao;12;',
].join('\n')
const lookAtContacts = async (page: Page): Promise<void> => {
  const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(contacts) }
  await page.setInputFiles('[name="file"]', file)
  await page.check('[name="adds"]')
  await page.click('form[action$="/liste"] button')
  await page.locator('.sums').waitFor()
}
const points = [
  'Nom;Type;Organisation;Cercle;Commune;Heures;Rythme;Langues',
  'Boîte du marché de Tessit (exemple);boîte;ONG Santé Gao (exemple);Ansongo;Tessit;;chaque semaine;songhay',
  'Guichet de Gao (exemple);guichet;ONG Santé Gao (exemple);Gao;;lundi à vendredi 8h-15h;;songhay, français',
  'Boîte du CSRéf de Gao (exemple);boîte;CSRéf de Gao (exemple);Gao;;;tous les 3 jours;songhay, français',
  'Ligne de nuit (exemple);ligne verte;ONG Inconnue;;;7j/7 24h/24;;fulfulde',
].join('\n')
const lookAtPoints = async (page: Page): Promise<void> => {
  await page.setInputFiles('[name="file"]', { name: 'points.csv', mimeType: 'text/csv', buffer: Buffer.from(points) })
  await page.click('form[action$="/liste"] button')
  await page.locator('.sums').waitFor()
}
/** Written as it was looked at; the first is told by SMS, the second by e-mail. */
const inviteTwo = async (page: Page, base: string): Promise<void> => {
  await page.goto(`${base}/console/annuaire/personnes/liste`)
  await lookAtContacts(page)
  await page.click('form[action*="/liste/"] button')
  await page.goto(`${base}/console/annuaire/personnes/invitations`)
  // Who waits for a protocol has no box.
  await page.getByLabel(/Coumba Exemple/).setChecked(false)
  await page.click('form[action$="/invitations"] button')
  await page.locator('.flash').waitFor()
}
const follow = (link: string) => async (page: Page) => {
  await page.locator(link).first().click()
  await page.waitForLoadState()
}
const fileOne = async (page: Page): Promise<void> => {
  await page.fill('#text', 'Le centre de Bourem ne donne plus de moustiquaires.')
  await page.check('[name="channel"][value="face"]')
  await page.click('.send button')
}
/** The first case of practice, with what its person would have got. */
const openPhone = async (page: Page): Promise<void> => {
  const first = await page.locator('a[data-case]').first().getAttribute('href')
  await page.goto(new URL(`${first ?? ''}?telephone`, page.url()).href)
}

export const pictures: readonly Picture[] = [
  { name: 'start', person: 'focal-point', path: '/accueil' },
  { name: 'inbox', person: 'focal-point', path: '', height: 800 },
  { name: 'inbox-dark', person: 'focal-point', path: '', height: 800, dark: true, width: 1280 },
  { name: 'inbox-english', person: 'focal-point', path: '', english: true, width: 360 },
  { name: 'case-new', person: 'focal-point', path: '/cases/{new}', height: 860 },
  { name: 'case-answered', person: 'focal-point', path: '/cases/{answered}', height: 1300 },
  { name: 'case-dark', person: 'focal-point', path: '/cases/{new}', dark: true, width: 360 },
  { name: 'case-english', person: 'focal-point', path: '/cases/{answered}', english: true, width: 1280 },
  { name: 'case-assigned', person: 'regional-cluster-gao', path: '/cases/{assigned}', height: 900 },
  { name: 'new-complaint', person: 'focal-point', path: '/nouvelle' },
  { name: 'danger', person: 'focal-point', path: '/nouvelle?kind=danger' },
  { name: 'calls', person: 'focal-point', path: '/appels' },
  { name: 'mail', person: 'focal-point', path: '/courriel' },
  { name: 'search', person: 'focal-point', path: '/recherche' },
  { name: 'figures', person: 'focal-point', path: '/chiffres', height: 1200 },
  { name: 'figures-english', person: 'focal-point', path: '/chiffres', english: true, width: 1280, height: 1200 },
  { name: 'wall', person: 'focal-point', path: '/ecran?fixe', width: 1280, height: 720 },
  { name: 'figures-dark', person: 'focal-point', path: '/chiffres', dark: true, width: 1280 },
  { name: 'gateways', person: 'coordinator', path: '/passerelles' },
  { name: 'workload', person: 'focal-point', path: '/charge' },
  { name: 'organisations', person: 'administrator', path: '/annuaire' },
  { name: 'organisation', person: 'administrator', path: '/annuaire/organisations/ong-sante-gao' },
  { name: 'people', person: 'administrator', path: '/annuaire/personnes' },
  { name: 'presence', person: 'administrator', path: '/annuaire/presence' },
  { name: 'audit', person: 'administrator', path: '/annuaire/journal' },
  {
    name: 'contacts',
    person: 'administrator',
    path: '/annuaire/personnes/liste',
    then: lookAtContacts,
    height: 1300,
  },
  { name: 'invitations', person: 'administrator', path: '/annuaire/personnes/invitations', before: inviteTwo },
  { name: 'absences', person: 'regional-cluster-gao', path: '/annuaire/absences' },
  { name: 'region', person: 'regional-cluster-gao', path: '', height: 800 },
  { name: 'partner', person: 'partner-ong-sante-gao', path: '' },
  { name: 'help', person: 'partner-ong-sante-gao', path: '/aide' },
  { name: 'procedure', person: 'partner-ong-sante-gao', path: '/aide/procedure' },
  { name: 'practice', person: 'focal-point', path: '/exercice' },
  { name: 'search-results', person: 'focal-point', path: '/recherche', then: searchGao, height: 1500 },
  { name: 'stale', person: 'regional-cluster-gao', path: '/cases/{assigned}', then: answerTooLate, height: 1100 },
  { name: 'points', person: 'regional-cluster-gao', path: '/annuaire/points' },
  { name: 'points-preview', person: 'focal-point', path: '/annuaire/points/liste', then: lookAtPoints },
  { name: 'presence-preview', person: 'administrator', path: '/annuaire/presence', then: lookAtMatrix, height: 1300 },
  { name: 'person', person: 'administrator', path: '/annuaire/personnes/focal-point' },
  { name: 'administrator', person: 'administrator', path: '', width: 360 },
  { name: 'coordinator', person: 'coordinator', path: '', width: 360 },
  { name: 'i-replace', person: 'coordinator', path: absences, width: 360 },
  {
    name: 'taking-over',
    person: 'coordinator',
    path: '/annuaire/passation',
    before: async (page, base) => {
      await page.goto(`${base}/console${absences}`)
      await page.click('form[action$="/remplacement"] button')
      await page.waitForURL(/passation/)
    },
  },
  { name: 'authority', person: 'authority', path: '', height: 800, width: 1280 },
  { name: 'integrity', person: 'integrity', path: '', width: 360 },
  { name: 'integrity-case', person: 'integrity', path: '/cases/{integrity}' },
  { name: 'practice-inbox', person: 'focal-point', path: '/exercice', before: (page, base) => playOnce(page, base) },
  { name: 'practice-case', person: 'focal-point', path: '/exercice', then: openPhone, height: 1300 },
  { name: 'receipt', person: 'focal-point', path: '/nouvelle', then: (page) => fileOne(page).then(() => page.waitForURL(/\d{10}$/)), width: 360 }, // prettier-ignore
  {
    name: 'offline',
    person: 'focal-point',
    path: '/nouvelle',
    width: 360,
    then: async (page) => {
      await page.context().setOffline(true)
      await fileOne(page)
      await page.locator('#attente li').waitFor()
    },
  },
  // Last of this person: they stand on top of the list from now on.
  {
    name: 'together',
    person: 'focal-point',
    path: '',
    height: 800,
    before: async (page, base) => {
      await page.context().setOffline(false)
      await tellAlike(base)
    },
  },
  { name: 'wave', person: 'focal-point', path: '', then: follow('.waves a[href*="/ensemble?"]'), height: 1100 },
  { name: 'flood', person: 'focal-point', path: '', then: follow('.waves a[href*="/masse/"]'), height: 1100 },
  { name: 'nothing-here', person: 'relay', path: '/rien', width: 360 },
  { name: 'relay', person: 'relay', path: '', width: 360 },
  { name: 'signed-out', person: 'relay', path: '/sortie', width: 360 },
  {
    name: 'expired',
    person: 'regional-cluster-kidal',
    path: absences,
    width: 360,
    then: async (page) => {
      await page.context().clearCookies()
      await page.locator('form[action$="/absences"]').evaluate((form: HTMLFormElement) => {
        form.submit()
      })
      await page.locator('.warn, .problems').waitFor()
    },
  },
  { name: 'protection-case', person: 'protection', path: '/protection/cases/{danger}' },
  { name: 'protection', person: 'protection', path: '/protection' },
  { name: 'referral-sheet', person: 'protection', path: '/protection/cases/{danger}/sheet' },
]

/** What the person sees, without signing in. */
export const publicPictures = [
  { name: 'follow-up', path: '/suivi?reference={answered}' },
  { name: 'danger-form', path: '/?kind=protection' },
  { name: 'poster', path: '/affiche' },
] as const

async function playOnce(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/console/exercice/jeu`)
  await page.click('button[value="start"]')
  await page.waitForURL(/exercice\/accueil$/)
}
