import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseFileOf } from '../../case/fold.ts'
import { addDays } from '../../deadlines/calendar.ts'
import type { Needs } from '../needs.ts'

/** How long the page with the number can be opened again. */
const shownDays = 1

/**
 * What somebody filed within the last day, as it was when it was filed: they were told the number and the date, and learn nothing of
 * what became of it. Null for anybody else, and for what is not there.
 */
export async function filedBy({ person }: Viewer, reference: string, { cases, now }: Needs): Promise<CaseFile | null> {
  if (!/^\d{10}$/.test(reference)) return null
  const { caseFile } = (await cases.load(reference)) ?? {}
  const since = addDays(now, -shownDays)
  const filed = caseFile?.history.some(
    ({ what, by, at }) => (what === 'received' || what === 'repeated') && by.person === person && at >= since,
  )
  return caseFile && filed ? caseFileOf(caseFile.programme, reference, caseFile.history.slice(0, 1)) : null
}
