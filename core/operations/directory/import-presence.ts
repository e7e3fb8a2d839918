import type { Viewer } from '../../case/actor.ts'
import { matrixChanges, type MatrixChanges } from '../../directory/matrix/changes.ts'
import { type ReadMatrix, readMatrix } from '../../directory/matrix/matrix.ts'
import { mostAdded } from '../../directory/matrix/organisation.ts'
import { type MatrixScene } from '../../directory/matrix/shape.ts'
import { firstRead, type SheetChosen, type SheetsIn } from '../../directory/sheet.ts'
import type { ImportDraft, ImportDrafts } from '../../ports/directory/import-drafts.ts'
import type { DirectoryWhy } from '../../directory/why.ts'
import { auditLine, type DirectoryNeeds } from './change.ts'
import { mayInDirectory } from './rights.ts'

/** As many lines as one item of the table surely holds. */
const mostLines = 10_000

interface ImportNeeds extends DirectoryNeeds {
  importDrafts: ImportDrafts
}

type MatrixParts = Pick<MatrixScene, 'naming' | 'sectors' | 'language' | 'codes'>

export type Previewed =
  | { is: 'unknown' }
  | { is: 'refused'; why: DirectoryWhy }
  | {
      is: 'previewed'
      id: string
      draft: ImportDraft
      changes: MatrixChanges
      unread: ReadMatrix['unread']
      sheet: SheetChosen | null
    }

/**
 * Reads a matrix and keeps what it understood for an hour under `id`: nothing changes before it is applied. `adds` needs the
 * right to edit: organisations come with it.
 */
export async function previewImport(
  viewer: Viewer,
  { id, sheets, whole, adds }: { id: string; sheets: SheetsIn; whole: boolean; adds: boolean },
  { directory, importDrafts, programme, ...parts }: ImportNeeds & MatrixParts,
): Promise<Previewed> {
  if (!mayInDirectory(viewer, 'import')) return { is: 'unknown' }
  if (typeof sheets === 'string') return { is: 'refused', why: sheets }
  if (sheets.every(({ rows }) => rows.length === 0)) return { is: 'refused', why: 'empty' }
  const { organisations, gazetteer } = programme
  const mayAdd = adds && mayInDirectory(viewer, 'edit')
  const found = firstRead(sheets, (rows) => readMatrix(rows, { ...parts, organisations, gazetteer, adds: mayAdd }))
  if (!found) return { is: 'refused', why: 'no-header' }
  const { said: read, sheet } = found
  if (read.added.length > mostAdded) return { is: 'refused', why: 'too-many-organisations' }
  const [presence, overlay] = await Promise.all([directory.presence(), directory.overlay()])
  const changes = matrixChanges(presence.lines, read.lines, { whole })
  if (changes.next.length > mostLines) return { is: 'refused', why: 'too-many' }
  const draft = {
    person: viewer.person,
    whole,
    presenceVersion: presence.version,
    overlayVersion: overlay.version,
    lines: read.lines,
    added: read.added,
  }
  await importDrafts.keep(id, draft)
  return { is: 'previewed', id, draft, changes, unread: read.unread, sheet }
}

export type Applied =
  | { is: 'unknown' }
  | { is: 'refused'; why: DirectoryWhy }
  /** Somebody changed the directory since: what would change now is to be looked at again. */
  | { is: 'stale'; draft: ImportDraft; changes: MatrixChanges }
  | { is: 'done'; changes: MatrixChanges }

/** Does exactly what was shown, or nothing. */
export async function applyImport(viewer: Viewer, id: string, needs: ImportNeeds): Promise<Applied> {
  const { directory, importDrafts, now } = needs
  const draft = mayInDirectory(viewer, 'import') ? await importDrafts.find(id) : null
  if (!mayInDirectory(viewer, 'import')) return { is: 'unknown' }
  if (draft?.person !== viewer.person) return { is: 'refused', why: 'no-draft' }
  const [presence, overlay] = await Promise.all([directory.presence(), directory.overlay()])
  const changes = matrixChanges(presence.lines, draft.lines, draft)
  const isSame = presence.version === draft.presenceVersion && overlay.version === draft.overlayVersion
  const written = isSame ? await directory.write(writeOf(viewer, draft, changes, { overlay, now })) : 'conflict'
  if (written === 'done') return { is: 'done', changes }
  const [nowPresence, nowOverlay] = await Promise.all([directory.presence(), directory.overlay()])
  const taken = new Set(nowOverlay.organisations.map((one) => one.id))
  const again = {
    ...draft,
    presenceVersion: nowPresence.version,
    overlayVersion: nowOverlay.version,
    added: draft.added.filter((one) => !taken.has(one.id)),
  }
  await importDrafts.keep(id, again)
  return { is: 'stale', draft: again, changes: matrixChanges(nowPresence.lines, draft.lines, draft) }
}

function writeOf(
  viewer: Viewer,
  draft: ImportDraft,
  { added, changed, removed, next }: MatrixChanges,
  { overlay, now }: { overlay: { version: number; organisations: ImportDraft['added'] }; now: string },
) {
  const counts = {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    organisations: draft.added.length,
  }
  const changes = Object.entries(counts).map(([field, count]) => ({ field, from: null, to: String(count) }))
  return {
    presence: { version: draft.presenceVersion, importedAt: now, lines: next },
    ...(draft.added.length > 0
      ? {
          overlay: { version: overlay.version, organisations: [...overlay.organisations, ...draft.added] },
          administrator: viewer.person,
        }
      : {}),
    audit: [auditLine(viewer, now, { what: 'presence-imported', about: 'presence', changes })],
  }
}
