import type { Hono } from 'hono'
import { words } from '../../../core/places/normalise.ts'
import { intakePointsBody } from '../../../web/console/intake/points.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, ConsoleScene } from '../frame/scene.ts'
import { intakePointsFor } from './view.ts'

/** As many as a page shows. */
const mostFound = 100

/** Every intake point by a few words, to begin a form with. */
export function pointsToChoose(app: Hono<ConsoleEnv>, scene: ConsoleScene): void {
  const { services, door } = scene
  app.get(`${door.base}/nouvelle/points`, async (c) => {
    const { viewer, texts } = c.var
    const q = c.req.query('q')?.slice(0, 80) ?? ''
    const asked = words(q)
    const found = (await intakePointsFor(viewer, services, texts)).filter(({ name, organisation, place }) => {
      const said = words(`${name} ${organisation} ${place ?? ''}`).join(' ')
      return asked.every((word) => said.includes(word))
    })
    const view = { base: door.base, q, lines: found.slice(0, mostFound), more: found.length > mostFound }
    return page(c, scene, { title: texts.intake.known.title, here: 'intake', body: intakePointsBody(view, texts) })
  })
}
