import { Hono } from 'hono'
import { clusters } from '../../programme/clusters.ts'
import { simulatorFr } from '../../languages/fr/simulator.ts'
import { simulatorFiles } from '../../web/simulator/files.ts'
import { localPeople } from './people.ts'

/** Those of the story that a newcomer is told, and who reads what key 4 brings: each sits down by one click. */
const seated = ['focal-point', 'regional-cluster-gao', 'partner-ong-sante-gao', 'protection']

/** The phone in the browser and the desk beside it; it exists on one machine only. */
export async function simulator(): Promise<Hono> {
  const seats = seated.flatMap((id) => localPeople.filter((one) => one.id === id))
  const people = localPeople.filter(({ id }) => !seated.includes(id))
  const files = await simulatorFiles(simulatorFr, { seats, people, clusters })
  const app = new Hono()
  for (const [path, { type, body }] of Object.entries(files))
    app.get(path, (c) =>
      c.body(body, 200, {
        'content-type': type,
        'content-security-policy':
          "default-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      }),
    )
  return app
}
