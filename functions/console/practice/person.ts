import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import type { StoredCase } from '../../../core/ports/cases.ts'
import { grouped } from '../../../core/case/reference.ts'
import { practicePhone, speakAs } from '../../../core/operations/practice/practice-phone.ts'
import { openForReading } from '../../../core/operations/casework/read-case.ts'
import { phonePart } from '../../../web/console/practice/phone.ts'
import { longestSms } from '../../../web/console/practice/texts.ts'
import { needsOf } from '../../wiring/services.ts'
import type { ConsoleEnv, ConsoleScene, Section } from '../frame/scene.ts'

const Spoken = z.object({
  requestId: z.string().check(z.minLength(1), z.maxLength(100)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestSms)),
})

/** The made-up person of a case one may open says something. */
export const personRoutes: Section = (app, { services, door }) => {
  app.post(`${door.base}/cases/:reference/personne`, async (c) => {
    const reference = c.req.param('reference')
    const needs = needsOf(services)
    const stored = await openForReading(c.get('viewer'), reference, needs, door.opens)
    if (!stored) return c.notFound()
    const said = Spoken.safeParse(Object.fromEntries(await c.req.formData()))
    if (said.success) await speakAs(stored, said.data, needs)
    return c.redirect(`${door.base}/cases/${reference}?telephone`, 303)
  })
}

/** Above a case of practice: the phone of its person, open after a step and after every word of theirs. */
export const phoneShown =
  (asked: Context<ConsoleEnv>, mayPass: boolean): NonNullable<ConsoleScene['aboveCase']> =>
  async (stored, { needs, texts, justDone }) => {
    const { utcOffsetMinutes } = needs.programme.calendar
    const open = justDone || asked.req.query('telephone') !== undefined
    const { lines, speaks } = await practicePhone(stored, needs)
    const { reference } = stored.caseFile
    return phonePart(
      {
        csrf: asked.get('csrf'),
        requestId: randomUUID(),
        reference,
        grouped: grouped(reference),
        lines,
        speaks,
        open,
        mayPass,
        asks: askedOf(stored),
        now: needs.now,
        utcOffsetMinutes,
      },
      texts,
    )
  }

/** What the person was asked last and did not answer yet. */
function askedOf({ caseFile: { status, told, satisfaction, asked } }: StoredCase): 'verdict' | 'question' | null {
  if (status === 'answered' && told && satisfaction === null) return 'verdict'
  return asked === null ? null : 'question'
}
