import { placesAsset } from './places.ts'
import type { Section } from './scene.ts'

/** The names of all places, which whoever signed in may know: an address of theirs changes with its content, so that browsers keep it. */
export const placesRoute: Section = (app, { door, services: { programme } }) => {
  app.get(`${door.base}/lieux`, (c) => {
    const { body, type } = placesAsset(door.base, programme)
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'private, max-age=31536000, immutable' })
  })
}
