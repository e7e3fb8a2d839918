import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Mails } from '../../../core/ports/mails.ts'
import { appendLine, readLines } from '../state/state-file.ts'

const Mailed = z.object({ to: z.string(), subject: z.string(), body: z.string(), at: z.string() })
type Mailed = z.infer<typeof Mailed>

/** The sender of this machine's mail. */
export const localMailFrom = 'jaabi@localhost'

/** Takes every mail and sends none: all are in `file`, one JSON object a line, and shown at `/`. */
export function localMails({ file, now }: { file: string; now: () => string }): { mails: Mails; app: Hono } {
  const taken: Mailed[] = readLines(file, (line) => Mailed.parse(line))
  const app = new Hono()
  app.get('/', (c) => c.json(taken))
  const send: Mails['send'] = (mail) => {
    const one = { ...mail, at: now() }
    appendLine(file, one)
    taken.push(one)
    return Promise.resolve('taken')
  }
  return { mails: { send }, app }
}
