import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { consolePage, type ConsolePage } from '../../../web/console/layout.ts'
import type { ConsoleEnv, Door } from './scene.ts'

interface PageParts extends Pick<ConsolePage, 'title' | 'here' | 'flash' | 'body'> {
  status?: ContentfulStatusCode
}

/** Answers with a page of the console, for whoever looks. */
export function page(c: Context<ConsoleEnv>, { door }: { door: Door }, { status = 200, ...parts }: PageParts) {
  const { viewer, ...rest } = c.var
  return c.html(consolePage({ ...rest, role: viewer.role, base: door.base, ...parts }), status)
}
