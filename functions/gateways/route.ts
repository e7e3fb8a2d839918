// The smallest router there is: two routes, and every byte is read before the first message of the day.
import { Hono } from 'hono/tiny'
import { type Form, parseForm, parseQuery } from '../../adapters/gateways/form.ts'
import { parseJson } from '../../adapters/gateways/json.ts'
import type { Callback, Reader, Receiver } from '../../adapters/gateways/gateway.ts'
import { receivers } from '../../adapters/gateways/receivers.ts'
import { signingKeys, tokensOf, verifyToken } from '../../adapters/gateways/token.ts'
import { bodyUpTo } from '../wiring/body.ts'
import { secured } from '../wiring/secured.ts'
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
  voice: 64 * 1024,
}

/** A signature is over all of a body: as much as ever reaches a function, and what of it is kept is cut as always. */
const signedBytes = 6 * 1024 * 1024

type Carried = Promise<{ read: () => readonly Form[] | 'unsupported'; more: boolean; text: string }>

/** A callback's fields, of each thing it tells and read once they are asked for, by the method it comes by, and whether there was `more` than is read. */
const carried: Record<Receiver['by'], (request: Request, most: number, receiver: Receiver) => Carried> = {
  GET: ({ url }) => Promise.resolve({ read: () => [parseQuery(new URL(url).search.slice(1))], more: false, text: '' }),
  async POST(request, most, { json }) {
    const { text, more } = await bodyUpTo(request, most)
    const label = request.headers.get('content-type')
    const { searchParams } = new URL(request.url)
    if (json) return { read: () => parseJson(label, text, searchParams), more, text }
    const form = parseForm(label, text)
    return { read: () => (form === 'unsupported' ? form : [form]), more, text }
  },
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

/** One after the other, as they were written. Where one fails the call is answered as failed: brought again, what was taken before is known. */
async function inTurn(forms: readonly Form[], take: (form: Form) => Promise<string>): Promise<string> {
  let answer = ''
  for (const form of forms) answer = await take(form)
  return answer
}

/**
 * One callback of every gateway that has it, by its own method alone: 404 for a wrong token or an unknown gateway as for a path that does
 * not exist, 401 where a signature is wrong, 415 for JSON of a gateway that brings forms. Every other callback is answered 200 once it is dealt with: anything else is repeated for
 * hours and still lost (design §14, fact 3). When the table cannot be written it is an excuse, or 503 so that the gateway comes again.
 * What `take` answers, a reference or nothing, the gateway ignores, except on USSD, and where it would send it on to the phone.
 */
export function gatewayRoute<What extends Callback>(
  what: What,
  { gatewayTokens, callbackMs = usualMs, nowAt }: GatewayServices,
  take: (read: Reader<What>, form: Form) => Promise<string>,
  excuses?: Excuses,
) {
  const app = new Hono()
  const path = honoPath(gatewayPath(what))
  /** Null where the address is nobody's. */
  function receiverAt({ gateway = '', token = '' }: Partial<Record<string, string>>): Receiver | null {
    if (!verifyToken(token, tokensOf(gateway, gatewayTokens))) return null
    return receivers.find((one) => one.name === gateway && one[what]) ?? null
  }

  app.use(secured)
  app.all(path, async (c) => {
    const receiver = receiverAt(c.req.param())
    const read = receiver?.[what]
    if (!receiver || !read) return c.notFound()
    // A HEAD would be read as a GET.
    if (c.req.method !== receiver.by) return c.text('', 405)
    const most = receiver.signed ? signedBytes : bytesRead[what]
    const { read: said, more, text: body } = await carried[receiver.by](c.req.raw, most, receiver)
    const call = { headers: c.req.raw.headers, body, at: nowAt() }
    if (receiver.signed && !receiver.signed(call, signingKeys(receiver.name, gatewayTokens))) {
      // With the right token: a gateway whose key or clock is wrong, and what it brings is lost if nobody looks.
      log('callback-unsigned', { what, error: 'WrongSignature' })
      return c.text('', 401)
    }
    if (more && excuses) return c.text(excuses.tooLong())
    const forms = said()
    if (forms === 'unsupported') return excuses ? c.text(excuses.trouble()) : c.text('', 415)
    const answer = await within(
      callbackMs,
      inTurn(forms, (form) => take(read, form)),
    )
    return c.text(receiver.by === 'GET' || receiver.json ? '' : answer)
  })
  // Also what could not be read to its end.
  app.onError((error, c) => {
    log('callback-failed', { what, error })
    return excuses ? c.text(excuses.trouble()) : c.text('', 503)
  })
  app.notFound((c) => c.text('', 404))
  return app
}
