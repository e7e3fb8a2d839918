import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type DirectoryRight, mayInDirectory } from '../../../core/operations/directory/rights.ts'
import type { ConsoleServices } from '../../wiring/services.ts'
import type { DirectoryScene } from './view.ts'
import type { ConsoleEnv, Door } from '../frame/scene.ts'
import type { Html } from '../../../web/html.ts'

type Ctx = Context<ConsoleEnv>

/** What the parts of the section share. */
export interface DirectorySection {
  app: Hono<ConsoleEnv>
  services: ConsoleServices
  door: Door
  base: string
  sceneOf: (c: Ctx) => DirectoryScene
  page: (c: Ctx, title: string, body: Html, status?: ContentfulStatusCode) => Response | Promise<Response>
  /** Back to a page, which then says what was done. */
  done: (c: Ctx, path: string) => Response
}

/** Lets through who has a right; nobody else learns what is here. */
export const only = (right: DirectoryRight, c: Ctx): boolean => mayInDirectory(c.get('viewer'), right)
