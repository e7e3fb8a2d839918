import type { CaseFile } from '../../case/case-file.ts'
import { mayStill, spend } from '../../channel/allowances.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import { addHours } from '../../deadlines/calendar.ts'
import { citesClosed, keptApart, unacknowledged } from '../../notices/by-entry.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { useByOf } from '../../notices/policy/purposes.ts'
import type { Commit, StoredCase } from '../../ports/cases.ts'
import type { Needs } from '../needs.ts'
import { sealedContact } from '../sealed.ts'
import { languageOf } from '../sender-memory.ts'
import { flagged } from './open-case.ts'

/** What fits one SMS with two dates. */
const perList = 6
/** One list an hour, and no more than of half a day: that many no person writes. */
const mostLists = 12
/** The first leaves before the hour is over; it takes no case in the minutes before, so that none comes too late for it. */
const listHours = { first: 0.9, next: 1, closes: 0.05 }

type List = NonNullable<SenderRecord['lists']>[number]

/** Does its acknowledgement say something that belongs beside nothing else: a possible S, a danger to life, who may call? */
const standsAlone = ({ lane, suggested, callMe, history: [first] }: CaseFile): boolean =>
  lane !== 'N' ||
  suggested.level === 'N2' ||
  callMe ||
  (first?.what === 'received' && [citesClosed, keptApart].some((flag) => first.flags?.includes(flag)))

interface Acknowledged {
  open: StoredCase
  sender: SenderRecord
  notice?: Commit['notice']
}

/**
 * How the first word back to a phone leaves: by itself three times an hour, then as one SMS for all that came meanwhile. Its
 * references and dates are looked up when it leaves.
 */
export async function acknowledged(
  open: StoredCase,
  sender: SenderRecord,
  phone: string,
  needs: Needs,
): Promise<Acknowledged> {
  const { now } = needs
  const { caseFile } = open
  if (caseFile.consent === 'none') return { open, sender }
  // A call asked for after STOP is made, and asked about by no SMS.
  if (sender.optedOut) return { open: flagged(open, unacknowledged.stopped), sender }
  const allowance = standsAlone(caseFile) ? 'acknowledgement-alone' : 'acknowledgement'
  if (mayStill(sender, allowance, now)) return { open, sender: spend(sender, allowance, now) }
  // Until a list may leave no more its phone's record says what stands in it, where the gateway was away too.
  const kept = (sender.lists ?? []).filter(({ at }) => useByOf('acknowledgementList', at) > now).slice(-2 * mostLists)
  // What stands further ahead than any list was planned by a clock that has been set back since: nobody waits for it.
  const lists = kept.filter(({ at }) => at > now && at <= addHours(now, mostLists + 1))
  const last = lists.at(-1)
  const { reference } = caseFile
  if (allowance === 'acknowledgement-alone' || (lists.length >= mostLists && !takes(last, now)))
    return { open: flagged(open, unacknowledged.none), sender }
  const listed = flagged(open, unacknowledged.listed)
  if (last && takes(last, now)) {
    const fuller = { ...last, references: [...last.references, reference] }
    return { open: listed, sender: { ...sender, lists: kept.map((one) => (one === last ? fuller : one)) } }
  }
  const at = last ? addHours(last.at, listHours.next) : addHours(now, listHours.first)
  const recipient = { to: 'sender', fingerprint: sender.fingerprint } as const
  const key = noticeKey(`list-${reference}`, 0, 'acknowledgementList', recipient)
  const notice = newNotice(
    {
      key,
      reference: null,
      index: null,
      template: 'acknowledgementList',
      recipient,
      values: {},
      language: languageOf(sender, needs),
      atOnce: true,
      weighty: true,
      notBefore: at,
      useBy: useByOf('acknowledgementList', at),
    },
    now,
    at,
  )
  const sealedTo = await needs.vault.seal('general', key, sealedContact(phone))
  const list: List = { key, at, references: [reference] }
  return { open: listed, sender: { ...sender, lists: [...kept, list] }, notice: { notice, sealedTo } }
}

const takes = (list: List | undefined, now: string): boolean =>
  list !== undefined && list.references.length < perList && addHours(now, listHours.closes) < list.at
