import { Hono } from 'hono'
import { simulatorFr } from '../../programme/messages/simulator-fr.ts'
import { simulatorFiles } from '../../web/simulator/files.ts'

/** The phone in the browser; it exists on one machine only. */
export async function simulator(): Promise<Hono> {
  const app = new Hono()
  for (const [path, { type, body }] of Object.entries(await simulatorFiles(simulatorFr)))
    app.get(path, (c) =>
      c.body(body, 200, {
        'content-type': type,
        'content-security-policy': "default-src 'self'; img-src 'self' data:",
      }),
    )
  return app
}
