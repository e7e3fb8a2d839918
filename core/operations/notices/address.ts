import { mayContact } from '../../case/may-contact.ts'
import { invitedAs } from '../../directory/invitation.ts'
import type { Notice } from '../../notices/notice.ts'
import { mayGo } from '../../notices/notice-steps.ts'
import type { NoticeContent } from '../../notices/notice-text.ts'
import { isOvertaken } from '../../notices/plans.ts'
import { carriesWords } from '../../notices/template.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { openContact, openWords, phoneIn } from '../sealed.ts'
import type { SendNeeds } from './needs.ts'
import { ownerLoad } from './owner-load.ts'

/** Whom the number of an organisation's responsible person is sealed for. */
export const responsibleOf = (organisation: string): string => `organisation:${organisation}`

/** To whom and with which words, or why not at all; `stored`, the case it is of, as it was read for that. */
type Addressed = ({ phone: string; typed?: boolean; stored?: StoredCase } & NoticeContent) | { cancelled: string }

/** What a list of acknowledgements says: the ordinary cases among them, as they stand now; nothing after STOP. */
async function listedFor(phone: string, key: string, { cases, senders, vault }: SendNeeds) {
  const sender = await senders.find(await vault.fingerprints(`phone:${phone}`))
  const list = sender?.optedOut ? undefined : sender?.lists?.find((one) => one.key === key)
  const stored = await Promise.all((list?.references ?? []).map((reference) => cases.load(reference)))
  return stored.flatMap((one) => (one?.caseFile.lane === 'N' && mayContact(one.caseFile) ? [one.caseFile] : []))
}

/** Read at send time, so that a case that became S, a STOP or an erasure since still counts. */
export async function address(notice: Notice, sealedTo: string | null, needs: SendNeeds): Promise<Addressed> {
  const { cases, vault, directory } = needs
  const { recipient } = notice
  if (recipient.to === 'organisation') {
    const sealed = await directory.responsible(recipient.id)
    if (!sealed) return { cancelled: 'no-number' }
    const phone = phoneIn(await vault.open('general', responsibleOf(recipient.id), sealed))
    return { phone, words: null, ...(await ownerLoad(recipient.id, needs)) }
  }
  if (recipient.to === 'invited') {
    const [invitation, member] = await Promise.all([directory.invitation(recipient.id), directory.member(recipient.id)])
    if (!member?.active) return { cancelled: 'not-allowed' }
    if (!invitation?.sealedPhone) return { cancelled: 'no-number' }
    return { phone: phoneIn(await vault.open('general', invitedAs(recipient.id), invitation.sealedPhone)) }
  }
  const reference = notice.reference ?? notice.values['reference'] ?? null
  const stored: StoredCase | null = reference ? await cases.load(reference) : null
  const words =
    stored && carriesWords(notice.template) && stored.caseFile.lane === 'N'
      ? await openWords(stored, notice.index ?? -1, needs)
      : null
  if (carriesWords(notice.template) && words === null) return { cancelled: 'no-words' }
  if (recipient.to === 'sender') {
    if (!sealedTo) return { cancelled: 'no-number' }
    const phone = phoneIn(await vault.open('general', notice.key, sealedTo))
    if (notice.template !== 'acknowledgementList') return { phone, words }
    const listed = await listedFor(phone, notice.key, needs)
    return listed.length > 0 ? { phone, listed } : { cancelled: 'not-allowed' }
  }
  if (!stored) return { cancelled: 'no-case' }
  const { caseFile } = stored
  if (!mayGo(notice.template, caseFile)) return { cancelled: 'not-allowed' }
  if (isOvertaken(notice, caseFile, needs.programme)) return { cancelled: 'overtaken' }
  const phone = caseFile.optedOut ? null : await openContact(stored, needs)
  return phone ? { phone, words, typed: caseFile.channel === 'web', stored } : { cancelled: 'no-number' }
}
