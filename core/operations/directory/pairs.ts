import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { isInvited, type Member, newMember } from '../../directory/member.ts'
import { mayConfirm, mayPropose, seatedIn, seatRefused, stayingIn } from '../../directory/pair.ts'
import { isEmptied, refillRefused } from '../../directory/refill.ts'
import { pairNames, seatKinds } from '../../directory/seat.ts'
import { plainName } from '../../places/plain-name.ts'
import type { DirectoryNeeds } from './change.ts'
import { codeRefused, type CodeNeeds } from './first-code.ts'
import { asThemselves, changeSeat, type PairOutcome, readPair } from './pair-change.ts'

const Named = z.object({
  pair: z.enum(pairNames),
  id: z.string().check(z.regex(/^[a-z0-9][\w.@:-]{0,99}$/i)),
  /** Of somebody the directory knows, it is that of the directory. */
  name: z.string().check(z.overwrite(plainName), z.trim(), z.minLength(1), z.maxLength(80)),
  as: z.enum(seatKinds),
  woman: z.boolean(),
  pseaOn: z.iso.date(),
})

/** The pairs somebody may look into, with who is in them and who is named for them. */
export async function pairsFor(viewer: Viewer, { directory, now }: Pick<DirectoryNeeds, 'directory' | 'now'>) {
  const self = asThemselves(viewer)
  if (self.role !== 'administrator' && !pairNames.some((pair) => pair === self.role)) return []
  const members = await directory.members()
  return pairNames
    .filter((pair) => mayPropose(self, pair, members))
    .map((pair) => ({
      pair,
      seated: seatedIn(pair, members),
      emptied: isEmptied(pair, members),
      waiting: members
        .filter(({ proposedTo }) => proposedTo?.pair === pair)
        .map((member) => ({
          member,
          confirms:
            mayConfirm(self, member, members) &&
            refillRefused(pair, [self.person, member.proposedTo?.by ?? ''], { members, now }) === null,
        })),
    }))
}

/** Names somebody for a seat: with a training in force, and while there is room. It opens nothing yet. */
export async function proposeSeat(viewer: Viewer, body: unknown, needs: DirectoryNeeds): Promise<PairOutcome> {
  const read = z.safeParse(Named, body)
  if (!read.success) return { is: 'invalid', fields: read.error.issues.map(({ path }) => String(path[0])) }
  const { programme, now } = needs
  const { pair, id, name, as, woman, pseaOn } = read.data
  const decided = await readPair(pair, needs)
  const { members } = decided
  const self = asThemselves(viewer)
  if (!mayPropose(self, pair, members)) return { is: 'unknown' }
  const before = members.find((one) => one.id === id) ?? null
  if (id === viewer.person) return { is: 'refused', why: 'own' }
  if (before?.role === 'administrator') return { is: 'refused', why: 'administrator' }
  // Whoever signs in at an address of a list is known to nobody yet: they come first, then they are named.
  if (isInvited({ id })) return { is: 'refused', why: 'not-come' }
  if (before?.proposedTo || (before?.active && before.inPair)) return { is: 'refused', why: 'taken' }
  const on = dayOf(programme.calendar, now)
  const limited = { members, limits: programme.pairs, on, confirms: false }
  const why =
    refillRefused(pair, [self.person], { members, now }) ?? seatRefused({ id, pseaOn }, { pair, as, woman }, limited)
  if (why) return { is: 'refused', why }
  const known = before ?? { ...newMember({ id, name, role: pair }), version: 0 }
  const proposedTo = { pair, as, woman, by: viewer.person, at: now }
  const after = { ...known, pseaOn, proposedTo, version: known.version + 1 }
  return changeSeat(viewer, decided, { before, after }, needs)
}

/** The pair somebody waits for, decided on anew; null where nobody waits, or not for this viewer's eyes. */
async function waitingFor(viewer: Viewer, id: string, needs: DirectoryNeeds) {
  const proposed = await needs.directory.member(id)
  if (!proposed?.proposedTo) return null
  const { pair } = proposed.proposedTo
  const decided = await readPair(pair, needs)
  const before = decided.members.find((one) => one.id === id)
  const self = asThemselves(viewer)
  if (before?.proposedTo?.pair !== pair || !mayPropose(self, pair, decided.members)) return null
  return { ...decided, before, proposal: before.proposedTo, self }
}

/**
 * A second person confirms, or the code of the deployment for the first a pair ever has: from now on it opens the door. Everything is looked
 * at again, for days have passed.
 */
export async function confirmSeat(
  viewer: Viewer,
  { id, version, code }: { id: string; version: number; code: string | null },
  needs: DirectoryNeeds & CodeNeeds,
): Promise<PairOutcome> {
  const { programme, now } = needs
  const found = await waitingFor(viewer, id, needs)
  if (!found) return { is: 'unknown' }
  const { before, proposal, self, members, record } = found
  if (before.version !== version) return { is: 'stale' }
  const { pair, as, woman } = proposal
  const byCode = code !== null && seatedIn(pair, members).length === 0 && self.role === 'administrator'
  const checked = byCode ? await codeRefused(code, record, needs) : null
  if (checked && checked.why !== null) return { is: 'refused', why: checked.why }
  if (!byCode && !mayConfirm(self, before, members)) return { is: 'refused', why: 'not-yours' }
  const on = dayOf(programme.calendar, now)
  const why =
    refillRefused(pair, [self.person, proposal.by], { members, now }) ??
    seatRefused(before, proposal, { members, limits: programme.pairs, on, confirms: true })
  if (why) return { is: 'refused', why }
  const how = byCode ? 'code' : stayingIn(pair, members).length === 0 ? 'administrators' : 'member'
  const seat = { inPair: { as, woman, how, at: now, leavingAt: null }, proposedTo: null } as const
  const after: Member = { ...before, role: pair, active: true, focalFor: null, ...seat, version: version + 1 }
  const codesUsed = [...record.codesUsed, ...(checked ? [checked.fingerprint] : [])]
  return changeSeat(viewer, { members, record: { ...record, codesUsed } }, { before, after }, needs)
}

/** Takes a proposal back: whoever could make or confirm one. */
export async function declineSeat(
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const found = await waitingFor(viewer, id, needs)
  if (!found) return { is: 'unknown' }
  const { before, proposal } = found
  if (before.version !== version) return { is: 'stale' }
  // Who was added for the seat alone is nobody without it.
  const active = before.active && !(before.role === proposal.pair && before.inPair === null)
  const after = { ...before, active, proposedTo: null, version: version + 1 }
  return changeSeat(viewer, found, { before, after }, needs)
}
