import type { Actor } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { entry } from '../case/history.ts'
import type { Needs } from './needs.ts'

interface Leaving {
  caseFile: CaseFile
  by: Actor
  needs: Pick<Needs, 'cases' | 'now'>
}

/**
 * A case that leaves the ordinary lane, or ends without an answer, keeps no link: it must not be answered with the others, they must not show
 * its number, and none waits for an answer that will not come. Its own lines, and what goes into the histories of the others.
 */
export async function unlinked({ caseFile, by, needs }: Leaving) {
  const { reference, mergedInto, followers } = caseFile
  const { cases, now } = needs
  const lead = mergedInto === null ? null : await cases.load(mergedInto)
  const behind = (await Promise.all(followers.map((one) => cases.load(one)))).filter((one) => one !== null)
  return {
    entries: [
      ...(mergedInto === null ? [] : [entry('unmerged', now, by, { lead: mergedInto })]),
      ...followers.map((follower) => entry('unfollowed', now, by, { follower })),
    ],
    append: [
      ...(lead ? [{ before: lead.caseFile, entries: [entry('unfollowed', now, by, { follower: reference })] }] : []),
      ...behind.map(({ caseFile: before }) => ({ before, entries: [entry('unmerged', now, by, { lead: reference })] })),
    ],
  }
}
