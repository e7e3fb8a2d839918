import { type CaseFile, mayBeDanger, mustActSince } from '../case/case-file.ts'
import { standsInFlood } from '../routing/flood.ts'
import { mayContact } from '../case/may-contact.ts'
import { awaitsCall, mustCall, newsToCall } from '../case/news.ts'
import { nextLookAt } from '../deadlines/agenda.ts'
import { runningClocks } from '../deadlines/clock.ts'
import { policyOf, type Rulebook } from '../deadlines/rulebook.ts'
import { readersList } from '../routing/asked-to-read.ts'
import { listedRegion, ownerOf } from '../routing/owner.ts'
import { floodList, handOverQueue } from '../routing/queue.ts'
import type { Row } from './row.ts'
import { movedAt } from './silence.ts'

/**
 * Before all else, whatever is late: what may be S, or may be a danger to life, until somebody assesses it, and a danger to life
 * until it is answered.
 */
export const comesFirst = (caseFile: CaseFile): boolean => {
  const { lane, status } = caseFile
  return lane === 'P' || (lane === 'N' && mayBeDanger(caseFile) && status !== 'answered' && status !== 'closed')
}

/** Where a case stands in the three indexes, and what they show of it; null once nothing will ever be due again. */
export interface Standing {
  row: Row
  lane: CaseFile['lane']
  /** Queue of whoever must act, apart while a hand-over waits; null when closed. */
  owner: string | null
  /** The region whose list shows it; of what may be S, the readers whose list does. Null when closed or S. */
  region: string | null
  nextLookAt: string
}

const isToAct = (caseFile: CaseFile): boolean => mustActSince(caseFile) !== null && caseFile.organisation !== null

/** What the owner has to do next, in order: the first that holds. */
const actions: readonly [string, (caseFile: CaseFile) => boolean][] = [
  ['erase', ({ status }) => status === 'closed'],
  ['sort-other', ({ maybeOther }) => maybeOther.length > 0],
  ['judge', ({ unjudged }) => unjudged.length > 0],
  ['visit', ({ unreachableAt }) => unreachableAt !== null],
  ['wait-for-verdict', ({ told }) => told !== null],
  ['call', (c) => c.status === 'answered' && c.consent.startsWith('call') && mayContact(c)],
  ['tell', ({ status }) => status === 'answered'],
  ['confirm-receipt', ({ receiptAt }) => receiptAt !== null],
  ['receipt', ({ status }) => status === 'referred'],
  ['confirm-level', ({ proposed, dismissal }) => proposed !== null || dismissal !== null],
  ['sort-reply', ({ status, lane, mayReplyTo }) => status === 'received' && lane === 'N' && mayReplyTo.length > 0],
  // What they want to say is known once somebody has called.
  ['call', (c) => c.status === 'received' && awaitsCall(c)],
  ['assess', ({ status }) => status === 'received'],
  ['read-reply', (c) => c.wroteAt !== null && c.lane === 'N' && c.handOver === null && !isToAct(c)],
  ['wait', ({ waiting }) => waiting !== null],
  ['accept', ({ handOver }) => handOver !== null],
  ['act', (c) => isToAct(c)],
  ['call', (c) => newsToCall(c).length > 0],
  ['refer', ({ lane }) => lane === 'S1' || lane === 'S2'],
  ['call', awaitsCall],
  ['answer', ({ organisation }) => organisation !== null],
  ['assign', () => true],
]
const nextAction = (caseFile: CaseFile): string => actions.find(([, holds]) => holds(caseFile))?.[0] ?? 'assign'

/** What the words of an ordinary case suggest until somebody assesses it, and only what is missing. */
export function suggestedOf({ lane, level, category, place, suggested }: CaseFile): Row['suggested'] {
  const own = { category: category ? null : suggested.category, place: place ? null : suggested.place }
  return lane === 'N' && level === null && (own.category !== null || own.place !== null) ? own : undefined
}

const queueOf = (owner: string, { handOver }: CaseFile): string =>
  handOver && owner === `organisation:${handOver.organisation}` ? handOverQueue(handOver.organisation) : owner

export function standing(caseFile: CaseFile, rulebook: Rulebook): Standing | null {
  const policy = policyOf(rulebook, caseFile)
  const clock = runningClocks(caseFile, policy)[0]
  const lookAt = nextLookAt(caseFile, rulebook)
  if (!clock || !lookAt) return null
  const owner = ownerOf(caseFile, rulebook.gazetteer)
  const closed = caseFile.status === 'closed'
  const ordinary = caseFile.lane === 'N'
  const { reference, level, kind, category, place, status, organisation, named } = caseFile
  const { escalationLevel, channel, language, receivedAt, lastAt } = caseFile
  const suggested = suggestedOf(caseFile)
  const flood = standsInFlood(caseFile) ? caseFile.flood : null
  return {
    lane: caseFile.lane,
    owner: closed ? null : queueOf(owner, caseFile),
    region: closed
      ? null
      : flood
        ? floodList
        : ordinary
          ? listedRegion(caseFile, rulebook.gazetteer)
          : readersList(caseFile),
    nextLookAt: lookAt,
    row: {
      reference,
      rank: comesFirst(caseFile) ? 0 : 1,
      level,
      kind,
      category,
      place,
      ...(suggested === undefined ? {} : { suggested }),
      status,
      owner,
      organisation,
      named: [...named],
      clock: clock.name,
      dueAt: clock.dueAt,
      escalationLevel,
      channel,
      language,
      receivedAt,
      lastAt,
      movedAt: movedAt(caseFile),
      nextAction: nextAction(caseFile),
      waitingFor: caseFile.waiting?.waitingFor ?? null,
      unreachable: caseFile.unreachableAt !== null,
      toCall: mustCall(caseFile),
      reopened: caseFile.reopenings > 0,
      ...(caseFile.mergedInto === null ? {} : { follows: true }),
      ...(flood === null ? {} : { flood }),
      ...(caseFile.lane === 'S2' && caseFile.sources.length > 0 ? { sources: [...caseFile.sources] } : {}),
    },
  }
}
