import { placesAsset, villagesIn } from './places.ts'
import type { Section } from './scene.ts'

const kept = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'private, max-age=31536000, immutable',
}

/** The names of all places, and of the villages of each cercle, which whoever signed in may know: addresses change with what is there, so that browsers keep it. */
export const placesRoute: Section = (app, { door, services }) => {
  app.get(`${door.base}/lieux`, (c) => c.body(placesAsset(door.base, services.programme).body, 200, kept))
  app.get(`${door.base}/lieux/:cercle`, (c) => {
    const found = villagesIn(c.req.param('cercle'), services)
    return found === null ? c.notFound() : c.body(found, 200, kept)
  })
}
