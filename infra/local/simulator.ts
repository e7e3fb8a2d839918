import { Hono } from 'hono'
import { chainOf, labelIn } from '../../core/language.ts'
import type { Place } from '../../core/places/place.ts'
import { mali } from '../../programme/mali.ts'
import { simulatorFr } from '../../languages/fr/simulator.ts'
import type { ProgrammeLists } from '../../web/simulator/texts.ts'
import { simulatorFiles } from '../../web/simulator/files.ts'

/** What the simulator's desk offers to choose from; communes are left to the suggestions. */
function programmeLists(): ProgrammeLists {
  const { organisations, categories, clusters, gazetteer, placeLevels, languages } = mali
  const chain = chainOf(languages, languages[0].code)
  const placesOf = (level: Place['level']) => gazetteer.list('cod-2021', level)
  return {
    organisations: organisations.map(({ id, name, regions, mandatedFor }) => ({ id, name, regions, mandatedFor })),
    categories: categories.map(({ code, label, level }) => ({ code, label: labelIn(label, chain), level })),
    clusters: clusters.map(({ id, name, topic }) => ({ id, name, topic })),
    places: [...placesOf('region'), ...placesOf('cercle')].map(({ ref, name, level, region }) => ({
      ...ref,
      name: `${name} (${placeLevels[level]})`,
      region,
    })),
  }
}

/** The phone in the browser; it exists on one machine only, and so does `GET /local/programme`. */
export async function simulator(): Promise<Hono> {
  const app = new Hono()
  for (const [path, { type, body }] of Object.entries(await simulatorFiles(simulatorFr)))
    app.get(path, (c) =>
      c.body(body, 200, {
        'content-type': type,
        'content-security-policy':
          "default-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      }),
    )
  app.get('/local/programme', (c) => c.json(programmeLists()))
  return app
}
