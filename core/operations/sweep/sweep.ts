import type { CaseFile } from '../../case/case-file.ts'
import { fold } from '../../case/fold.ts'
import type { Entry, EntryOf } from '../../case/history.ts'
import { entriesDue } from '../../deadlines/agenda.ts'
import { hasEnded, type Notice } from '../../notices/notice.ts'
import { afterTime } from '../../notices/notice-steps.ts'
import { costsOf } from '../../notices/policy/cost.ts'
import type { DueItem, StoredCase } from '../../ports/cases.ts'
import { inParallel } from '../in-parallel.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { healNotices } from '../notices/prepare-notices.ts'
import { mayOwe, returnFacts } from '../notices/return-facts.ts'

export interface Swept {
  /** Rows that were due, and how many of them were dealt with; they differ only when something failed. */
  seen: number
  done: number
  failed: string[]
}

const holdsSealed = ({ sealed: { contact, words } }: StoredCase): boolean =>
  contact !== null || Object.keys(words).length > 0

type Ending = EntryOf<'closed'> | EntryOf<'erased'>
/** With these nothing more is paid for a case, or hardly anything. */
const saysCost = (line: Entry): line is Ending => line.what === 'closed' || line.what === 'erased'

/** What its SMS cost is a fact of a case that ends: from there figures take it. Paid in two currencies it is none that could be added up. */
function withCost(line: Ending, notices: readonly Notice[]): Ending {
  const [cost, ...others] = costsOf(notices)
  return cost && others.length === 0 ? { ...line, cost } : line
}

/** Takes every decision on one case again, on the case itself: two sweeps at once find nothing left to do. */
export async function visitCase(reference: string, needs: Needs): Promise<void> {
  const { cases, programme, now } = needs
  const visited = await untilWritten(async (sure) => {
    const stored = await cases.loadTold(reference, sure)
    if (!stored) return null
    const { caseFile, notices } = stored
    const due = entriesDue(caseFile, programme, now)
    if (due.length === 0) return { caseFile, notices }
    const entries = due.map((line) => (caseFile.lane === 'N' && saysCost(line) ? withCost(line, notices) : line))
    const parts = entries.flatMap((line) => (line.what === 'erased' ? line.part : []))
    // Number and words may fall due together: both go, or the history would say of one what is not so.
    const erase = holdsSealed(stored) ? (parts.length > 1 ? 'all' : parts[0]) : undefined
    const append = { before: caseFile, entries, ...(erase ? { erase } : {}) }
    return (await cases.commit({ append: [append] })) === 'done'
      ? { caseFile: entries.reduce(fold, caseFile), notices }
      : retry
  })
  // Once its words are gone nothing more is said of it.
  if (!visited || visited.caseFile.erased.some((part) => part !== 'contact')) return
  await healNotices(visited.caseFile, visited.notices, needs)
  await bringBack(visited.notices, visited.caseFile, needs)
}

/** A delivery that was noted on the notice but never came back to the history. */
async function bringBack(notices: readonly Notice[], caseFile: CaseFile, needs: Needs): Promise<void> {
  for (const notice of notices)
    if (hasEnded(notice) && mayOwe(notice, caseFile, needs.now)) await returnFacts(notice, needs)
}

/** The same of one case, whatever its notices say. */
export async function healTelling(reference: string, needs: Needs): Promise<void> {
  const ended = (await needs.notices.list(reference)).filter(hasEnded)
  for (const notice of ended) await returnFacts(notice, needs)
}

async function visitNotice({ reference, key }: { reference: string | null; key: string }, needs: Needs): Promise<void> {
  const { notices, now } = needs
  const settled = await untilWritten(async (sure) => {
    const found = await notices.get(reference, key, sure)
    if (!found) return null
    const after = afterTime(found.notice, now)
    return after === found.notice || (await notices.replace(found.notice, after)) ? after : retry
  })
  if (settled && hasEnded(settled)) await returnFacts(settled, needs)
}

const pageSize = 100
const atOnce = 8

export interface SweepRound {
  /** Is there time for another page? */
  mayGoOn?: () => boolean
  /** Before the first that is due is looked at, and not where nothing is. */
  ready?: () => Promise<void>
}

/** Looks at everything that is due, from the beginning until nothing is left, and passes over what fails: it is due again in a minute. */
export async function sweep(needs: Needs, { mayGoOn = () => true, ready }: SweepRound = {}): Promise<Swept> {
  const swept: Swept = { seen: 0, done: 0, failed: [] }
  let after: string | null = null
  do {
    const page = await needs.cases.due(needs.now, { after, limit: pageSize })
    if (page.due.length > 0) await ready?.()
    swept.seen += page.due.length
    await inParallel(page.due, atOnce, async (item) => {
      try {
        await (item.is === 'case' ? visitCase(item.reference, needs) : visitNotice(item, needs))
        swept.done++
      } catch {
        swept.failed.push(nameOf(item))
      }
    })
    after = page.next
  } while (after !== null && mayGoOn())
  return swept
}

const nameOf = (item: DueItem): string => (item.is === 'case' ? item.reference : item.key)
