import type { MiddlewareHandler } from 'hono'

/**
 * Lets through what this machine's own pages and programs ask, and nothing a page from elsewhere makes a browser ask here:
 * such a request carries that page's origin, or a host name that was bent to this address.
 */
export function ownPagesOnly(port: number): MiddlewareHandler {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  const origins = hosts.map((host) => `http://${host}`)
  return async (c, next) => {
    const origin = c.req.header('origin')
    const ours = hosts.includes(c.req.header('host') ?? '') && (origin === undefined || origins.includes(origin))
    return ours ? next() : c.json({ error: 'only pages of this machine may ask this' }, 403)
  }
}
