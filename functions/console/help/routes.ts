import { silentDays } from '../../../core/lists/silence.ts'
import { placeCredits } from '../../../programme/places/places.ts'
import { villageCredits } from '../../../programme/places/villages.ts'
import { helpBody } from '../../../web/console/help/page.ts'
import { procedureBody } from '../../../web/console/help/procedure.ts'
import { procedureOf } from './procedure.ts'
import { page } from '../frame/page.ts'
import type { Section } from '../frame/scene.ts'

/** The first-day guide, and the procedure in force to print: the same for everybody, each with their own role first. */
export const helpRoutes: Section = (app, scene) => {
  const { services, door } = scene
  const { base } = door

  app.get(`${base}/aide`, (c) => {
    const { texts, viewer } = c.var
    const body = helpBody(
      { base, role: viewer.role, silentDays, credits: [...placeCredits(), ...villageCredits()] },
      texts,
    )
    return page(c, scene, { title: texts.help.title, here: 'help', body })
  })

  app.get(`${base}/aide/procedure`, (c) => {
    const { texts } = c.var
    const { title } = texts.help.procedure
    const procedure = procedureOf(services.programme, services.nowAt(), texts)
    return page(c, scene, { title, here: 'help', body: procedureBody(procedure, base, texts) })
  })
}
