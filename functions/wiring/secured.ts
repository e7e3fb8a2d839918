import type { MiddlewareHandler } from 'hono'

/** On every answer, refusals too: it is read as what it says it is, and only over TLS. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('x-content-type-options', 'nosniff')
  c.header('strict-transport-security', 'max-age=31536000')
}
