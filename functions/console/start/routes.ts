import type { Context, Hono } from 'hono'
import type { Role } from '../../../core/case/actor.ts'
import type { Pressing, Todo } from '../../../core/lists/pressing.ts'
import { silentDays } from '../../../core/lists/silence.ts'
import { offersMail } from '../../../core/operations/directory/save-mailbox.ts'
import { readPressing, readPressingRows } from '../../../core/operations/lists/read-pressing.ts'
import { inboxHref, type Range, type Trait } from '../../../web/console/frame/inbox-choice.ts'
import { startBody, type StartView } from '../../../web/console/start/page.ts'
import { type ConsoleServices, needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door, Section } from '../frame/scene.ts'

const all = { range: null, traits: [], silentDays }
const inRange = (range: Range) => (base: string) => inboxHref(base, { ...all, range })
const withTrait = (trait: Trait) => (base: string) => inboxHref(base, { ...all, traits: [trait] })
const whole = (base: string): string => inboxHref(base, all)

/** Where each is done. */
const places: Readonly<Record<Todo, (base: string) => string>> = {
  first: whole,
  late: inRange('late'),
  offers: whole,
  refer: whole,
  receipt: whole,
  confirm: whole,
  mine: withTrait('mine'),
  call: (base) => `${base}/appels`,
  visit: withTrait('visit'),
  new: withTrait('new'),
  unassigned: withTrait('unassigned'),
  reopened: withTrait('reopened'),
  today: inRange('today'),
  silent: withTrait('silent'),
  ungiven: (base) => `${base}/nouvelle#notes`,
  uncovered: (base) => `${base}/annuaire/personnes`,
  untold: (base) => `${base}/annuaire/personnes/invitations`,
  unsigned: (base) => `${base}/annuaire/personnes/invitations`,
  vacant: (base) => `${base}/annuaire/personnes`,
  untrained: (base) => `${base}/annuaire/personnes`,
  unreachable: (base) => `${base}/annuaire`,
  gateways: (base) => `${base}/passerelles`,
}

type Way = StartView['ways'][number]['name']
const addresses: Readonly<Record<Way, string>> = {
  inbox: '/inbox',
  intake: '/nouvelle',
  search: '/recherche',
  figures: '/chiffres',
  wall: '/ecran',
  directory: '/annuaire',
  gateways: '/passerelles',
  mail: '/courriel',
  help: '/aide',
}
const works: readonly Way[] = ['inbox', 'intake', 'search', 'figures', 'wall']
const looks: readonly Way[] = ['inbox', 'search', 'figures', 'wall']
const guards: readonly Way[] = ['inbox', 'figures']
const ways: Readonly<Record<Role, readonly Way[]>> = {
  'focal-point': works,
  deputy: works,
  'regional-cluster': works,
  partner: works,
  authority: looks,
  coordinator: [...looks, 'gateways'],
  protection: guards,
  integrity: guards,
  relay: ['intake'],
  administrator: ['directory', 'figures', 'wall', 'gateways'],
}

/** What practice has of it. */
const practised: readonly Way[] = ['inbox', 'intake']

interface Start {
  pressing: Pressing[] | null
  ways: readonly Way[]
  door: Door
}

function startPage(c: Context<ConsoleEnv>, { pressing, ways, door }: Start) {
  const { viewer, texts } = c.var
  const { base } = door
  const view: StartView = {
    role: viewer.role,
    todos: pressing && pressing.map((one) => ({ ...one, href: places[one.todo](base) })),
    ways: [...ways, 'help' as const].map((name) => ({ name, href: base + addresses[name] })),
  }
  return page(c, { door }, { title: texts.start.title, here: 'start', body: startBody(view, texts.start) })
}

/** `/console/accueil`: where somebody lands who signs in; what presses most, and where to do it. */
export function startRoutes(app: Hono<ConsoleEnv>, services: ConsoleServices, door: Door): void {
  app.get(`${door.base}/accueil`, async (c) => {
    const { viewer } = c.var
    const { figures, directory, gatewayWatch } = services
    const needs = { ...needsOf(services), figures, directory, gatewayWatch }
    const mail = (await offersMail(viewer, needs)) ? (['mail'] as const) : []
    return startPage(c, { pressing: await readPressing(viewer, needs), ways: [...ways[viewer.role], ...mail], door })
  })
}

/** The same in practice, where nothing is counted and a few rows are read instead. */
export const practiceStart: Section = (app, { services, door }) => {
  app.get(`${door.base}/accueil`, async (c) => {
    const { viewer } = c.var
    const pressing = await readPressingRows(viewer, needsOf(services))
    return startPage(c, { pressing, ways: ways[viewer.role].filter((way) => practised.includes(way)), door })
  })
}
