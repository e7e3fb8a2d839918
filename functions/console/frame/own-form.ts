import { createHash, timingSafeEqual } from 'node:crypto'
import type { HonoRequest } from 'hono'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Was this POST sent by a form of the console that this session was shown? The token says which session, the browser which site. Our
 * pages keep `referrer-policy: same-origin`: under `no-referrer` a browser would say `Origin: null` about our own forms too.
 */
export async function isOwnForm(request: HonoRequest, csrf: string): Promise<boolean> {
  const origin = request.header('origin')
  const site = request.header('sec-fetch-site')
  if (origin !== undefined ? origin !== new URL(request.url).origin : site !== undefined && site !== 'same-origin')
    return false
  // What cannot be read is no form of ours.
  const given = (await request.parseBody().catch(() => ({ csrf: null })))['csrf']
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(csrf))
}
