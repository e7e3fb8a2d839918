import type { Viewer } from '../../case/actor.ts'
import { addDays } from '../../deadlines/calendar.ts'
import {
  type Invitation,
  type InvitationState,
  type InvitationWay,
  mayCallAgain,
  wayOf,
} from '../../directory/invitation.ts'
import { isInvited, type Member, mayOpenAccount } from '../../directory/member.ts'
import { newNotice, noticeKey, type Notice, type Recipient } from '../../notices/notice.ts'
import { isUnconfirmed, sendAt } from '../../notices/notice-steps.ts'
import { inParallel } from '../in-parallel.ts'
import { auditLine, type DirectoryNeeds } from './change.ts'
import { mayInDirectory } from './rights.ts'

export interface InvitationLine {
  member: Member
  way: InvitationWay
  state: InvitationState
  /** When the last SMS was called for. */
  sentAt: string | null
  /** May an SMS be called for now? */
  maySend: boolean
}

const useByDays = 14
/** Each reads the notice of one SMS. */
const atOnce = 8

const recipientOf = (id: string): Recipient => ({ to: 'invited', id })
const keyOf = (id: string, times: number): string => noticeKey(id, times, 'invitation', recipientOf(id))

const states: Record<Notice['state'], InvitationState> = {
  waiting: 'leaving',
  ready: 'leaving',
  claimed: 'leaving',
  sent: 'sent',
  undecided: 'unknown',
  delivered: 'delivered',
  failed: 'failed',
  cancelled: 'failed',
  expired: 'failed',
  'by-hand': 'failed',
}

function stateOf(notice: Notice | undefined): InvitationState {
  // Called for, and cut off before it was written: it can be called for again.
  if (!notice) return 'failed'
  if (isUnconfirmed(notice)) return 'unconfirmed'
  return notice.state === 'failed' && notice.reason === 'opted-out' ? 'stopped' : states[notice.state]
}

/** Everybody who was invited by an address, by name; null for whoever may not invite. */
export async function listInvitations(viewer: Viewer, needs: DirectoryNeeds): Promise<InvitationLine[] | null> {
  if (!mayInDirectory(viewer, 'edit')) return null
  const { directory, notices, programme, now } = needs
  const [members, kept] = await Promise.all([directory.members(), directory.invitations()])
  const last = new Map<string, Notice>()
  const called = [...kept.values()].filter(({ sent }) => sent > 0)
  await inParallel(called, atOnce, async ({ id, sent }) => {
    const found = await notices.get(null, keyOf(id, sent - 1))
    if (found) last.set(id, found.notice)
  })
  return members
    .filter(({ mailKey, active }) => mailKey !== null && active)
    .map((member) => lineOf(member, kept.get(member.id) ?? null, last.get(member.id)))

  function lineOf(member: Member, invitation: Invitation | null, notice: Notice | undefined): InvitationLine {
    const { organisations, settings } = programme
    const canSay = settings.consoleLink !== null
    const sentAt = invitation?.sentAt ?? null
    const line = (state: InvitationState, again = false): InvitationLine => {
      const way = wayOf({ hasNumber: invitation !== null, canSay, state })
      return { member, way, state, sentAt, maySend: again && canSay }
    }
    if (!isInvited(member)) return line('taken')
    if (!mayOpenAccount(member, organisations)) return line('protocol')
    // A corrected number has heard of nothing yet.
    const state = sentAt === null ? 'ready' : stateOf(notice)
    const goesOn = state === 'leaving' || state === 'unknown' || state === 'stopped'
    return line(state, invitation !== null && !goesOn && mayCallAgain(invitation, now))
  }
}

/** Calls for the SMS of those who are named and may have one now; how many. The same press twice is one SMS: its key says which time it is. */
export async function sendInvitations(
  viewer: Viewer,
  ids: readonly string[],
  needs: DirectoryNeeds,
): Promise<number | null> {
  const { directory, notices, programme, now } = needs
  const lines = await listInvitations(viewer, needs)
  if (lines === null) return null
  const wanted = new Set(ids)
  let called = 0
  for (const { member } of lines.filter(({ member, maySend }) => maySend && wanted.has(member.id))) {
    const before = await directory.invitation(member.id)
    if (!before || !mayCallAgain(before, now)) continue
    const leavesAt = sendAt(now, false, programme.settings.quietHours)
    const plan = {
      key: keyOf(member.id, before.sent),
      reference: null,
      index: null,
      template: 'invitation' as const,
      recipient: recipientOf(member.id),
      language: member.languages[0] ?? programme.languages[0].code,
      values: {},
      atOnce: false,
      weighty: false,
      notBefore: now,
      useBy: addDays(now, useByDays),
    }
    await notices.create([newNotice(plan, now, leavesAt)])
    const written = await directory.write({
      invitation: { before, after: { ...before, sent: before.sent + 1, sentAt: now }, at: now },
      administrator: viewer.person,
      audit: [auditLine(viewer, now, { what: 'invitation-sent', about: `person:${member.id}`, changes: [] })],
    })
    if (written === 'done') called += 1
  }
  return called
}
