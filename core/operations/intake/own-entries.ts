import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { followUpView, type FollowUpView } from '../../notices/stage.ts'
import { suggestedOf } from './open-case.ts'
import { changeMemory } from '../change-memory.ts'
import { type Needs, type ReadingNeeds, retry, untilWritten } from '../needs.ts'
import { openWords, scopeOf, sealedWords } from '../sealed.ts'

/** How many of somebody's entries are shown, and for how long one may be put right. */
const shownEntries = 30
const correctMs = 10 * 60_000

const Noted = z.array(z.object({ reference: z.string(), at: z.string(), given: z.boolean() }))
type Noted = z.infer<typeof Noted>

/** What somebody wrote down, and no more than its number tells anybody. */
export interface OwnEntry {
  reference: string
  at: string
  /** Its number was passed on. */
  given: boolean
  stage: FollowUpView['stage']
  /** It may still be put right. */
  correctable: boolean
}

const nameOf = ({ person }: Viewer): string => `entries:${person}`

const notedIn = (kept: string | null): Noted => z.parse(Noted, JSON.parse(kept ?? '[]'))

/** Of two entries of one person in the same moment both are noted. Null: nothing to note. */
const note = (by: Viewer, after: (noted: Noted) => Noted | null, { memory }: Needs): Promise<void> =>
  changeMemory(memory, nameOf(by), (kept) => {
    const noted = after(notedIn(kept))
    return noted && JSON.stringify(noted)
  })

/** Adds a case to what somebody wrote down. Of what is sensitive nothing stays. Numbers not passed on yet outlive the others. */
export async function noteEntry(by: Viewer, { reference, lane }: CaseFile, needs: Needs): Promise<void> {
  if (lane === 'S1' || lane === 'S2') return
  const withIt = (noted: Noted): Noted | null => {
    if (noted.some((one) => one.reference === reference)) return null
    const all = [...noted, { reference, at: needs.now, given: false }]
    const given = all.filter((one) => one.given)
    const old = new Set(given.slice(0, Math.max(0, all.length - shownEntries)))
    return all.filter((one) => !old.has(one)).slice(-4 * shownEntries)
  }
  await note(by, withIt, needs)
}

/** The number was passed on. False where it is none of theirs. */
export async function numberGiven(by: Viewer, reference: string, needs: Needs): Promise<boolean> {
  let isOwn = false
  const withItGiven = (noted: Noted): Noted | null => {
    isOwn = noted.some((one) => one.reference === reference)
    return isOwn ? noted.map((one) => (one.reference === reference ? { ...one, given: true } : one)) : null
  }
  await note(by, withItGiven, needs)
  return isOwn
}

/** In the order they were written down, as the slips of a box lie. */
export async function ownEntries(by: Viewer, needs: Needs): Promise<OwnEntry[]> {
  const noted = notedIn(await needs.memory.remembered(nameOf(by)))
  const stored = await Promise.all(noted.map(({ reference }) => needs.cases.load(reference)))
  return noted.flatMap((one, index) => {
    const caseFile = stored[index]?.caseFile
    if (!caseFile) return []
    return [{ ...one, stage: followUpView(caseFile).stage, correctable: mayCorrect(by, caseFile, needs) }]
  })
}

/** For ten minutes, as long as nobody has opened it: what somebody read does not say something else afterwards. */
function mayCorrect({ person }: Viewer, caseFile: CaseFile, { now }: Needs): boolean {
  const [first] = caseFile.history
  const isOwn = first?.what === 'received' && first.by.person === person
  const isNew = first !== undefined && Date.parse(now) - Date.parse(first.at) <= correctMs
  const isOrdinary = caseFile.lane === 'N' || caseFile.lane === 'P'
  return isOwn && isNew && isOrdinary && isOpen(caseFile) && caseFile.readAt === null && caseFile.assessedAt === null
}

/** The words somebody may still put right; null for anything else. */
export async function wordsToCorrect(by: Viewer, reference: string, needs: Needs): Promise<string | null> {
  const stored = await needs.cases.load(reference)
  return stored && mayCorrect(by, stored.caseFile, needs) ? openWords(stored, 0, needs) : null
}

/** Puts other words in the place of those written down, and reads them anew. False where it is too late. */
export async function correctWords(
  by: Viewer,
  reference: string,
  words: string,
  needs: ReadingNeeds,
): Promise<boolean> {
  return untilWritten(async () => {
    const stored = await needs.cases.load(reference)
    if (!stored || !mayCorrect(by, stored.caseFile, needs)) return false
    const { caseFile } = stored
    const suggestion = needs.suggest(words)
    const isPossible = suggestion.sensitive || suggestion.unread
    // What may be sensitive stays so: a person decides.
    const lane = caseFile.lane === 'P' || isPossible ? 'P' : 'N'
    const actor = { role: by.role, person: by.person }
    const corrected = entry('corrected', needs.now, actor, { lane, suggested: suggestedOf(suggestion) })
    const sealed = { words: { 0: await needs.vault.seal(scopeOf(lane), reference, sealedWords(words)) } }
    return (
      (await needs.cases.commit({ append: [{ before: caseFile, entries: [corrected], sealed }] })) === 'done' || retry
    )
  })
}
