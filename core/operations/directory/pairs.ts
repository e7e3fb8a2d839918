import * as z from 'zod/mini'
import type { Role, Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { type Member, newMember } from '../../directory/member.ts'
import { mayConfirm, mayPropose, type PairWhy, seatedIn, seatRefused } from '../../directory/pair.ts'
import { pairNames, type PairName, seatKinds } from '../../directory/seat.ts'
import { plainName } from '../../places/plain-name.ts'
import { auditLine, type DirectoryNeeds } from './change.ts'
import { tellPair } from './tell-pair.ts'

export type PairOutcome =
  | { is: 'done'; id: string }
  | { is: 'unknown' }
  | { is: 'invalid'; fields: readonly string[] }
  | { is: 'refused'; why: PairWhy }
  | { is: 'stale' }

const Named = z.object({
  pair: z.enum(pairNames),
  id: z.string().check(z.regex(/^[a-z0-9][\w.@:-]{0,99}$/i)),
  /** Of somebody the directory knows, it is that of the directory. */
  name: z.string().check(z.overwrite(plainName), z.trim(), z.minLength(1), z.maxLength(80)),
  as: z.enum(seatKinds),
  woman: z.boolean(),
  pseaOn: z.iso.date(),
})

/** Whoever works for somebody absent is here what they are themselves. */
const asThemselves = ({ person, role, standsFor }: Viewer): { person: string; role: Role } => ({
  person,
  role: standsFor?.ownRole ?? role,
})

/** The pairs somebody may look into, with who is in them and who is named for them. */
export async function pairsFor(viewer: Viewer, { directory }: Pick<DirectoryNeeds, 'directory'>) {
  const self = asThemselves(viewer)
  if (self.role !== 'administrator' && !pairNames.some((pair) => pair === self.role)) return []
  const members = await directory.members()
  return pairNames
    .filter((pair) => mayPropose(self, pair, members))
    .map((pair) => ({
      pair,
      seated: seatedIn(pair, members),
      waiting: members
        .filter(({ proposedTo }) => proposedTo?.pair === pair)
        .map((member) => ({ member, confirms: mayConfirm(self, member, members) })),
    }))
}

async function written(
  viewer: Viewer,
  pair: PairName,
  { before, after }: { before: Member | null; after: Member },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const { directory, now } = needs
  const said = (member: Member | null) => (member?.proposedTo ? 'proposed' : member?.inPair ? member.inPair.as : null)
  const changes = [{ field: pair, from: said(before), to: said(after) }]
  const what = before ? 'person-changed' : 'person-added'
  // Told first: nobody gets a seat the pair has not heard of, whatever breaks in between.
  await tellPair(pair, `${after.id}-${after.version}`, needs)
  const outcome = await directory.write({
    person: { version: before?.version ?? null, member: after },
    audit: [auditLine(viewer, now, { what, about: `person:${after.id}`, changes })],
  })
  return outcome === 'done' ? { is: 'done', id: after.id } : { is: 'stale' }
}

/** Names somebody for a seat: with a training in force, and while there is room. It opens nothing yet. */
export async function proposeSeat(viewer: Viewer, body: unknown, needs: DirectoryNeeds): Promise<PairOutcome> {
  const read = z.safeParse(Named, body)
  if (!read.success) return { is: 'invalid', fields: read.error.issues.map(({ path }) => String(path[0])) }
  const { directory, programme, now } = needs
  const { pair, id, name, as, woman, pseaOn } = read.data
  const members = await directory.members()
  if (!mayPropose(asThemselves(viewer), pair, members)) return { is: 'unknown' }
  const before = members.find((one) => one.id === id) ?? null
  if (id === viewer.person) return { is: 'refused', why: 'own' }
  if (before?.role === 'administrator') return { is: 'refused', why: 'administrator' }
  if (before?.proposedTo || (before?.active && before.inPair)) return { is: 'refused', why: 'taken' }
  const why = seatRefused({ id, pseaOn }, { pair, as, woman }, { members, limits: programme.pairs, on: dayOf(programme.calendar, now) }) // prettier-ignore
  if (why) return { is: 'refused', why }
  const known = before ?? { ...newMember({ id, name, role: pair }), version: 0 }
  const proposedTo = { pair, as, woman, by: viewer.person, at: now }
  return written(viewer, pair, { before, after: { ...known, pseaOn, proposedTo, version: known.version + 1 } }, needs)
}

/** A second person confirms: from now on it opens the door. Everything is looked at again, for days have passed. */
export async function confirmSeat(
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const { directory, programme, now } = needs
  const members = await directory.members()
  const before = members.find((one) => one.id === id)
  const self = asThemselves(viewer)
  if (!before?.proposedTo || !mayPropose(self, before.proposedTo.pair, members)) return { is: 'unknown' }
  if (before.version !== version) return { is: 'stale' }
  const { pair, as, woman } = before.proposedTo
  if (!mayConfirm(self, before, members)) return { is: 'refused', why: 'not-yours' }
  const on = dayOf(programme.calendar, now)
  const why = seatRefused(before, before.proposedTo, { members, limits: programme.pairs, on })
  if (why) return { is: 'refused', why }
  const how = seatedIn(pair, members).length > 0 ? 'member' : 'administrators'
  const seat = { inPair: { as, woman, how, at: now }, proposedTo: null } as const
  const after: Member = { ...before, role: pair, active: true, focalFor: null, ...seat, version: version + 1 }
  return written(viewer, pair, { before, after }, needs)
}

/** Takes a proposal back: whoever could make or confirm one. */
export async function declineSeat(
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const members = await needs.directory.members()
  const before = members.find((one) => one.id === id)
  if (!before?.proposedTo || !mayPropose(asThemselves(viewer), before.proposedTo.pair, members))
    return { is: 'unknown' }
  if (before.version !== version) return { is: 'stale' }
  const { pair } = before.proposedTo
  // Who was added for the seat alone is nobody without it.
  const active = before.active && !(before.role === pair && before.inPair === null)
  return written(viewer, pair, { before, after: { ...before, active, proposedTo: null, version: version + 1 } }, needs)
}
