// The smallest router there is: two routes, and every byte is read before the first message of the day.
import { Hono } from 'hono/tiny'
import { type Form, parseForm } from '../../adapters/gateways/form.ts'
import type { Callback, Reader } from '../../adapters/gateways/gateway.ts'
import { receivers } from '../../adapters/gateways/receivers.ts'
import { verifyToken } from '../../adapters/gateways/token.ts'
import { bodyUpTo } from '../wiring/body.ts'
import type { GatewayServices } from '../wiring/services.ts'
import { log } from '../wiring/log.ts'
import { gatewayPath, honoPath } from './path.ts'

/** No gateway waits longer; the database client's own tries could take six seconds when nothing answers. */
const usualMs = 3_000

/**
 * How much of a callback is read, in bytes. An SMS over it is kept cut and flagged; all that one USSD session can type fits
 * its own several times, and no other callback says anything long.
 */
const bytesRead: Record<Callback, number> = {
  sms: 1024 * 1024,
  ussd: 8 * 1024,
  delivery: 64 * 1024,
  'opt-out': 64 * 1024,
  'ussd-end': 64 * 1024,
}

/** What a phone is shown when its screen cannot be made. */
interface Excuses {
  trouble: () => string
  tooLong: () => string
}

class TooSlowError extends Error {
  override name = 'TooSlowError'
}

/** What is still under way after the limit ends as it may: the repeat finds it done, or does it. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
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
 * One callback of every gateway that has it: POST only, 404 for a wrong token or an unknown gateway as for a path that does not exist,
 * 415 for a body that is not a form. Every other callback is answered 200 once it is dealt with: anything else is repeated for hours
 * and still lost (design §14, fact 3). When the table cannot be written it is an excuse, or 503 so that the gateway comes again.
 * What `take` answers, a reference or nothing, the gateway ignores, except on USSD.
 */
export function gatewayRoute<What extends Callback>(
  what: What,
  { gatewayTokens, callbackMs = usualMs }: GatewayServices,
  take: (read: Reader<What>, form: Form) => Promise<string>,
  excuses?: Excuses,
) {
  const app = new Hono()
  const path = honoPath(gatewayPath(what))
  /** Null where the address is nobody's. */
  function readerAt({ gateway = '', token = '' }: Partial<Record<string, string>>): Reader<What> | null {
    if (!verifyToken(token, [...gatewayTokens])) return null
    return receivers.find(({ name }) => name === gateway)?.[what] ?? null
  }

  app.post(path, async (c) => {
    const read = readerAt(c.req.param())
    if (!read) return c.notFound()
    const { text, more } = await bodyUpTo(c.req.raw, bytesRead[what])
    if (more && excuses) return c.text(excuses.tooLong())
    const form = parseForm(c.req.header('content-type') ?? '', text)
    if (form === 'unsupported') return excuses ? c.text(excuses.trouble()) : c.text('', 415)
    try {
      return c.text(await within(callbackMs, take(read, form)))
    } catch (error) {
      log('callback-failed', { what, error })
      return excuses ? c.text(excuses.trouble()) : c.text('', 503)
    }
  })
  app.all(path, (c) => (readerAt(c.req.param()) ? c.text('', 405) : c.notFound()))
  app.notFound((c) => c.text('', 404))
  return app
}
