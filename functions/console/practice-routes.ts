import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { addHours } from '../../core/deadlines/calendar.ts'
import { rehearsedSms } from '../../core/operations/practice.ts'
import { healTelling, sweep } from '../../core/operations/sweep.ts'
import type { Directory } from '../../core/ports.ts'
import { consolePage, type Html } from '../../web/console/layout.ts'
import { practiceBody, rehearsedPart } from '../../web/console/practice.ts'
import { type PracticePart, practiceParts, type PracticeTexts } from '../../web/console/practice-texts.ts'
import { type ConsoleServices, needsOf, practiceKeptHours, type StaffServices } from '../wiring/services.ts'
import { caseRoutes } from './case-routes.ts'
import { practiceDoor } from './doors.ts'
import { helpRoutes } from './help-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { partOf, type Practice, practiceDesk, playerOf } from './practice-desk.ts'
import type { ConsoleEnv, ConsoleScene, Door, Section } from './scene.ts'

type Ctx = Context<ConsoleEnv>

/** The pages one practises on: those of the console, behind a third door. */
const practised: readonly Section[] = [inboxRoutes, caseRoutes, helpRoutes]

const { base } = practiceDoor
const settings = `${base}/jeu` as const

const isPart = (name: unknown): name is PracticePart => (practiceParts as readonly unknown[]).includes(name)

/** Whoever practises meets only people of practice, and changes nobody. */
const directoryOf = ({ parts }: PracticeTexts): Directory => ({
  person(id) {
    const part = partOf(id)
    const found = { id, role: 'relay', region: null, organisation: null, active: true } as const
    return Promise.resolve(part && { ...found, name: parts[part].name })
  },
  putPerson: () => Promise.reject(new Error('practice changes nobody')),
  responsible: () => Promise.resolve(null),
  putResponsible: () => Promise.reject(new Error('practice changes nobody')),
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
    const { go, part: asked } = await c.req.parseBody()
    const part = isPart(asked) ? asked : 'focal-point'
    const practice = await desk.find(services.nowAt())
    await (practice && go === 'play' ? desk.play(practice, part) : desk.start(part))
    return c.redirect(base, 303)
  })

  app.all(`${base}/*`, async (c) => {
    const desk = deskOf(c)
    const practice = await desk.find(services.nowAt())
    if (!practice) return c.redirect(settings, 303)
    const needs = desk.needsIn(practice, needsOf(services))
    // Nobody else looks after these cases: what fell due since the last page happens now, and what was sent has arrived.
    if (c.req.method === 'GET') await sweep(needs)
    const [, reference] = /\/cases\/(\d{10})$/.exec(c.req.path) ?? []
    if (reference) await healTelling(reference, needs)
    const { programme, cases, notices, vault, now } = needs
    const texts = c.get('texts')
    const inside: StaffServices = {
      ...{ programme, cases, notices, vault, nowAt: () => now, random: services.random },
      ...{ directory: directoryOf(texts.practice), verify: services.verify, toPhone: services.toPhone },
      ...{ directoryStore: services.directoryStore, refreshProgramme: services.refreshProgramme },
    }
    const pages = pagesOf(c, practice, { services: inside, door: practiceDoor, figures: null, aboveCase })
    failing(pages, base)
    const answered = await pages.fetch(await requestOf(c))
    return c.body(await answered.text(), answered.status as ContentfulStatusCode, Object.fromEntries(answered.headers))
  })
}

/** The console's own pages, for whom one plays. */
function pagesOf(c: Ctx, { part }: Practice, scene: ConsoleScene): Hono<ConsoleEnv> {
  const pages = new Hono<ConsoleEnv>()
  const { texts, csrf } = c.var
  pages.use(async (inner, next) => {
    inner.set('texts', texts)
    inner.set('csrf', csrf)
    inner.set('viewer', playerOf(part, scene.services))
    inner.set('name', texts.practice.parts[part].name)
    return next()
  })
  for (const section of practised) section(pages, scene)
  return pages
}

/** A form was read once already, to see whose it is: it goes on as it was read. */
async function requestOf({ req }: Ctx): Promise<Request> {
  if (req.method === 'GET' || req.method === 'HEAD') return new Request(req.url, { method: req.method })
  return new Request(req.url, { method: req.method, body: await req.formData() })
}

const aboveCase: NonNullable<ConsoleScene['aboveCase']> = async (stored, { needs, texts, justDone }) => {
  const { utcOffsetMinutes } = needs.programme.calendar
  return rehearsedPart({ sms: await rehearsedSms(stored, needs), justDone, now: needs.now, utcOffsetMinutes }, texts)
}

function settingsPage(c: Ctx, practice: Practice | null, { programme, nowAt }: ConsoleServices): Html {
  const { texts, csrf } = c.var
  const part = practice?.part ?? 'focal-point'
  const goneAt = practice && addHours(practice.startedAt, practiceKeptHours)
  const { utcOffsetMinutes } = programme.calendar
  return consolePage({
    ...{ texts, csrf, base, here: null, title: texts.practice.title },
    name: texts.practice.parts[part].name,
    role: playerOf(part, { programme }).role,
    body: practiceBody({ csrf, part, goneAt, now: nowAt(), utcOffsetMinutes }, texts),
  })
}
