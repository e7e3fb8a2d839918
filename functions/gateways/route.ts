import { Hono } from 'hono'
import { type Form, parseForm } from '../../adapters/gateways/form.ts'
import { verifyToken } from '../../adapters/gateways/token.ts'
import type { GatewayServices } from '../wiring/services.ts'
import { log } from '../wiring/log.ts'

/** What a callback is answered; `text` is ignored by the gateway except on USSD. */
interface Answer {
  status?: 200
  text: string
}

/** No gateway waits longer; the database client's own tries could take six seconds when nothing answers. */
const limitMs = 3_000

class TooSlowError extends Error {
  override name = 'TooSlowError'
}

/** What is still under way after the limit ends as it may: the repeat finds it done, or does it. */
async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new TooSlowError())
    }, limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * One callback of Africa's Talking: POST only, 404 for a wrong token as for a path that does not exist, 415 for a body that is
 * not a form. Every other callback is answered 200 once it is dealt with: anything else is repeated for hours and still
 * lost (design §14, fact 3). When the table cannot be written it is `onTrouble`, or 503 so that the gateway comes again.
 */
export function gatewayRoute(
  what: string,
  { gatewayTokens }: GatewayServices,
  take: (form: Form) => Promise<Answer>,
  onTrouble?: () => string,
): Hono {
  const app = new Hono()
  const path = `/gateways/africastalking/:token/${what}`
  app.post(path, async (c) => {
    if (!verifyToken(c.req.param('token') ?? '', [...gatewayTokens])) return c.notFound()
    const form = parseForm(c.req.header('content-type') ?? '', await c.req.text())
    if (form === 'unsupported') return onTrouble ? c.text(onTrouble()) : c.text('', 415)
    try {
      return c.text((await withinLimit(take(form))).text)
    } catch (error) {
      log('callback-failed', { what, error })
      return onTrouble ? c.text(onTrouble()) : c.text('', 503)
    }
  })
  app.all(path, (c) => (verifyToken(c.req.param('token') ?? '', [...gatewayTokens]) ? c.text('', 405) : c.notFound()))
  app.notFound((c) => c.text('', 404))
  return app
}
