import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { longestAddress, mailWish, saveMailWish } from '../../../core/operations/directory/save-mailbox.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { mailBody } from '../../../web/console/mail/page.ts'
import { type ConsoleServices, needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door } from '../frame/scene.ts'
import type { Hono } from 'hono'

type Ctx = Context<ConsoleEnv>

/** `/console/courriel`: what somebody wants by e-mail, and where. Nobody else's is shown, or changed. */
export function mailRoutes(app: Hono<ConsoleEnv>, services: ConsoleServices, door: Door): void {
  const at = `${door.base}/courriel`
  const needs = () => ({ ...needsOf(services), directory: services.directory })

  async function form(c: Ctx, state: FormState | null, status: ContentfulStatusCode) {
    const { viewer, texts, csrf } = c.var
    const wish = await mailWish(viewer, needs())
    if (!wish) return c.notFound()
    const { title, saved, none } = texts.mail
    const done = c.req.query('fait') !== undefined
    const flash = done ? ({ tone: 'done', text: wish.kinds.length > 0 ? saved : none } as const) : null
    const body = mailBody({ at, csrf, ...wish, longest: longestAddress, state }, texts.mail)
    return page(c, { door }, { title, here: null, body, status, ...(flash ? { flash } : {}) })
  }

  app.get(at, (c) => form(c, null, 200))
  app.post(at, async (c) => {
    const { viewer, texts } = c.var
    const posted = await c.req.formData()
    const one = posted.get('address')
    const wish = { address: typeof one === 'string' ? one : '', kinds: posted.getAll('kinds') }
    const outcome = await saveMailWish(viewer, { wish, language: texts.language }, needs())
    if (outcome === 'unknown') return c.notFound()
    if (outcome === 'done') return c.redirect(`${at}?fait`, 303)
    const values = { address: [wish.address], kinds: wish.kinds.filter((kind) => typeof kind === 'string') }
    return form(c, { values, flaws: { address: texts.mail.problems.address } }, 422)
  })
}
