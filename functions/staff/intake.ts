import type { Hono } from 'hono'
import { standing } from '../../core/lists/standing.ts'
import { careFor } from '../../core/operations/care-near.ts'
import { needsOf, type StaffServices } from '../wiring/services.ts'
import { fileForStaff, mayFile, readFiling } from './filing.ts'
import type { StaffEnv } from './routes.ts'

/** `POST /api/cases`, behind the same door as all steps: 201 for a new case, 200 with what was answered then for one that is known. */
export function staffIntake(app: Hono<StaffEnv>, services: StaffServices): void {
  app.post('/api/cases', async (c) => {
    const viewer = c.get('viewer')
    if (!mayFile(viewer)) return c.json({ error: 'unknown' }, 404)
    const read = readFiling(await c.req.json().catch(() => null), services)
    if (read.is === 'invalid') return c.json({ error: 'invalid', issues: read.issues }, 400)
    const { caseFile, is } = await fileForStaff(viewer, read.filing, services)
    // The person at the table is told the number and the date; an S case promises none, and is not opened here.
    const promisedAt = caseFile.lane === 'N' ? caseFile.promisedAt : null
    const dueAt = caseFile.lane === 'N' ? (standing(caseFile, services.programme)?.row.dueAt ?? null) : null
    const care = caseFile.lane === 'N' ? {} : { care: await careFor(caseFile.place, needsOf(services)) }
    return c.json({ reference: caseFile.reference, promisedAt, dueAt, ...care }, is === 'opened' ? 201 : 200)
  })
}
