import { findReference } from '../../../channel/read-reference.ts'
import { isOwnText } from '../../../notices/policy/own-text.ts'
import type { ReadingNeeds } from '../../needs.ts'
import type { Said } from './joining.ts'

/**
 * One of our own SMS come back. It says nothing and is answered nothing: two machines would talk to each other for ever. With the number of a case
 * that another phone has it was sent on by somebody.
 */
export function isEcho({ message, sender }: Said, { programme }: ReadingNeeds): boolean {
  if (!isOwnText(message.text, programme)) return false
  const reference = findReference(message.text)?.reference ?? null
  const own = [...sender.live.map((live) => live.reference), ...(sender.older ?? [])]
  return reference === null || own.includes(reference)
}
