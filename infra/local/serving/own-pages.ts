import type { MiddlewareHandler } from 'hono'

const names = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Lets through what this machine's own pages and programs ask, and nothing a page from elsewhere makes a browser ask here:
 * such a request carries that page's origin, or a host name that was bent to this address.
 */
export function ownPagesOnly(port: number): MiddlewareHandler {
  const origins = names.map((name) => `http://${name}:${port}`)
  /** As browsers write it, whoever wrote it: lower case, without the port that goes without saying. */
  const isOurs = (url: string): boolean =>
    URL.canParse(url) && origins.some((one) => new URL(one).origin === new URL(url).origin)
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    const origin = c.req.header('origin')
    // A host is a name and a port, and nothing that an address could hide one in.
    const ours = /^[\w.:[\]-]+$/.test(host) && isOurs(`http://${host}`) && (origin === undefined || isOurs(origin))
    return ours ? next() : c.json({ error: 'only pages of this machine may ask this' }, 403)
  }
}
