import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { addDays, addHours } from '../../../core/deadlines/calendar.ts'
import { passTime } from '../../../core/operations/practice/practice-time.ts'
import { healTelling } from '../../../core/operations/sweep/sweep.ts'
import { newMember } from '../../../core/directory/member.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { practiceHome } from '../../../programme/practice-cases.ts'
import { consolePage } from '../../../web/console/layout.ts'
import { practiceBody, practiceMark } from '../../../web/console/practice/page.ts'
import { type PracticePart, practiceParts, type PracticeTexts, timeSteps } from '../../../web/console/practice/texts.ts'
import type { Here } from '../../../web/console/frame/when.ts'
import { type ConsoleServices, needsOf, practiceKeptHours, type StaffServices } from '../../wiring/services.ts'
import { caseRoutes } from '../case/routes.ts'
import { practiceDoor } from '../frame/doors.ts'
import { helpRoutes } from '../help/routes.ts'
import { inboxRoutes } from '../inbox/routes.ts'
import { intakeRoutes } from '../intake/routes.ts'
import { mostDaysAhead, partOf, type Practice, practiceDesk, playerOf } from './desk.ts'
import { personRoutes, phoneShown } from './person.ts'
import { placesRoute } from '../frame/places-route.ts'
import { practiceStart } from '../start/routes.ts'
import type { ConsoleEnv, ConsoleScene, Door, Section } from '../frame/scene.ts'
import type { Html } from '../../../web/html.ts'

type Ctx = Context<ConsoleEnv>

/** The pages one practises on: those of the console, behind a third door. One's own phone stands before the steps of a case. */
const practised: readonly Section[] = [
  practiceStart,
  inboxRoutes,
  intakeRoutes,
  personRoutes,
  caseRoutes,
  helpRoutes,
  placesRoute,
]

const { base } = practiceDoor
const settings = `${base}/jeu` as const

const isPart = (name: unknown): name is PracticePart => (practiceParts as readonly unknown[]).includes(name)

/** Whoever practises meets only people of practice, beside the real organisations. */
const directoryOf = ({ parts }: PracticeTexts, { directory }: ConsoleServices): StaffServices['directory'] => ({
  member(id) {
    const part = partOf(id)
    return Promise.resolve(part && newMember({ id, name: parts[part].name, role: 'relay' }))
  },
  members: () => Promise.resolve([]),
  presence: () => directory.presence(),
})

/** `/console/exercice`: made-up cases of one's own on the pages of the console. Who looks is settled before. */
export function practiceRoutes(
  app: Hono<ConsoleEnv>,
  services: ConsoleServices,
  failing: (app: Hono<ConsoleEnv>, at: Door['base']) => void,
): void {
  const deskOf = (c: Ctx) => practiceDesk(services, c.get('viewer').person)

  app.get(settings, async (c) => {
    const practice = await deskOf(c).find(services.nowAt())
    return c.html(settingsPage(c, practice, services))
  })

  app.post(settings, async (c) => {
    const desk = deskOf(c)
    const { go, part: asked, days, vers } = await c.req.parseBody()
    const part = isPart(asked) ? asked : 'focal-point'
    const practice = await desk.find(services.nowAt())
    const passing = timeSteps.find((step) => String(step) === days)
    if (go === 'pass') {
      if (practice && passing) await desk.letPass(practice, passing)
      const reference = typeof vers === 'string' && /^\d{10}$/.test(vers) ? vers : null
      return c.redirect(reference === null ? `${settings}#temps` : `${base}/cases/${reference}`, 303)
    }
    await (practice && go === 'play' ? desk.play(practice, part) : desk.start(part))
    return c.redirect(`${base}/accueil`, 303)
  })

  async function practise(c: Ctx): Promise<Response> {
    const desk = deskOf(c)
    const practice = await desk.find(services.nowAt())
    if (!practice) return c.redirect(settings, 303)
    const real = needsOf(services)
    const needs = desk.needsIn(practice, real)
    // Nobody else looks after these cases: what fell due since the last page happens now, and what was sent has arrived.
    if (c.req.method === 'GET') await passTime((now) => desk.needsIn(practice, real, now), needs.now)
    const [, reference] = /\/cases\/(\d{10})$/.exec(c.req.path) ?? []
    if (reference) await healTelling(reference, needs)
    const { now, ...given } = needs
    const texts = c.get('texts')
    const inside: StaffServices = {
      ...given,
      nowAt: () => now,
      random: services.random,
      directory: directoryOf(texts.practice, services),
      villages: services.villages,
      points: services.points,
      verify: services.verify,
      toPhone: services.toPhone,
      refreshProgramme: services.refreshProgramme,
    }
    const aboveCase = phoneShown(c, practice.aheadDays < mostDaysAhead)
    const pages = pagesOf(c, practice, {
      services: inside,
      door: practiceDoor,
      figures: null,
      journal: null,
      aboveCase,
    })
    failing(pages, base)
    const answered = await pages.fetch(await requestOf(c))
    return c.body(await answered.text(), answered.status as ContentfulStatusCode, Object.fromEntries(answered.headers))
  }

  // Each address by its name, so that whoever walks the routes of the console finds those of practice too; then what is not there.
  for (const { method, path } of addresses(services)) app.on(method, path, practise)
  app.all(`${base}/*`, practise)
}

/** What one practises on, as its sections name it. */
function addresses(services: ConsoleServices): { method: string; path: string }[] {
  const pages = new Hono<ConsoleEnv>()
  for (const section of practised) section(pages, { services, door: practiceDoor, figures: null, journal: null })
  return pages.routes.filter(({ method }) => method !== 'ALL')
}

/** The console's own pages, for whom one plays. */
function pagesOf(c: Ctx, practice: Practice, scene: ConsoleScene): Hono<ConsoleEnv> {
  const pages = new Hono<ConsoleEnv>()
  const { part } = practice
  const { texts, csrf } = c.var
  const { programme, nowAt } = scene.services
  const mark = practiceMark(part, hereIn(practice, nowAt(), programme), texts)
  pages.use(async (inner, next) => {
    inner.set('texts', texts)
    inner.set('csrf', csrf)
    inner.set('at', { now: nowAt(), utcOffsetMinutes: programme.calendar.utcOffsetMinutes })
    inner.set('viewer', playerOf(part, scene.services))
    inner.set('name', texts.practice.parts[part].name)
    inner.set('practice', mark)
    return next()
  })
  for (const section of practised) section(pages, scene)
  return pages
}

/** Which day it is in practice; null where it is today. */
const hereIn = (practice: Practice | null, now: string, { calendar }: Programme): Here | null =>
  practice && practice.aheadDays > 0 ? { now, utcOffsetMinutes: calendar.utcOffsetMinutes } : null

/** A form was read once already, to see whose it is: it goes on as it was read, and as what asked for it. */
async function requestOf({ req }: Ctx): Promise<Request> {
  const given = ['accept', 'cookie'].flatMap((name) => [[name, req.header(name) ?? '']] as [string, string][])
  const headers = Object.fromEntries(given.filter(([, value]) => value !== ''))
  if (req.method === 'GET' || req.method === 'HEAD') return new Request(req.url, { method: req.method, headers })
  return new Request(req.url, { method: req.method, headers, body: await req.formData() })
}

function settingsPage(c: Ctx, practice: Practice | null, services: ConsoleServices): Html {
  const { programme, nowAt } = services
  const aheadDays = practice?.aheadDays ?? 0
  const { texts, csrf, viewer } = c.var
  const { role: own } = viewer
  const part = practice?.part ?? (isPart(own) ? own : 'focal-point')
  const goneAt = practice && addHours(practice.startedAt, practiceKeptHours)
  const { utcOffsetMinutes } = programme.calendar
  const organisation = programme.organisations.find(({ id }) => id === practiceHome.organisation)?.name ?? ''
  const mayPass = aheadDays < mostDaysAhead
  return consolePage({
    texts,
    csrf,
    base,
    at: { now: addDays(nowAt(), aheadDays), utcOffsetMinutes },
    title: texts.practice.title,
    here: null,
    name: texts.practice.parts[part].name,
    role: playerOf(part, { programme }).role,
    practice: practiceMark(part, hereIn(practice, addDays(nowAt(), aheadDays), programme), texts),
    body: practiceBody({ csrf, part, goneAt, organisation, mayPass, now: nowAt(), utcOffsetMinutes }, texts),
  })
}
