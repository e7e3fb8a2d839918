import type { Viewer } from '../../case/actor.ts'
import {
  type Invitation,
  type InvitationState,
  type InvitationWay,
  mayCallAgain,
  type MessageWay,
  wayOf,
} from '../../directory/invitation.ts'
import { isInvited, type Member, mayOpenAccount } from '../../directory/member.ts'
import type { Notice } from '../../notices/notice.ts'
import { isUnconfirmed } from '../../notices/notice-steps.ts'
import { inParallel } from '../in-parallel.ts'
import { invitationKey, invitationNotice, leavesBy } from '../notices/invited.ts'
import { auditLine, type DirectoryNeeds } from './change.ts'
import { mayInDirectory } from './rights.ts'

export interface InvitationLine {
  member: Member
  way: InvitationWay
  state: InvitationState
  /** By what the last message left, and when it was called for. */
  last: MessageWay | null
  sentAt: string | null
  /** By what one would leave now; none where none may. The first is what leaves unless somebody chooses. */
  mayLeaveBy: readonly MessageWay[]
}

/** Each reads the notice of one SMS. */
const atOnce = 8

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
    const found = await notices.get(null, invitationKey(id, sent - 1))
    if (found) last.set(id, found.notice)
  })
  return members
    .filter(({ mailKey, active }) => mailKey !== null && active)
    .map((member) => lineOf(member, kept.get(member.id) ?? null, last.get(member.id)))

  function lineOf(member: Member, invitation: Invitation | null, notice: Notice | undefined): InvitationLine {
    const { organisations, settings } = programme
    const canSay = settings.consoleLink !== null
    const sentAt = invitation?.sentAt ?? null
    const last = sentAt === null || !notice ? null : leavesBy(notice)
    const hasNumber = invitation !== null && invitation.sealedPhone !== null
    const hasAddress = settings.mailFrom !== null && invitation !== null && invitation.sealedMail !== null
    const line = (state: InvitationState, again = false): InvitationLine => {
      const way = wayOf({ hasNumber, hasAddress, canSay, state, last })
      // Where every way has failed, the last is tried again.
      const first = way === 'slip' ? (state === 'failed' ? last : null) : way
      const mayLeaveBy = again && canSay && first ? new Set([first, ...(hasAddress ? ['mail' as const] : [])]) : []
      return { member, way, state, last, sentAt, mayLeaveBy: [...mayLeaveBy] }
    }
    if (!isInvited(member)) return line('taken')
    if (!mayOpenAccount(member, organisations)) return line('protocol')
    // A corrected number has heard of nothing yet.
    const state = sentAt === null ? 'ready' : stateOf(notice)
    const goesOn = state === 'leaving' || state === 'unknown'
    return line(state, invitation !== null && !goesOn && mayCallAgain(invitation, now))
  }
}

/**
 * Calls for a message to those who are named and may have one now; how many. `by`: to those alone whom it can reach this way; null: by SMS, or to whom
 * none can go by mail. The same press twice is one message: its key says which time it is.
 */
export async function sendInvitations(
  viewer: Viewer,
  { ids, by }: { ids: readonly string[]; by: MessageWay | null },
  needs: DirectoryNeeds,
): Promise<number | null> {
  const { directory, notices, programme, now } = needs
  const lines = await listInvitations(viewer, needs)
  if (lines === null) return null
  const wanted = new Set(ids)
  let called = 0
  for (const { member, mayLeaveBy } of lines.filter(({ member }) => wanted.has(member.id))) {
    const way = by === null ? mayLeaveBy[0] : mayLeaveBy.find((one) => one === by)
    const before = way && (await directory.invitation(member.id))
    if (!before || !mayCallAgain(before, now)) continue
    await notices.create([invitationNotice(member, { times: before.sent, way }, { programme, now })])
    const written = await directory.write({
      invitation: { before, after: { ...before, sent: before.sent + 1, sentAt: now }, at: now },
      administrator: viewer.person,
      audit: [auditLine(viewer, now, { what: 'invitation-sent', about: `person:${member.id}`, changes: [] })],
    })
    if (written === 'done') called += 1
  }
  return called
}
