import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { Entry } from '../../case/history.ts'
import { maySee } from '../../routing/may-see.ts'
import type { Needs } from '../needs.ts'

/** The other case a line of the history speaks of. */
function linkOf(line: Entry): string | null {
  if ('follower' in line) return line.follower
  if ('apart' in line) return line.apart
  if ('group' in line) return line.group
  return 'lead' in line ? (line.lead ?? null) : null
}

/** What a viewer is shown of the links of a case: a merged case they may not open is not even a number to them (design §10, invariant 8). */
export async function knownLinks(
  viewer: Viewer,
  { history, followers, mergedInto }: CaseFile,
  { cases, programme }: Pick<Needs, 'cases' | 'programme'>,
) {
  const linked = [...new Set(history.flatMap((line) => linkOf(line) ?? []))]
  const stored = (await Promise.all(linked.map((reference) => cases.load(reference)))).filter((one) => one !== null)
  const open = stored.filter(({ caseFile }) => maySee(viewer, caseFile, programme.gazetteer))
  const known = new Set(open.map(({ caseFile }) => caseFile.reference))
  return {
    followers: followers.filter((reference) => known.has(reference)),
    mergedInto: mergedInto !== null && known.has(mergedInto) ? mergedInto : null,
    /** The line as this viewer reads it: none where it tells of nothing but a case that is not theirs to know. */
    shown: (line: Entry): Entry[] => {
      const link = linkOf(line)
      if (link === null || known.has(link)) return [line]
      return line.what === 'answered' || line.what === 'closed' ? [{ ...line, lead: undefined }] : []
    },
  }
}
