import type { Word } from './normalise.ts'
import type { Evidence, PlaceNaming } from './place-names.ts'
import type { Place } from './place.ts'

const levels: Place['level'][] = ['region', 'cercle', 'commune']

/** What the words around a name say of it: that it is one, and of which level. */
export function cueOf(
  text: string,
  run: Word[],
  at: number,
  count: number,
  naming: PlaceNaming,
): { level: Place['level'] | null; evidence: Evidence } {
  const word = (index: number) => run[index]?.word ?? ''
  const isSmall = (one: string) => naming.small.includes(one)
  const before = [word(at - 1), isSmall(word(at - 1)) ? word(at - 2) : '']
  // « Gao région », but not « Bamba, cercle de Bourem ».
  const after = isSmall(word(at + count + 1)) ? '' : word(at + count)
  const level = levels.find((one) => [...before, after].some((cue) => naming.levelWords[one].includes(cue))) ?? null
  if (level !== null || before.some((cue) => naming.announcing.includes(cue))) return { level, evidence: 3 }
  if (isWrittenAsName(text, run[at], run[at + count - 1])) return { level, evidence: 2 }
  return { level, evidence: isSmall(word(at - 1)) ? 1 : 0 }
}

/** A capital where a sentence does not ask for one, in a text that is not all capitals. */
function isWrittenAsName(text: string, first: Word | undefined, last: Word | undefined): boolean {
  if (!first || !last || !/^\p{Lu}\P{Lu}/u.test(first.raw)) return false
  const opens = /(^|[.!?\n])\s*$/u.test(text.slice(Math.max(0, first.at - 8), first.at))
  const end = last.at + last.raw.length
  return !opens || /^\s*[:,]/.test(text.slice(end, end + 8))
}
