import { readReference } from '../../channel/read-reference.ts'
import { toGsm7 } from '../../notices/gsm7.ts'
import type { Notice, NoticeState } from '../../notices/notice.ts'
import { noticeText } from '../../notices/notice-text.ts'
import { inParallel } from '../in-parallel.ts'
import { replyKeys } from '../intake/replies/replies.ts'
import { address } from './address.ts'
import { invitationsLost, invitationsTo } from './invited.ts'
import type { SendNeeds } from './needs.ts'
import { noteSent } from './record-send.ts'

/** An SMS in a gateway's own list of what left. `delivered`: the list says that it arrived. */
export interface LeftSms {
  to: string
  text: string
  gatewayMessageId: string
  delivered?: boolean | undefined
}

export interface AlreadyLeft {
  /** Of so many it is now known that they left; of so many it was. */
  noted: number
  known: number
  /** By the gateway's id: what no notice here says in these words to this phone. */
  unmatched: string[]
  /** Told to somebody, and nobody's here: their cases were opened after the copy was taken. */
  lostReferences: string[]
}

/** Nothing of it is known to have left. */
const open: readonly NoticeState[] = ['waiting', 'ready', 'claimed', 'undecided']
const atOnce = 8

interface Found {
  notice: Notice
  sealedTo: string | null
}

/** The notices that may stand for it: of the case it names and the lists of acknowledgements; then replies to what that phone wrote, and invitations. */
async function* candidates({ to }: LeftSms, reference: string | null, needs: SendNeeds) {
  const { notices, senders, vault } = needs
  const own = reference ? await notices.list(reference) : []
  for (const { key } of own) yield notices.get(reference, key)
  const sender = await senders.find(await vault.fingerprints(`phone:${to}`))
  for (const { key } of sender?.lists ?? []) yield notices.get(null, key)
  for (const message of Object.keys(sender?.recent ?? {}))
    for (const key of replyKeys(message, sender?.fingerprint ?? '')) yield notices.get(null, key)
  if (reference === null) yield* invitationsTo(to, needs)
}

/** Would it leave in these words, to this phone? */
async function says({ to, text }: LeftSms, { notice, sealedTo }: Found, needs: SendNeeds) {
  const addressed = await address(notice, sealedTo, needs)
  if ('cancelled' in addressed || addressed.phone !== to) return false
  return noticeText(notice, addressed, needs.programme).text.trim() === toGsm7(text).trim()
}

/**
 * After a restore the table knows nothing of what left since the copy was taken, and would send it again. What the gateway's list has of it is noted
 * on the notices that wait here, as if the gateway had just taken it. To be given while sends are held, once the missing notices are made. Safe
 * to repeat.
 */
export async function noteAlreadyLeft(
  gateway: string,
  left: readonly LeftSms[],
  needs: SendNeeds,
): Promise<AlreadyLeft> {
  const result: AlreadyLeft = { noted: 0, known: 0, unmatched: [], lostReferences: [] }
  const lost = new Set<string>()
  async function note(sms: LeftSms): Promise<void> {
    const { gatewayMessageId, delivered = false } = sms
    const reference = readReference(sms.text)
    if (reference && !(await needs.cases.load(reference))) lost.add(reference)
    for await (const found of candidates(sms, reference, needs)) {
      if (found?.notice.gatewayMessageId === gatewayMessageId) {
        result.known++
        return
      }
      if (!found || !open.includes(found.notice.state) || !(await says(sms, found, needs))) continue
      await noteSent(found.notice, { to: sms.to, gateway, gatewayMessageId, delivered }, needs)
      result.noted++
      return
    }
    for await (const { notice, count } of reference === null ? invitationsLost(sms.to, needs) : []) {
      if (!(await says(sms, { notice, sealedTo: null }, needs)) || !(await count())) continue
      await noteSent(notice, { to: sms.to, gateway, gatewayMessageId, delivered }, needs)
      result.noted++
      return
    }
    result.unmatched.push(gatewayMessageId)
  }
  const byPhone = [...Map.groupBy(left, ({ to }) => to).values()]
  await inParallel(byPhone, atOnce, async (own) => {
    for (const sms of own) await note(sms)
  })
  return { ...result, lostReferences: [...lost] }
}
