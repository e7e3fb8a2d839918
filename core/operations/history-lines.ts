import type { Entry } from '../case/history.ts'
import type { StoredCase } from '../ports.ts'
import type { Needs } from './needs.ts'
import { openWords } from './read-words.ts'

/** The lines of a history that `shown` lets through, each with the words sealed under it for whoever may open the case. */
export async function historyLines(stored: StoredCase, shown: (line: Entry) => Entry[], needs: Needs) {
  const lines = stored.caseFile.history.flatMap((line, index) => shown(line).map((one) => ({ line: one, index })))
  return Promise.all(
    lines.map(async ({ line: { schema: _, requestId: __, ...line }, index }) => {
      const words = index === 0 ? null : await openWords(stored, index, needs)
      return words === null ? line : { ...line, words }
    }),
  )
}
