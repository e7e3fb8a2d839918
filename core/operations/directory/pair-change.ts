import type { Role, Viewer } from '../../case/actor.ts'
import type { Member } from '../../directory/member.ts'
import type { PairWhy } from '../../directory/pair.ts'
import { type PairRecord, recordAfter } from '../../directory/pair-record.ts'
import type { PairName } from '../../directory/seat.ts'
import { auditLine, changesBetween, type DirectoryNeeds } from './change.ts'
import { tellPair } from './tell-pair.ts'

export type PairOutcome =
  | { is: 'done'; id: string; ends?: boolean }
  | { is: 'unknown' }
  | { is: 'invalid'; fields: readonly string[] }
  | { is: 'refused'; why: PairWhy }
  | { is: 'stale' }

/** Whoever works for somebody absent is here what they are themselves. */
export const asThemselves = ({ person, role, standsFor }: Viewer): { person: string; role: Role } => ({
  person,
  role: standsFor?.ownRole ?? role,
})

/** What was decided on: the record as it was read before the people. */
export interface Decided {
  record: PairRecord
  members: readonly Member[]
}

export async function readPair(pair: PairName, { directory }: Pick<DirectoryNeeds, 'directory'>): Promise<Decided> {
  // In this order: who changed a seat since the record was read is found by its version.
  const record = await directory.pairRecord(pair)
  return { record, members: await directory.members() }
}

/** Everybody as they are after a change of one. */
export const withChanged = (members: readonly Member[], after: Member): Member[] => [
  ...members.filter(({ id }) => id !== after.id),
  after,
]

const said = (member: Member | null): string | null =>
  member?.proposedTo ? 'proposed' : member?.inPair ? (member.inPair.leavingAt ? 'leaving' : member.inPair.as) : null

/** Writes a change of a seat, once it is told, if nobody changed another seat of this pair meanwhile. */
export async function changeSeat(
  viewer: Viewer,
  { record, members }: Decided,
  { before, after }: { before: Member | null; after: Member },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const { directory, now } = needs
  const { pair } = record
  const [from, to] = [said(before), said(after)]
  const trained = changesBetween<Member>(before, after, ['pseaOn'])
  const changes = [...(from === to ? [] : [{ field: pair, from, to }]), ...trained]
  const what = before ? 'person-changed' : 'person-added'
  // Told first: nobody gets a seat the pair has not heard of, whatever breaks in between.
  await tellPair(pair, `${after.id}-${after.version}`, needs)
  const outcome = await directory.write({
    person: { version: before?.version ?? null, member: after },
    pair: recordAfter(record, withChanged(members, after), now),
    audit: [auditLine(viewer, now, { what, about: `person:${after.id}`, changes })],
  })
  return outcome === 'done' ? { is: 'done', id: after.id } : { is: 'stale' }
}
