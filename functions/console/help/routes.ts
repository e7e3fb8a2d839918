import type { Context } from 'hono'
import { silentDays } from '../../../core/lists/silence.ts'
import { helpBody } from '../../../web/console/help/page.ts'
import { procedureBody } from '../../../web/console/help/procedure.ts'
import { consolePage } from '../../../web/console/layout.ts'
import { procedureOf } from './procedure.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'
import type { Html } from '../../../web/html.ts'

/** The first-day guide, and the procedure in force to print: the same for everybody, each with their own role first. */
export const helpRoutes: Section = (app, { services, door }) => {
  const { base } = door

  const page = (c: Context<ConsoleEnv>, title: string, body: Html) => {
    const { texts, name, csrf, viewer } = c.var
    return c.html(consolePage({ texts, title, here: 'help', name, role: viewer.role, csrf, base, body }))
  }

  app.get(`${base}/aide`, (c) => {
    const { texts, viewer } = c.var
    return page(c, texts.help.title, helpBody({ base, role: viewer.role, silentDays }, texts))
  })

  app.get(`${base}/aide/procedure`, (c) => {
    const { texts } = c.var
    const { title, told } = texts.help.procedure
    return page(c, title, procedureBody(procedureOf(services.programme, services.nowAt(), told.sample), base, texts))
  })
}
