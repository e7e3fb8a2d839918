import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Filed, takeFiling } from '../../core/operations/intake/file-case.ts'
import { dangerSources, markFlood } from '../../core/operations/intake/where-from.ts'
import { hourOf } from '../../core/operations/intake/follow-up.ts'
import { publicStock, publicTextsFor } from '../../languages/public.ts'
import { elsewherePage } from '../../web/public/elsewhere.ts'
import { followUpPage } from '../../web/public/follow-up.ts'
import { formPage } from '../../web/public/form.ts'
import { notFoundPage, troublePage } from '../../web/public/not-found.ts'
import { posterPage } from '../../web/public/poster.ts'
import { lateReceiptPage, receiptPage } from '../../web/public/receipt.ts'
import type { Problem, PublicTexts } from '../../web/public/texts.ts'
import { log } from '../wiring/log.ts'
import { needsOf, type WebServices } from '../wiring/services.ts'
import { callerOf } from './address.ts'
import { elsewhereView } from './elsewhere.ts'
import { receiptOf, toldAfterwards } from './afterwards.ts'
import { filingOf, followedBy, formKindOf, readForm } from './form.ts'
import { textsAsked } from './texts-asked.ts'
import { followUpView, formView, posterView } from './views.ts'

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'no-store',
} as const

interface PublicEnv {
  Variables: { texts: PublicTexts }
}

/** Operators put thousands of phones behind one address: only a machine sends this often in an hour. */
const formsPerHour = 300
async function sentTooOften(address: string, { vault, limits, nowAt }: WebServices): Promise<boolean> {
  const [sender = ''] = await vault.fingerprints(`forms:${address}`)
  return (await limits.count(sender, hourOf(nowAt()))) > formsPerHour
}

/** The person has their number already: what goes wrong here rings an alarm, and is not theirs to hear. */
const markedWhereFlooded = async ({ caseFile }: Filed, from: Parameters<typeof markFlood>[1], services: WebServices) =>
  markFlood(caseFile, from, needsOf(services)).catch((error: unknown) => {
    log('flood-not-marked', { error })
  })

/** No page of ours posts more; a longer body is a text that is too long, and is not read. */
const maxBodyBytes = 64 * 1024

/** The public form, the receipt, the follow-up, other ways to speak and the poster: one response each, no script. */
export function publicRoutes(services: WebServices, stock = publicStock): Hono<PublicEnv> {
  const app = new Hono<PublicEnv>()
  const { settings, languages } = services.programme
  const offered = publicTextsFor(languages, stock)
  app.use(async (c, next) => {
    c.set('texts', textsAsked(c, offered))
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
  })

  app.get('/', async (c) => {
    const asked = c.req.query('kind')
    const again = asked === undefined ? '/' : `/?kind=${encodeURIComponent(asked)}`
    return c.html(formPage(await formView(services, { kind: formKindOf(asked ?? ''), again }), c.var.texts))
  })

  const tooLong: MiddlewareHandler<PublicEnv> = bodyLimit({
    maxSize: maxBodyBytes,
    onError: async (c: Context<PublicEnv>) =>
      c.html(
        formPage(await formView(services, { kind: formKindOf(''), problems: ['text-too-long'] }), c.var.texts),
        413,
      ),
  })

  const files = async (c: Context<PublicEnv>, fields: URLSearchParams): Promise<Response> => {
    const form = readForm(fields, services)
    const { texts } = c.var
    const again = async (problems: Problem[]) => formPage(await formView(services, { ...form, problems }), texts)
    if (form.kind === 'abus') return c.html(await again([]))
    if (form.problems.length > 0) return c.html(await again(form.problems), 422)
    try {
      // Danger is never made to wait.
      const limited = form.kind !== 'protection'
      const address = callerOf(c.req.header('x-forwarded-for'))
      const typed = followedBy(form, services)
      if (typed !== null) {
        const view = await followUpView({ typed, who: address, language: texts.language }, services)
        return await c.html(followUpPage(view, texts))
      }
      if (limited && (await sentTooOften(address, services))) return c.html(await again(['too-many']), 429)
      const asked = filingOf(form, texts.language, services)
      const sources = limited ? [] : await dangerSources({ phone: asked.phone, address }, needsOf(services))
      const filing = { ...asked, sources }
      const filed = await takeFiling(filing, needsOf(services))
      if (filed.is === 'opened') await markedWhereFlooded(filed, { ...filing, address }, services)
      return await c.html(receiptPage(await receiptOf(filed, form, services), texts))
    } catch (error) {
      log('filing-failed', { error })
      return c.html(await again(['unavailable']), 503)
    }
  }
  app.post('/plainte', tooLong, async (c) => files(c, new URLSearchParams(await c.req.text())))
  // Whatever comes by this door is a danger: nobody else gets past the limits of the other one.
  app.post('/danger', tooLong, async (c) => {
    const fields = new URLSearchParams(await c.req.text())
    fields.set('kind', 'protection')
    return files(c, fields)
  })

  app.post('/recu', tooLong, async (c) => {
    const fields = new URLSearchParams(await c.req.text())
    const view = await toldAfterwards(fields, services).catch((error: unknown) => {
      log('telling-failed', { error })
      return null
    })
    return view ? c.html(receiptPage(view, c.var.texts)) : c.html(lateReceiptPage(settings, c.var.texts), 410)
  })

  app.get('/suivi', async (c) => {
    const { texts } = c.var
    const typed = c.req.query('reference') ?? ''
    if (typed.trim() === '') {
      const asked = c.req.query('reference') !== undefined
      const problems: Problem[] = asked ? ['reference-missing'] : []
      return c.html(followUpPage({ reference: '', result: null, problems, settings }, texts))
    }
    const who = callerOf(c.req.header('x-forwarded-for'))
    const asked = { typed: typed.slice(0, 40), who, language: texts.language }
    return c.html(followUpPage(await followUpView(asked, services), texts))
  })

  app.get('/ailleurs', async (c) => {
    const region = c.req.query('region')?.slice(0, 20) ?? ''
    return c.html(elsewherePage(await elsewhereView(region, c.var.texts, services), c.var.texts))
  })

  app.get('/affiche', (c) => c.html(posterPage(posterView(services), c.var.texts)))

  app.notFound((c) => c.html(notFoundPage(settings, c.var.texts), 404))
  app.onError((error, c) => {
    log('public-page-failed', { error })
    return c.html(troublePage(settings, c.var.texts), 503)
  })
  return app
}
