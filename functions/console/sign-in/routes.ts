import type { Context, Hono } from 'hono'
import { nothingForNobody } from '../../../web/console/nothing.ts'
import { signedOutPage, signInPage } from '../../../web/console/sign-in/page.ts'
import type { SignInProblem } from '../../../web/console/frame/site-texts.ts'
import { takeInvitation, waitsForProtocol } from '../../../core/operations/directory/take-invitation.ts'
import { knownPerson } from '../../staff/viewer.ts'
import { log } from '../../wiring/log.ts'
import type { ConsoleServices } from '../../wiring/services.ts'
import { dropSession, keepAttempt, keepSession, sessionIn, takeAttempt } from '../frame/cookies.ts'
import { consoleDoor, homeOf, protectionDoor } from '../frame/doors.ts'
import { isOwnForm } from '../frame/own-form.ts'
import { shortAddress } from '../frame/short-address.ts'
import type { ConsoleEnv } from '../frame/scene.ts'

const pools: Partial<Record<string, { restricted: boolean }>> = {
  equipes: { restricted: false },
  restreint: { restricted: true },
}
const problems: readonly string[] = [
  'link',
  'unknown',
  'restricted',
  'protocol',
  'pair',
  'provider',
  'ended',
] satisfies SignInProblem[]
const isProblem = (name: string | undefined): name is SignInProblem => name !== undefined && problems.includes(name)

/** Only ever back into the console, whatever the address says. */
function wantedPage(c: Context, asked: string | undefined): string | null {
  const here = new URL(c.req.url).origin
  const url = asked !== undefined && URL.canParse(asked, here) ? new URL(asked, here) : null
  return url?.origin === here && /^\/console(\/|$)/.test(url.pathname) ? shortAddress(url) : null
}

const doors: readonly string[] = ['', consoleDoor.base, protectionDoor.base]
/** The page somebody came for; null for whoever only wanted in. */
const landing = (wanted: string): string | null => (doors.includes(wanted) ? null : wanted)

/** An address of ours, as the provider knows it. */
const ours = (c: Context, path: string): string => new URL(path, c.req.url).href.replace(/[?#].*$/, '')

/** Signing in and out: the only pages of the console before a session. */
export function signInRoutes(app: Hono<ConsoleEnv>, services: ConsoleServices): void {
  const { sessions, signIn, directory, vault, programme, refreshProgramme, nowAt } = services

  const back = (c: Context, problem: SignInProblem) => c.redirect(`/console/connexion?souci=${problem}`, 303)

  app.get('/console/connexion', (c) => {
    const { souci, vers } = c.req.query()
    const problem = isProblem(souci) ? souci : null
    return c.html(signInPage(c.get('texts'), { problem, wanted: wantedPage(c, vers) }))
  })

  app.get('/console/connexion/:pool', async (c) => {
    const pool = pools[c.req.param('pool')]
    if (!pool) return c.html(nothingForNobody('notFound', c.get('texts')), 404)
    try {
      const { url, attempt } = await signIn.begin(pool.restricted, ours(c, '/console/retour'))
      keepAttempt(c, { ...attempt, wanted: wantedPage(c, c.req.query('vers')) ?? '' })
      return c.redirect(url, 303)
    } catch (error) {
      log('sign-in-provider-failed', { restricted: pool.restricted, error })
      return back(c, 'provider')
    }
  })

  app.get('/console/retour', async (c) => {
    const attempt = takeAttempt(c)
    if (!attempt) return back(c, 'link')
    const { restricted } = attempt
    try {
      const came = await signIn.finish(attempt, new URL(c.req.url))
      if (came.is !== 'done') return back(c, came.is)
      const { person, mail } = came
      await refreshProgramme()
      const needs = { directory, vault, programme, now: nowAt() }
      // Who may see what is restricted is added one by one: no list of contacts invites them.
      if (!restricted) await takeInvitation({ account: person, mail }, needs)
      const known = await knownPerson({ person, restricted }, services)
      if (!known || typeof known === 'string') {
        const why = known ?? ((await waitsForProtocol(mail, needs)) ? 'protocol' : 'unknown')
        log('sign-in-refused', { restricted, why })
        return back(c, why)
      }
      keepSession(c, await sessions.open({ person, restricted }, sessionIn(c)))
      log('signed-in', { restricted, role: known.viewer.role })
      return c.redirect(landing(attempt.wanted) ?? `${homeOf(known.viewer)}/accueil`, 303)
    } catch (error) {
      log('sign-in-provider-failed', { restricted, error })
      return back(c, 'provider')
    }
  })

  app.get('/console/sortie', (c) => c.html(signedOutPage(c.get('texts'), null)))

  app.post('/console/sortie', async (c) => {
    const id = sessionIn(c)
    const session = id === null ? null : await sessions.find(id)
    if (!session || id === null) return c.redirect('/console/sortie', 303)
    if (!(await isOwnForm(c.req, session.csrf))) return c.html(nothingForNobody('forged', c.get('texts')), 403)
    await sessions.end(id)
    if ((await c.req.parseBody())['partout'] === 'oui') await sessions.endAll(session.person)
    dropSession(c)
    const provider = await signIn.signOutUrl(session.restricted, ours(c, '/console/sortie')).catch((error: unknown) => {
      log('sign-in-provider-failed', { restricted: session.restricted, error })
      return null
    })
    // Not a redirect: `form-action` of the page before would forbid it to leave the site.
    if (provider !== null) c.header('refresh', `0; url=${provider}`)
    return c.html(signedOutPage(c.get('texts'), { provider }))
  })
}
