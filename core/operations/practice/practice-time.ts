import { standing } from '../../lists/standing.ts'
import { tells } from '../../notices/notice-steps.ts'
import { inParallel } from '../in-parallel.ts'
import type { Needs } from '../needs.ts'
import { healTelling } from '../sweep/sweep.ts'
import { visitPractised } from './practice.ts'

/** The needs of one practice, as they are at an instant. */
type NeedsAt = (now: string) => Needs

const pageSize = 100
const atOnce = 8

/**
 * What happened to practice cases up to `now`, each thing at its own instant: nobody else looks after them, and whoever lets ten days
 * pass finds ten days of history.
 */
export async function passTime(at: NeedsAt, now: string): Promise<void> {
  const { cases } = at(now)
  let after: string | null = null
  do {
    const page = await cases.due(now, { after, limit: pageSize })
    await inParallel(page.due, atOnce, async ({ reference }) => {
      if (reference !== null) await liveThrough(reference, at, now)
    })
    after = page.next
  } while (after !== null)
}

async function liveThrough(reference: string, at: NeedsAt, now: string): Promise<void> {
  let last = ''
  for (;;) {
    const next = await nextOf(reference, at(now))
    // An instant that stays due is left to a later look.
    if (next === null || next.at > now || next.at <= last) return
    last = next.at
    await next.happens(reference, at(next.at))
  }
}

interface Next {
  at: string
  happens: (reference: string, needs: Needs) => Promise<void>
}

/** What happens next to a case: a clock, or the answer that waits for the morning. */
async function nextOf(reference: string, { cases, notices, programme }: Needs): Promise<Next | null> {
  const stored = await cases.load(reference)
  if (!stored) return null
  const { caseFile } = stored
  const untold = caseFile.status === 'answered' && !caseFile.told
  const answers = untold ? await notices.list(reference) : []
  const arrives = answers.find(({ template, index }) => tells(template) && index === caseFile.answer?.index)?.sendAt
  const looked = standing(caseFile, programme)?.nextLookAt
  if (arrives !== undefined && (looked === undefined || arrives <= looked)) return { at: arrives, happens: healTelling }
  return looked === undefined ? null : { at: looked, happens: visitPractised }
}
