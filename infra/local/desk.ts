import { randomUUID } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Sessions } from '../../core/ports/sessions.ts'
import { keepSession, sessionIn } from '../../functions/console/frame/cookies.ts'
import { localSignInFr } from '../../languages/fr/console/local-sign-in.ts'
import { localFactorPage } from '../../web/console/sign-in/local.ts'
import { secondFactors } from './stand-ins/second-factor.ts'
import { type PeopleStore, restrictedRoles } from './people.ts'

interface Reception {
  sessions: Sessions
  directory: PeopleStore
}

/**
 * Sitting down at the console beside the phone, by a click: what a sign-in provider and `/console/retour` do together, without their pages.
 * Whoever comes by the restricted door gives a code as well, as they do there.
 */
export function desk({ sessions, directory }: Reception): Hono {
  const app = new Hono()
  const factors = secondFactors()
  const own: string = '/local/desk/*'
  app.on('POST', ['/local/desk', own], async (c, next) =>
    isOurs(c.req.header('sec-fetch-site')) ? next() : c.text('from /simulator only', 403),
  )

  async function sit(c: Context, person: string, restricted: boolean) {
    keepSession(c, await sessions.open({ person, restricted }, sessionIn(c)))
    return c.redirect('/console', 303)
  }

  app.post('/local/desk', async (c) => {
    const { person } = await fieldsOf(c)
    const found = typeof person === 'string' && person !== '' ? await directory.member(person) : null
    if (!found) return c.notFound()
    if (!restrictedRoles.includes(found.role)) return sit(c, found.id, false)
    const asked = randomUUID()
    factors.ask(asked, found.id)
    return c.redirect(`/local/desk/${asked}`, 303)
  })

  app.get('/local/desk/:asked', (c) => {
    const code = factors.codeOf(c.req.param('asked'))
    return code === null ? c.notFound() : c.html(localFactorPage(localSignInFr, { code, wrong: false }))
  })

  app.post('/local/desk/:asked', async (c) => {
    const asked = c.req.param('asked')
    const given = factors.give(asked, (await fieldsOf(c))['code'])
    if (!given) return c.notFound()
    if (given.isRight) return sit(c, given.person, true)
    return c.html(localFactorPage(localSignInFr, { code: factors.ask(asked, given.person), wrong: true }), 401)
  })

  app.get('/local/desk', async (c) => {
    const id = sessionIn(c)
    const session = id === null ? null : await sessions.find(id)
    return c.json({ person: session?.person ?? null })
  })
  return app
}

/** What cannot be read as a form says nothing. */
const fieldsOf = (c: Context): Promise<Record<string, unknown>> => c.req.parseBody().catch(() => ({}))

/** Browsers say which site a request comes from; tools say nothing. */
const isOurs = (site: string | undefined): boolean => site === undefined || site === 'same-origin'

const nowhere = "frame-ancestors 'none'"

/**
 * A page of this machine may stand in a frame when a page of this machine asks for it; in any other frame it stays forbidden, and no
 * deployed function knows of this. Such a page says on what count it was made, so that the page around it sees when it is out of date.
 */
export function ownFrames(mark: () => Promise<string>): MiddlewareHandler {
  return async (c, next) => {
    const isOwn = c.req.header('sec-fetch-dest') === 'iframe' && c.req.header('sec-fetch-site') === 'same-origin'
    const before = isOwn ? await mark() : ''
    await next()
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
    const policy = c.res.headers.get('content-security-policy') ?? nowhere
    c.header('content-security-policy', isOwn ? policy.replace(nowhere, "frame-ancestors 'self'") : policy)
    if (isOwn) c.header('server-timing', `mark;desc="${before}"`)
  }
}
