import { say } from '../../say.ts'
import type { Common } from './common.ts'
import { type Here, spellDay, spellTime } from './when.ts'

/** The words for a code; a code without words is shown as it is. */
export const inWords = (list: Readonly<Record<string, string>>, code: string): string => list[code] ?? code

export const day = (at: string, here: Here, { when }: Pick<Common, 'when'>): string => spellDay(at, here, when)
export const hour = (at: string, here: Here, { when }: Pick<Common, 'when'>): string => spellTime(at, here, when)

export function ownerInWords(
  { code, name }: { code: string; name: string | null },
  { codes: { owners } }: Pick<Common, 'codes'>,
): string {
  if (name === null) return inWords(owners, code)
  return code.startsWith('region:') ? say(owners['region'] ?? '{name}', { name }) : name
}
