import { complainant } from '../../case/actor.ts'
import { entry } from '../../case/history.ts'
import { unheardNews } from '../../case/news.ts'
import { isSurelyTold } from '../../case/runs.ts'
import { followUpView, type FollowUpView } from '../../notices/stage.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { openWords } from '../sealed.ts'

/**
 * References that are nobody's and one address may try in an hour; a phone has an allowance. Operators put thousands of phones behind one
 * address, and of what people mistype hardly one in a hundred has right check digits.
 */
export const mostTries = 30
export const hourOf = (now: string): string => `${now.slice(0, 13)}:00:00.000Z`

export interface FollowedUp extends Omit<FollowUpView, 'answer'> {
  reference: string
  /** The answer in the words staff wrote. */
  answer: { template: 'answer' | 'refused'; words: string } | null
  /** Nobody has said yet whether it solved anything. */
  asks: boolean
}

/** The case whose reply it was stands for what was joined to it. */
export async function followed(reference: string | null, { cases }: Pick<Needs, 'cases'>): Promise<StoredCase | null> {
  const stored = reference ? await cases.load(reference) : null
  const joinedTo = stored?.caseFile.joinedTo ?? null
  return joinedTo === null ? stored : cases.load(joinedTo)
}

/**
 * The same for somebody behind an address, `who` its keyed fingerprint; unknown and wrong look alike. Counted first, so that what is asked at
 * once is not looked up before it is counted; what is somebody's is taken back, and what cannot be a reference (null) never counts.
 */
export async function followUp(
  reference: string | null,
  who: string,
  needs: Needs,
): Promise<FollowedUp | 'unknown' | 'too-many-tries'> {
  const { limits, now } = needs
  const hour = hourOf(now)
  if (reference === null) return 'unknown'
  if ((await limits.count(who, hour)) > mostTries) return 'too-many-tries'
  const found = await lookedUp(reference, needs)
  if (found !== 'unknown') await limits.count(who, hour, -1)
  return found
}

/** Looks a reference up for anybody. Showing the answer of an N case is telling the person (design §4). */
export async function lookedUp(reference: string, needs: Needs): Promise<FollowedUp | 'unknown'> {
  const { cases, now } = needs
  return untilWritten(async () => {
    const stored = await followed(reference, needs)
    if (!stored) return 'unknown'
    const { caseFile } = stored
    const { answer, ...view } = followUpView(caseFile)
    const asks = caseFile.status === 'answered' && caseFile.satisfaction === null && answer?.template === 'answer'
    const shown = { ...view, reference: caseFile.reference, answer: null, asks }
    if (!answer) {
      const about = caseFile.lane === 'N' ? unheardNews(caseFile).at(-1)?.index : undefined
      const heard = about === undefined ? [] : [entry('heard', now, complainant, { about, how: 'follow-up' })]
      if (heard.length > 0 && (await cases.commit({ append: [{ before: caseFile, entries: heard }] })) !== 'done')
        return retry
      return shown
    }
    const words = await openWords(stored, answer.index, needs)
    if (caseFile.status === 'answered' && !isSurelyTold(caseFile.told)) {
      const told = entry('told', now, complainant, { how: 'follow-up' })
      if ((await cases.commit({ append: [{ before: caseFile, entries: [told] }] })) !== 'done') return retry
    }
    return { ...shown, answer: words === null ? null : { template: answer.template, words } }
  })
}
