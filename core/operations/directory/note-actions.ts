import type { CaseFile } from '../../case/case-file.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import type { LastActions } from '../../ports/directory/last-actions.ts'
import type { Programme } from '../programme.ts'

/** The organisation whose person made an entry: the one it names, or else the one that has the case. */
const actorsOrganisation = (entry: CaseFile['history'][number], { organisation }: CaseFile): string | null =>
  'organisation' in entry && typeof entry.organisation === 'string' ? entry.organisation : organisation

interface Changed {
  caseFile: CaseFile
  /** Entries before this one were seen already. */
  from: number
}

/**
 * Notes on which day each organisation last did something: one write an organisation and day and function instance, however much it does.
 * `noted` is what this instance wrote already.
 */
export async function noteActions(
  changed: readonly Changed[],
  noted: Map<string, string>,
  { lastActions, programme }: { lastActions: LastActions; programme: Programme },
): Promise<void> {
  const latest = new Map<string, string>()
  for (const { caseFile, from } of changed)
    for (const entry of caseFile.history.slice(from)) {
      const organisation = entry.by.role === 'partner' ? actorsOrganisation(entry, caseFile) : null
      const on = dayOf(programme.calendar, entry.at)
      if (organisation !== null && on > (latest.get(organisation) ?? '')) latest.set(organisation, on)
    }
  for (const [organisation, on] of latest) {
    if (on <= (noted.get(organisation) ?? '')) continue
    await lastActions.note(organisation, on)
    noted.set(organisation, on)
  }
}
