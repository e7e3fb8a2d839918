import { type Actor, system } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { entry } from '../case/history.ts'
import { newSender, type SenderRecord } from '../channel/sender-record.ts'
import type { Append, Commit } from '../ports/cases.ts'
import type { Needs } from './needs.ts'
import { sealedContact } from './sealed.ts'
import { withLive } from './sender-memory.ts'

/** STOP and START reach every case a phone's record remembers; older ones learn of it when something is to be sent (`check-stopped.ts`). */
export async function liveCases(
  { live, older = [] }: SenderRecord,
  { cases }: Needs,
  wanted = (_reference: string) => true,
): Promise<CaseFile[]> {
  const references = [...new Set([...older, ...live.map(({ reference }) => reference)])].filter(wanted)
  const stored = await Promise.all(references.map((reference) => cases.load(reference)))
  return stored.flatMap((one) => (one ? [one.caseFile] : []))
}

/**
 * No more SMS, for those cases that did not know it yet. What the phone itself says goes further than what was told to staff: the
 * number goes.
 */
export const silences = (cases: readonly CaseFile[], by: Actor, now: string, toStaff = false): Append[] =>
  cases
    .filter(({ optedOut, optedOutAt }) => !optedOut || (!toStaff && optedOutAt === null))
    .map((before) => ({ before, entries: [entry('opted-out', now, by, toStaff ? { toStaff } : {})] }))

/** SMS again, also for what was sent after STOP. The number is sealed anew, since STOP may have erased it. */
export async function speaksAgain(before: CaseFile, phone: string, by: Actor, needs: Needs): Promise<Append[]> {
  const { lane, optedOut, consent, channel, reference } = before
  const unasked = channel === 'sms' && consent === 'none'
  if (!(lane === 'N' || lane === 'P') || !(optedOut || unasked)) return []
  const entries = [
    ...(optedOut ? [entry('opted-in', needs.now, by, {})] : []),
    ...(unasked ? [entry('consent-given', needs.now, by, { consent: 'sms' })] : []),
  ]
  const contact = await needs.vault.seal('general', reference, sealedContact(phone))
  return [{ before, entries, sealed: { contact } }]
}

type Elsewhere = Pick<Commit, 'append' | 'sender'>

/**
 * What else is written when somebody other than the person says for one of its cases that a phone wants no more SMS, or wants them
 * again. Whoever works that one case (`of`) learns nothing of the others, and no name of theirs stands there; the phone is remembered to
 * have it, so that START finds it.
 */
export async function elsewhere(
  phone: string,
  { optedOut, of }: { optedOut: boolean; of?: CaseFile },
  needs: Needs,
): Promise<Elsewhere> {
  const fingerprints = await needs.vault.fingerprints(`phone:${phone}`)
  const [fingerprint = ''] = fingerprints
  const before = await needs.senders.find(fingerprints)
  const sender = before ? { ...before, fingerprint } : newSender(fingerprint, needs.now)
  const known = of ? withLive(sender, of) : sender
  if (sender.optedOut === optedOut) return known === sender ? {} : { sender: { before, after: known } }
  const others = await liveCases(sender, needs, (reference) => reference !== of?.reference)
  const append = optedOut
    ? silences(others, system, needs.now, of !== undefined)
    : (await Promise.all(others.map((one) => speaksAgain(one, phone, system, needs)))).flat()
  return { append, sender: { before, after: { ...known, optedOut } } }
}
