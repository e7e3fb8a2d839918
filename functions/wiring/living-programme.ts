import type { Programme } from '../../core/operations/programme.ts'
import type { DirectoryStore } from '../../core/ports/directory/directory.ts'
import { mergedOrganisations } from '../../core/directory/organisation.ts'

/** A programme whose organisations are those of the directory as it was last read. */
export interface LivingProgramme {
  programme: Programme
  /**
   * Reads the directory again, in one call: at every request of staff, and, not `sure`, perhaps as it was a moment ago, at a sweep. Intake knows no
   * organisation and never asks.
   */
  refreshProgramme: (sure?: boolean) => Promise<void>
}

export function livingProgramme(shipped: Programme, directory: Pick<DirectoryStore, 'overlay'>): LivingProgramme {
  let { organisations } = shipped
  return {
    programme: {
      ...shipped,
      get organisations() {
        return organisations
      },
    },
    async refreshProgramme(sure) {
      organisations = mergedOrganisations(shipped.organisations, (await directory.overlay(sure)).organisations)
    },
  }
}
