import type { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../core/case/actor.ts'
import { steps } from '../../core/case/status.ts'
import { build as consolePages } from '../../functions/console.ts'
import { build as protectionApi } from '../../functions/protection-api.ts'
import { build as protectionConsole } from '../../functions/protection-console.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { bothDoors } from '../support/functions/both-doors.ts'
import { man, woman } from '../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'

/** Whoever may not open a case finds nothing at any address of it, and no list, count, search or figure that moves with it. */

const newJaabi = await withJaabi()

/** A kind of case, and who may open it (design §12), written down here by hand: the code is held to it. */
const cases = {
  'not assessed yet': ['focal-point', 'deputy'],
  'with the ONG of Gao': ['focal-point', 'deputy', 'regional-cluster', 'partner', 'authority'],
  'with the ONG of Mopti': ['focal-point', 'deputy'],
  'naming the cluster and the ONG of Gao': ['focal-point', 'deputy'],
  'with a service the authority supervises': ['focal-point', 'deputy', 'regional-cluster'],
  'possible S': ['focal-point', 'deputy'],
  'in words that a reader is asked about': ['focal-point', 'deputy', 'coordinator'],
  S1: ['focal-point', 'deputy', 'integrity'],
  S2: ['protection'],
} as const satisfies Record<string, readonly Role[]>
type Kind = keyof typeof cases
const kinds = Object.keys(cases) as Kind[]

/** The coordinator is the one reader of the language asked about; the integrity pair reads another one. */
const people: Record<Role, { region?: string; organisation?: string; readerOf?: string[]; pseaOn?: string }> = {
  'focal-point': {},
  deputy: {},
  'regional-cluster': { region: 'gao' },
  partner: { organisation: 'ong-sante-gao' },
  authority: { region: 'gao', organisation: 'drs-gao' },
  relay: {},
  protection: {},
  integrity: { readerOf: ['ses'], pseaOn: '2027-03-01' },
  coordinator: { readerOf: ['taq'], pseaOn: '2027-03-01' },
  administrator: {},
}
const roles = Object.keys(people) as Role[]

const gao = { system: 'cod-2021', code: 'ML0703' }
const mopti = { system: 'cod-2021', code: 'ML0504' }

/** Files one case of a kind, and takes it as far as its name says. */
async function file(
  kind: Kind,
  { takes, phones }: Awaited<ReturnType<typeof bothDoors>>,
  phone: string,
): Promise<string> {
  const said: Partial<Record<Kind, string>> = {
    'possible S': 'un agent a violé une fille du camp',
    'in words that a reader is asked about': 'الماء مقطوع منذ ثلاثة أيام',
  }
  const words = said[kind] ?? `Le forage est en panne (${kind})`
  const reference = await phones.says(phone, words)
  const assess = (body: object) => ['focal-point', 'assess', body] as const
  const assign = (organisation: string) => ['focal-point', 'assign', { organisation }] as const
  const at = { level: 'N1', category: 'SAN-QUAL', place: gao }
  const ways: Record<Kind, Parameters<typeof takes>[1][]> = {
    'not assessed yet': [],
    'with the ONG of Gao': [assess(at), assign('ong-sante-gao')],
    'with the ONG of Mopti': [assess({ ...at, place: mopti }), assign('ong-sante-mopti')],
    'naming the cluster and the ONG of Gao': [
      assess({ ...at, named: ['region:gao', 'organisation:ong-sante-gao', 'organisation:drs-gao'] }),
    ],
    'with a service the authority supervises': [assess(at), assign('csref-gao')],
    'possible S': [],
    'in words that a reader is asked about': [['focal-point', 'ask-reader', { language: 'taq' }]],
    S1: [assess({ level: 'S1', category: 'INT-ARGENT' })],
    S2: [assess({ level: 'S2', category: 'PRO-VBG' })],
  }
  await takes(reference, ...ways[kind])
  return reference
}

interface Door {
  name: string
  app: Pick<Hono, 'request'> & { routes: readonly { method: string; path: string }[] }
  /** How a request of somebody carries who they are. */
  as: (person: string) => Promise<{ headers: Record<string, string>; csrf: string }>
}

function doorsOf(jaabi: Jaabi): Door[] {
  const token = (person: string) =>
    Promise.resolve({ headers: { authorization: `Bearer ${person}`, 'content-type': 'application/json' }, csrf: '' })
  const seats = new Map<string, { headers: Record<string, string>; csrf: string }>()
  const { sessions } = jaabi.servicesFor('console')
  const seat = async (person: string) => {
    const known = seats.get(person)
    if (known) return known
    const id = await sessions.open({ person, restricted: true }, null)
    const csrf = (await sessions.find(id))?.csrf ?? ''
    const type = 'application/x-www-form-urlencoded'
    const made = {
      headers: { cookie: `__Host-jaabi=${id}`, origin: 'https://jaabi.example', 'content-type': type },
      csrf,
    }
    seats.set(person, made)
    return made
  }
  return [
    { name: 'staff-api', app: staffApi(jaabi.servicesFor('staff-api')), as: token },
    { name: 'protection-api', app: protectionApi(jaabi.servicesFor('protection-api')), as: token },
    { name: 'console', app: consolePages(jaabi.servicesFor('console')), as: seat },
    { name: 'protection-console', app: protectionConsole(jaabi.servicesFor('protection-console')), as: seat },
  ]
}

const byRegion = ['gao', 'mopti', 'national', 'triage'].map((region) => `?region=${region}`)
/** Of one's own scope, and of a region that is another's or one's own: in each the cercle of either. */
const byCercle = [gao, mopti].flatMap(({ system, code }) =>
  ['?', '?region=gao&', '?region=mopti&'].map((part) => `${part}cercle=${system}:${code}`),
)
const byPart = [...byRegion, ...byCercle]

/** What a list, a search or a page of figures is also asked with; a route that is not here is asked without. */
const queries: Partial<Record<string, readonly string[]>> = {
  '/api/queue': ['?limit=1'],
  '/console': ['?late', '?week', '?new', '?unassigned', '?silent=1'],
  '/console/recherche': [
    '?du=2027-06-01&au=2027-06-30&sujet=SAN-QUAL',
    '?du=2027-06-01&au=2027-06-30&lieu=cod-2021+ML07',
    '?du=2027-06-01',
    '?du=2027-06-01&sujet=EHA-EAU',
    '?mots=forage',
  ],
  '/console/chiffres': ['?periode=2027-06', '?periode=2027-T2', '?periode=2027', ...byPart],
  '/console/ecran': ['?feuille=2', '?feuille=3', '?feuille=4', ...byPart],
  '/console/chiffres.csv': ['?periode=2027-06', '?periode=2027', ...byPart],
  '/console/chiffres.xlsx': ['?periode=2027-06', ...byPart],
}

/** Their figures are of the whole country, and move with every case of lane N, and of no other. */
const ofTheCountry: readonly Role[] = ['coordinator', 'administrator']
const nowhereCounted: readonly Kind[] = ['possible S', 'in words that a reader is asked about', 'S1', 'S2']

const isOfCase = ({ path }: { path: string }): boolean => path.includes(':reference')
/** Signing in and out concerns nobody's cases. */
const isInside = ({ path }: { path: string }): boolean =>
  !path.includes('*') && !/^\/console\/(connexion|retour|sortie)/.test(path)

/** Addresses of a route, each with its parameters filled in. */
function addresses(path: string, reference: string): string[] {
  const filled = path.replace(':reference', reference)
  const all = filled.includes(':step') ? steps.map((step) => filled.replace(':step', step)) : [filled]
  return all.map((one) => one.replace(/:\w+(\{[^}]*\})?/g, 'x'))
}

const isPractice = ({ path }: { path: string }): boolean => path.startsWith('/console/exercice')

/** Practice opens once its made-up cases are laid out. */
async function practises({ app, as }: Door, person: string): Promise<void> {
  const { headers, csrf } = await as(person)
  const body = new URLSearchParams({ csrf, go: 'start', part: 'focal-point' }).toString()
  const begun = await app.request('https://jaabi.example/console/exercice/jeu', { method: 'POST', headers, body })
  expect(begun.status).toBe(303)
}

async function begun() {
  const start = await bothDoors(await newJaabi())
  for (const role of roles) await start.jaabi.person(`the-${role}`, { role, ...people[role] })
  return { ...start, doors: doorsOf(start.jaabi) }
}

const outOfReach = (role: Role): Kind[] => kinds.filter((kind) => !(cases[kind] as readonly Role[]).includes(role))

/** Passes the check digits, and is nobody's. */
const nobodys = '4829137996'

test('there are routes of cases and routes of lists behind every door', async () => {
  const { doors } = await begun()
  for (const { name, app } of doors) {
    expect(app.routes.filter(isOfCase).length, name).toBeGreaterThan(1)
    const practised = app.routes.filter((route) => isOfCase(route) && isPractice(route))
    expect(practised.length > 3, name).toBe(name === 'console')
    expect(app.routes.filter((route) => isInside(route) && !isOfCase(route)).length, name).toBeGreaterThan(0)
  }
})

test('every address of a case out of reach answers as if there were none, for everybody and at every door', async () => {
  const start = await begun()
  const references = new Map<Kind, string>()
  for (const kind of kinds) references.set(kind, await file(kind, start, woman))
  for (const role of roles)
    for (const door of start.doors) {
      const { name, app, as } = door
      // Practice is the same whoever somebody is: once is enough, for whom every case is out of reach.
      const inPractice = name === 'console' && role === 'relay'
      if (inPractice) await practises(door, `the-${role}`)
      const { headers, csrf } = await as(`the-${role}`)
      const asked = async (method: string, path: string, reference: string) => {
        const form = new URLSearchParams({ csrf, requestId: 'request-1', reason: 'x' }).toString()
        const body = name.endsWith('api') ? JSON.stringify({ requestId: 'request-1', reason: 'x' }) : form
        const init = method === 'POST' ? { method, headers, body } : { headers }
        const response = await app.request(`https://jaabi.example${path}`, init)
        return { status: response.status, body: (await response.text()).replaceAll(reference, '') }
      }
      for (const { method, path } of app.routes.filter((route) => isInside(route) && isOfCase(route))) {
        if (isPractice({ path }) && !inPractice) continue
        const nothing = await Promise.all(addresses(path, nobodys).map((one) => asked(method, one, nobodys)))
        for (const kind of outOfReach(role)) {
          const reference = references.get(kind) ?? ''
          const answers = await Promise.all(addresses(path, reference).map((one) => asked(method, one, reference)))
          expect(answers, `${role} asks ${name} ${method} ${path} of a case ${kind}`).toEqual(nothing)
        }
        expect(new Set(nothing.map(({ status }) => status)), `${role} ${name} ${path}`).toEqual(new Set([404]))
      }
    }
})

describe('no list, count, search or figure moves with a case out of reach', () => {
  test.each(roles)('%s', async (role) => {
    const start = await begun()
    const work = start.doors.find(({ name }) => name === 'console')
    if (work) await practises(work, `the-${role}`)
    const shown = async () => {
      const seen: Record<string, string> = {}
      for (const { name, app, as } of start.doors) {
        const { headers } = await as(`the-${role}`)
        for (const { method, path } of app.routes) {
          if (method !== 'GET' || !isInside({ path }) || isOfCase({ path })) continue
          for (const query of ['', ...(queries[path] ?? [])]) {
            const [address = path] = addresses(path, '')
            const response = await app.request(`https://jaabi.example${address}${query}`, { headers })
            // The number of an empty form is drawn anew for each page.
            const page = (await response.text()).replace(/name="requestId"\s+value="[^"]*"/g, '')
            seen[`${name} ${path}${query}`] = `${String(response.status)} ${page}`
          }
        }
      }
      return seen
    }
    for (const kind of kinds.filter((one) => !outOfReach(role).includes(one))) await file(kind, start, man)
    const before = await shown()
    // Whoever may ask for a cercle gets a page of it, so that it can be seen to stand still; nobody else does.
    const asksCercle = ['regional-cluster', 'partner'].includes(role)
    for (const query of byCercle.filter((one) => one.startsWith('?cercle=')))
      for (const path of ['chiffres', 'ecran', 'chiffres.csv', 'chiffres.xlsx'])
        expect(before[`console /console/${path}${query}`]?.slice(0, 3)).toBe(asksCercle ? '200' : '404')
    const isCounted = (kind: Kind): boolean => !nowhereCounted.includes(kind)
    for (const kind of outOfReach(role).filter(isCounted)) await file(kind, start, woman)
    const between = await shown()
    const moves = ([address]: [string, string]) => ofTheCountry.includes(role) && /\/(chiffres|ecran)/.test(address)
    // What every SMS costs is on the operator's bill, whose ever it was: the page of gateways adds up no less, and names nothing (decision 057).
    const isBill = ([address]: [string, string]) => ofTheCountry.includes(role) && /\/passerelles/.test(address)
    const apart = (seen: Record<string, string>) => Object.entries(seen).filter((one) => !isBill(one))
    const still = (seen: Record<string, string>) => apart(seen).filter((one) => !moves(one))
    expect(still(between)).toEqual(still(before))
    for (const kind of outOfReach(role).filter((one) => !isCounted(one))) await file(kind, start, woman)
    expect(apart(await shown())).toEqual(apart(between))
  })
})
