import type { StoredCase } from '../../ports/cases.ts'
import type { Needs } from '../needs.ts'
import { openWords } from '../sealed.ts'
import type { ShownLine } from './shown-history.ts'

/** The lines somebody is shown of a history, each with the words sealed under it. */
export async function historyLines(stored: StoredCase, shown: readonly ShownLine[], needs: Needs) {
  return Promise.all(
    shown.map(async ({ line: { schema: _, requestId: __, ...line }, index }) => {
      const words = index === 0 || line.what === 'handled' ? null : await openWords(stored, index, needs)
      return words === null ? line : { ...line, words }
    }),
  )
}
