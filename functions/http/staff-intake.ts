import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Consent, Kind } from '../../core/channel/message.ts'
import { PlaceRef } from '../../core/case/place-ref.ts'
import type { Role } from '../../core/case/actor.ts'
import { fileCase } from '../../core/operations/file-case.ts'
import { addDays } from '../../core/deadlines/calendar.ts'
import { standing } from '../../core/deadlines/row.ts'
import { needsOf, type StaffServices } from '../wiring/services.ts'
import { viewerOf } from './viewer.ts'

/** Who writes down what they were told: on a phone line, at a box, face to face. */
const intakeRoles: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster', 'partner']

/**
 * `POST /api/cases`. The rules of key 4 hold: `kind` `danger` is S2 and takes no words, `integrity` is S1. `receivedAt` is when the
 * person spoke; all clocks run from it.
 */
export const StaffFiling = z.object({
  text: z.optional(z.string().check(z.maxLength(20_000))),
  kind: z.union([Kind, z.enum(['danger', 'integrity'])]),
  channel: z.enum(['call', 'box', 'face', 'partner']),
  onBehalf: z.optional(z.enum(['self', 'other', 'group'])),
  receivedAt: z.optional(z.iso.datetime()),
  place: z.optional(PlaceRef),
  contact: z.optional(z.object({ phone: z.optional(z.string()), consent: Consent })),
  /** Which box, line or team: a code for the history, never words or a number. */
  source: z.optional(z.string().check(z.regex(/^(?!.*\d{7})[a-z][a-z0-9:_-]{0,59}$/i))),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  requestId: z.string().check(z.minLength(1), z.maxLength(100)),
})

export function staffIntake(services: StaffServices): Hono {
  const app = new Hono()
  app.post('/api/cases', async (c) => {
    const viewer = await viewerOf(c.req.header('authorization'), services)
    if (!viewer) return c.json({ error: 'sign-in' }, 401)
    if (!intakeRoles.includes(viewer.role)) return c.json({ error: 'unknown' }, 404)
    const filing = z.safeParse(StaffFiling, await c.req.json().catch(() => null))
    if (!filing.success)
      return c.json(
        { error: 'invalid', issues: filing.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })) },
        400,
      )
    const { kind, text, contact, place, receivedAt, ...rest } = filing.data
    const issue = flaw(filing.data, services)
    if (issue) return c.json({ error: 'invalid', issues: [issue] }, 400)
    const needs = needsOf(services)
    const phone = contact?.phone ? services.toPhone(contact.phone) : null
    const lane = kind === 'danger' ? 'S2' : kind === 'integrity' ? 'S1' : undefined
    const caseFile = await fileCase(
      {
        channel: rest.channel,
        kind: kind === 'danger' || kind === 'integrity' ? 'complaint' : kind,
        words: lane === 'S2' ? null : (text ?? null),
        phone,
        consent: phone ? (contact?.consent ?? 'none') : 'none',
        language: rest.language ?? needs.programme.messages.languages[0].code,
        lane,
        place,
        source: rest.source,
        onBehalf: rest.onBehalf,
        receivedAt: receivedAt ?? needs.now,
        requestId: rest.requestId,
        by: viewer,
      },
      needs,
    )
    // The person at the table is told the number and the date; an S case promises none, and is not opened here.
    const promisedAt = caseFile.lane === 'N' ? caseFile.promisedAt : null
    const dueAt = caseFile.lane === 'N' ? (standing(caseFile, needs.programme)?.row.dueAt ?? null) : null
    return c.json({ reference: caseFile.reference, promisedAt, dueAt }, 201)
  })
  return app
}

/** What a schema cannot say. */
function flaw(filing: z.infer<typeof StaffFiling>, { toPhone, nowAt, programme }: StaffServices) {
  const { kind, text, contact, place, receivedAt } = filing
  if (kind === 'danger' && text) return { path: 'text', code: 'no-words-for-danger' }
  if (kind !== 'danger' && !text?.trim()) return { path: 'text', code: 'missing' }
  if (contact?.phone && !toPhone(contact.phone)) return { path: 'contact.phone', code: 'unreadable' }
  if (receivedAt && receivedAt > nowAt()) return { path: 'receivedAt', code: 'in-the-future' }
  // Paper arrives late, but a year is a slip of the pen: it would promise a day long past and climb at once.
  if (receivedAt && receivedAt < addDays(nowAt(), -366)) return { path: 'receivedAt', code: 'too-long-ago' }
  return place && !programme.gazetteer.find(place) ? { path: 'place', code: 'unknown-place' } : null
}
