import type { Role } from '../case/actor.ts'
import { isPseaDue, type Member } from './member.ts'

/**
 * Whose people may be asked what words mean that no list of ours can read. Never those the words may be about: a partner or an authority
 * acts by what was decided, and a relay lives next to who wrote. Nor who manages the directory: nobody gives this sight to themselves.
 */
const mayBeReader: Readonly<Record<Role, boolean>> = {
  'focal-point': true,
  deputy: true,
  'regional-cluster': true,
  protection: true,
  integrity: true,
  coordinator: true,
  partner: false,
  authority: false,
  relay: false,
  administrator: false,
}

export const mayRead = ({ role, readerOf }: Pick<Member, 'role' | 'readerOf'>): boolean =>
  readerOf.length === 0 || mayBeReader[role]

/** In which languages somebody is asked on that day: none without a training in force. */
export const readsOn = (member: Member, on: string): readonly string[] =>
  member.active && mayBeReader[member.role] && !isPseaDue(member, on) ? member.readerOf : []

/** Who can be asked about a language on that day. */
export const readersOn = (members: readonly Member[], language: string, on: string): readonly Member[] =>
  members.filter((member) => readsOn(member, on).includes(language))

/** Every language some reader can be asked about on that day. */
export const languagesReadOn = (members: readonly Member[], on: string): string[] =>
  [...new Set(members.flatMap((member) => readsOn(member, on)))].toSorted()
