import { type Actor, system, type Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { stubLine } from '../../case/erasing.ts'
import { type Entry, entry } from '../../case/history.ts'
import { type Lane, laneOf } from '../../case/level.ts'
import { readsLane } from '../../routing/reads-lane.ts'
import { knownLinks } from './known-links.ts'
import type { Needs } from '../needs.ts'

/** A line as one viewer reads it; `index` is where it stands in the history, and where its words are sealed. */
export interface ShownLine {
  line: Entry
  index: number
}

const pairs: readonly Actor['role'][] = ['protection', 'integrity']
const withoutPair = <Line extends Entry>(line: Line): Line =>
  pairs.includes(line.by.role) ? { ...line, by: system } : line

/**
 * Which cases a message may answer is for whoever sorts it (`viewCase`), not for whoever reads the case later. The village stands at the
 * head of a case as long as it may, never in a line.
 */
function withoutAside(line: Entry): Entry {
  if (line.what === 'received') return { ...line, mayReplyTo: undefined, village: undefined }
  const placed = line.what === 'assessed' || line.what === 'lower-proposed' || line.what === 'place-given'
  return placed ? { ...line, village: undefined } : line
}

/** Instead of lines that are not this viewer's to read, however many: when the last of them was, and nothing else. */
const neutral = ({ at }: Entry): Entry => entry('handled', at, system, {})

const laneAfter = (line: Entry, before: Lane): Lane =>
  line.what === 'received' ? line.lane : line.what === 'assessed' ? laneOf(line.level) : before

/**
 * One line as a role reads it that may open the case now. What happened while the case was, or might be, S is read in full by those who
 * could open it then; others read what the complainant said, and the level it was lowered to, without who lowered it.
 */
function asRead(line: Entry, [before, after]: readonly [Lane, Lane], { role }: Viewer): Entry {
  if (readsLane(role, before) && readsLane(role, after)) return line
  if (line.what === 'received')
    return withoutPair({ ...line, lane: 'N', suggested: { ...line.suggested, sensitive: false } })
  if (line.by.role === 'complainant') return line
  return line.what === 'assessed' && readsLane(role, after) ? withoutPair(line) : neutral(line)
}

/** The history as one viewer reads it: neither what was S (`docs/decisions/011-what-a-case-still-says.md`), nor cases that are not theirs, nor what was erased. */
export function shownHistory(
  viewer: Viewer,
  { history, erased }: CaseFile,
  shown: (line: Entry) => Entry[],
): ShownLine[] {
  const lines: ShownLine[] = []
  let lane: Lane = 'N'
  for (const [index, written] of history.entries()) {
    const after = laneAfter(written, lane)
    const read = asRead(written, [index === 0 ? after : lane, after], viewer)
    lane = after
    const kept = erased.includes('all') ? stubLine(read) : [withoutAside(read)]
    for (const line of kept.flatMap(shown)) {
      if (line.what === 'handled' && lines.at(-1)?.line.what === 'handled') lines.pop()
      lines.push({ line, index })
    }
  }
  return lines
}

/** What others wrote since the version a viewer saw, as that viewer reads it. */
export async function shownSince(
  viewer: Viewer,
  caseFile: CaseFile,
  version: number,
  needs: Pick<Needs, 'cases' | 'programme'>,
): Promise<Entry[]> {
  const { shown } = await knownLinks(viewer, caseFile, needs)
  return shownHistory(viewer, caseFile, shown).flatMap(({ line, index }) => (index >= version ? line : []))
}
