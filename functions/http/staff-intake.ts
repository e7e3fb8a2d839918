import { Hono } from 'hono'
import { standing } from '../../core/deadlines/row.ts'
import type { StaffServices } from '../wiring/services.ts'
import { fileForStaff, mayFile } from './staff-filing.ts'
import { viewerOf } from './viewer.ts'

/** `POST /api/cases`. */
export function staffIntake(services: StaffServices): Hono {
  const app = new Hono()
  app.post('/api/cases', async (c) => {
    const viewer = await viewerOf(c.req.header('authorization'), services)
    if (!viewer) return c.json({ error: 'sign-in' }, 401)
    if (!mayFile(viewer)) return c.json({ error: 'unknown' }, 404)
    const filed = await fileForStaff(viewer, await c.req.json().catch(() => null), services)
    if (filed.is === 'invalid') return c.json({ error: 'invalid', issues: filed.issues }, 400)
    const { caseFile } = filed
    // The person at the table is told the number and the date; an S case promises none, and is not opened here.
    const promisedAt = caseFile.lane === 'N' ? caseFile.promisedAt : null
    const dueAt = caseFile.lane === 'N' ? (standing(caseFile, services.programme)?.row.dueAt ?? null) : null
    return c.json({ reference: caseFile.reference, promisedAt, dueAt }, 201)
  })
  return app
}
