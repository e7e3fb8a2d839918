import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { consoleTextsFor } from '../../languages/console.ts'
import { nothingForNobody, nothingPage, type Nothing } from '../../web/console/nothing.ts'
import { consoleScript, offlineScript, smsScript } from '../../web/console/script.ts'
import { signInPage } from '../../web/console/sign-in/page.ts'
import { consoleStyle } from '../../web/console/style.ts'
import { knownPerson } from '../staff/viewer.ts'
import { log } from '../wiring/log.ts'
import type { ConsoleServices } from '../wiring/services.ts'
import { keepLanguage, languageIn, sessionIn } from './frame/cookies.ts'
import { directoryRoutes } from './directory/routes.ts'
import { gatewayRoutes } from './gateways/routes.ts'
import { homeOf, practiceDoor } from './frame/doors.ts'
import { isOwnForm } from './frame/own-form.ts'
import { shortAddress } from './frame/short-address.ts'
import { mailRoutes } from './mail/routes.ts'
import { pairRoutes } from './pairs/routes.ts'
import { practiceRoutes } from './practice/routes.ts'
import type { ConsoleEnv, Door, Section } from './frame/scene.ts'
import { sections as all } from './sections.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { startRoutes } from './start/routes.ts'
import type { Html } from '../../web/html.ts'
import { say } from '../../web/say.ts'

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  // Nothing to other sites; to ourselves, so that browsers say where our forms come from (`frame/own-form.ts`).
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** A matrix of who does what where is the largest thing anybody sends. */
const maxBodyBytes = 2_000_000
/** What every page loads stays with the browser: its address changes with its content. */
const kept = 'public, max-age=31536000, immutable'

/**
 * The console behind one door: who looks is settled for every request by their session and the directory as it is now, a POST
 * counts only from a form of ours, and what somebody may not see looks like what is not there.
 */
export function consoleApp(
  services: ConsoleServices,
  door: Door,
  sections: readonly Section[] = all,
): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const offered = consoleTextsFor(services.programme.languages)
  const textsIn = (code: string | null) => offered.find(({ language }) => language === code)

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    const asked = c.req.query('langue') ?? null
    if (asked !== null && textsIn(asked) && c.req.method === 'GET') {
      keepLanguage(c, asked)
      return c.redirect(without(c, 'langue'), 303)
    }
    c.set('texts', textsIn(languageIn(c)) ?? offered[0])
    return next()
  })

  if (door.base === '/console') {
    for (const { path, type, body } of [consoleStyle, consoleScript, smsScript])
      app.get(path, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': kept }))
    // Not for ever: a browser asks after its worker anew, and gets that of this release.
    app.get(offlineScript.path, (c) => c.body(offlineScript.body, 200, { 'content-type': offlineScript.type }))
    app.use('/console/sortie', tooMuch)
    signInRoutes(app, services)
    const practised: string = `${practiceDoor.base}/*`
    app.use(practised, tooMuch, whoLooks(services, practiceDoor))
    practiceRoutes(app, services, failing)
  }

  const inside: string = `${door.base}/*`
  app.use(inside, tooMuch, whoLooks(services, door))

  for (const section of sections)
    section(app, { services, door, figures: services.figures, journal: services.directory })
  directoryRoutes(app, services, door)
  pairRoutes(app, services, door)
  mailRoutes(app, services, door)
  gatewayRoutes(app, services, door)
  startRoutes(app, services, door)

  failing(app, null)
  return app
}

const tooMuch: MiddlewareHandler<ConsoleEnv> = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c: Context<ConsoleEnv>) => c.html(saying(c.var, 'tooMuch'), 413),
})

/** What is not there, or not for this person, and what broke; `at`: where the way back leads, null for wherever their work is. */
function failing(app: Hono<ConsoleEnv>, at: Door['base'] | null): void {
  app.notFound((c) => c.html(saying(c.var, 'notFound', at), 404))
  app.onError((error, c) => {
    log('console-failed', { error })
    return c.html(saying(c.var, 'trouble', at), 500)
  })
}

/** Lets through who is signed in, belongs behind this door and, where something is sent, sent it from a form of ours. */
function whoLooks(services: ConsoleServices, door: Door): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const id = sessionIn(c)
    const session = id === null ? null : await services.sessions.find(id)
    const known = session && (await knownPerson(session, services))
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!session || !known || typeof known === 'string') {
      if (!reads) return c.html(signInPage(c.get('texts'), { problem: 'typing', wanted: null }), 401)
      const query = new URLSearchParams({
        vers: shortAddress(new URL(c.req.url)) ?? door.base,
        ...(id === null ? {} : { souci: known === 'protocol' ? known : 'ended' }),
      })
      return c.redirect(`/console/connexion?${query.toString()}`, 303)
    }
    const { viewer, name, standing } = known
    const { directory } = c.get('texts')
    c.set('viewer', viewer)
    c.set('name', standing ? say(directory.standing, { name, other: standing.name }) : name)
    c.set('csrf', session.csrf)
    c.set('at', { now: services.nowAt(), utcOffsetMinutes: services.programme.calendar.utcOffsetMinutes })
    if (!door.admits(viewer)) return c.req.path === door.base && reads ? c.redirect(homeOf(viewer), 303) : c.notFound()
    if (!reads && !(await isOwnForm(c.req, session.csrf))) return c.html(saying(c.var, 'forged'), 403)
    return next()
  }
}

/** Before anybody is known to look, little stands in the variables. */
function saying(
  {
    texts,
    viewer,
    name,
    csrf,
    at: drawn,
    practice,
  }: Partial<ConsoleEnv['Variables']> & Pick<ConsoleEnv['Variables'], 'texts'>,
  what: Nothing,
  at: Door['base'] | null = null,
): Html {
  if (!viewer || name === undefined || csrf === undefined || drawn === undefined) return nothingForNobody(what, texts)
  return nothingPage(what, { texts, name, csrf, at: drawn, practice, role: viewer.role, base: at ?? homeOf(viewer) })
}

/** This address without one of its parameters. */
function without(c: Context, name: string): string {
  const url = new URL(c.req.url)
  url.searchParams.delete(name)
  return shortAddress(url) ?? '/console'
}
