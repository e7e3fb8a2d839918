import type { Viewer } from '../../case/actor.ts'
import type { Step } from '../../case/status.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { maySee } from '../../routing/may-see.ts'
import type { Needs } from '../needs.ts'
import { openWords } from '../sealed.ts'
import type { ShownLine } from './shown-history.ts'

interface Reading {
  viewer: Viewer
  steps: readonly Step[]
  shown: readonly ShownLine[]
}

/** What whoever sorts replies chooses from: cases whose question this may answer, and what may be split off from this one. */
export async function repliesIn(stored: StoredCase, { viewer, steps, shown }: Reading, needs: Needs) {
  const { caseFile } = stored
  const cases = steps.includes('join') ? caseFile.mayReplyTo : []
  const asked = (await Promise.all(cases.map((one) => needs.cases.load(one)))).filter((one) => one !== null)
  const lines = steps.includes('split') ? shown.filter(({ line }) => line.what === 'message-added') : []
  const said = lines.map(async ({ line: { at }, index }) => ({
    index,
    at,
    words: await openWords(stored, index, needs),
  }))
  return {
    mayReplyTo: asked.flatMap(({ caseFile: one }) =>
      maySee(viewer, one, needs.programme.gazetteer) && one.status !== 'closed' ? one.reference : [],
    ),
    replies: (await Promise.all(said)).flatMap(({ words, ...one }) => (words === null ? [] : { ...one, words })),
  }
}
