import type { Actor } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import type { Channel } from '../../channel/message.ts'
import type { LiveCase, SenderRecord } from '../../channel/sender-record.ts'
import { addHours } from '../../deadlines/calendar.ts'
import type { Append } from '../../ports/cases.ts'
import type { Needs } from '../needs.ts'

/** The latest case that began with exactly these words, from the same number, within a day. */
export function saidBefore({ live }: SenderRecord, digest: string, now: string): LiveCase | undefined {
  const since = addHours(now, -24)
  return live.findLast((one) => one.digest === digest && one.openedAt > since)
}

/** The case these words answered a question of, from the same number, within a day. */
export function repliedBefore({ live }: SenderRecord, digest: string, now: string): LiveCase | undefined {
  const since = addHours(now, -24)
  return live.findLast(({ replied }) => replied?.digest === digest && replied.at > since)
}

/** Who says it again, and by which way. */
interface Again {
  channel: Channel
  by: Actor
  requestId?: string
}

/** What a case must be for the same words to join it. */
export type Joins = (caseFile: CaseFile) => boolean

/**
 * What is written into a case whose words are said again; null where they are a case of their own: the first is closed, is S
 * (nothing joins an S case by number), or `joins` says so.
 */
export async function saidAgain(
  reference: string,
  { channel, by, requestId }: Again,
  { cases, now }: Needs,
  joins: Joins = () => true,
): Promise<Append | null> {
  const before = (await cases.load(reference))?.caseFile
  const isOrdinary = before && (before.lane === 'N' || before.lane === 'P')
  if (!isOrdinary || !isOpen(before) || !joins(before)) return null
  return { before, entries: [entry('repeated', now, by, { channel }, requestId)] }
}
