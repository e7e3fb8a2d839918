import type { Viewer } from '../../../case/actor.ts'
import { mergedPoints } from '../../../directory/points/intake-point.ts'
import { type PointLine, type PointScene, readPoints } from '../../../directory/points/list.ts'
import { firstRead, type SheetChosen, type SheetsIn } from '../../../directory/sheet.ts'
import type { DirectoryWhy } from '../../../directory/why.ts'
import type { ImportDrafts } from '../../../ports/directory/import-drafts.ts'
import { auditLine } from '../change.ts'
import { mayInDirectory } from '../rights.ts'
import { type PlannedPoint, planned } from './plan.ts'
import { mostPoints, type PointNeeds } from './save-point.ts'

export interface PointImportNeeds extends PointNeeds {
  importDrafts: Pick<ImportDrafts, 'keepText' | 'findText'>
}

export interface PointPlan {
  id: string
  lines: readonly PlannedPoint[]
  sheet: SheetChosen | null
}

interface Draft {
  lines: readonly PointLine[]
  sheet: SheetChosen | null
}

export type PointsPreviewed = { is: 'unknown' } | { is: 'refused'; why: DirectoryWhy } | { is: 'kept' }

/** Reads a list and keeps it for an hour: nothing is written before somebody says so. */
export async function previewPoints(
  viewer: Viewer,
  { id, sheets }: { id: string; sheets: SheetsIn },
  { programme, importDrafts, ...scene }: PointImportNeeds & Omit<PointScene, 'organisations' | 'gazetteer'>,
): Promise<PointsPreviewed> {
  if (!mayInDirectory(viewer, 'points')) return { is: 'unknown' }
  if (typeof sheets === 'string') return { is: 'refused', why: sheets }
  if (sheets.every(({ rows }) => rows.length === 0)) return { is: 'refused', why: 'empty' }
  const { organisations, gazetteer } = programme
  const read = firstRead(sheets, (rows) =>
    readPoints(rows.slice(0, mostPoints + 1), { ...scene, organisations, gazetteer }),
  )
  if (!read) return { is: 'refused', why: 'no-point-header' }
  if (read.rows.length > mostPoints) return { is: 'refused', why: 'too-many-points' }
  const draft: Draft = { lines: read.said, sheet: read.sheet }
  await importDrafts.keepText(id, { person: viewer.person, text: JSON.stringify(draft) })
  return { is: 'kept' }
}

/** What a list that was looked at would do now; null where there is none of this person's. */
export async function pointPlan(viewer: Viewer, id: string, needs: PointImportNeeds): Promise<PointPlan | null> {
  const kept = await keptDraft(viewer, id, needs)
  return (
    kept && { id, sheet: kept.sheet, lines: planned(viewer, kept.lines, await needs.points.read(), needs.programme) }
  )
}

async function keptDraft(viewer: Viewer, id: string, { importDrafts }: PointImportNeeds): Promise<Draft | null> {
  const kept = mayInDirectory(viewer, 'points') ? await importDrafts.findText(id) : null
  if (kept?.person !== viewer.person) return null
  return JSON.parse(kept.text) as Draft
}

export type PointsApplied = { is: 'unknown' } | { is: 'refused'; why: DirectoryWhy } | { is: 'done' } | { is: 'stale' }

/** Writes all that is new or different, or, where somebody wrote first, nothing. `unknown`: there is no such list of this person's. */
export async function applyPoints(viewer: Viewer, id: string, needs: PointImportNeeds): Promise<PointsApplied> {
  const { directory, points, programme, now } = needs
  const draft = await keptDraft(viewer, id, needs)
  if (!draft) return { is: 'unknown' }
  const table = await points.read()
  const lines = planned(viewer, draft.lines, table, programme)
  const todo = lines.flatMap(({ is, after }) => (after && (is === 'new' || is === 'changed') ? [after] : []))
  if (todo.length === 0) return { is: 'done' }
  const codes = new Set(todo.map(({ code }) => code))
  const next = [...table.points.filter(({ code }) => !codes.has(code)), ...todo]
  if (mergedPoints(programme.intakePoints, next).length > mostPoints) return { is: 'refused', why: 'too-many-points' }
  const counted = (wanted: PlannedPoint['is']) => String(lines.filter(({ is }) => is === wanted).length)
  const changes = [
    { field: 'added', from: null, to: counted('new') },
    { field: 'changed', from: null, to: counted('changed') },
  ]
  const written = await directory.write({
    points: { version: table.version, points: next },
    audit: [auditLine(viewer, now, { what: 'points-imported', about: 'points', changes })],
  })
  return { is: written === 'conflict' ? 'stale' : 'done' }
}
