import type { CaseFile } from '../../../case/case-file.ts'
import type { Organisation } from '../../../directory/organisation.ts'
import { words } from '../../../places/normalise.ts'
import type { PlaceRef } from '../../../places/place.ts'
import type { Suggestion } from '../../../routing/suggestion.ts'
import type { Needs } from '../../needs.ts'

/** A name, a place, a number: so few words nobody here can read still answer a question. */
const fewWords = 4

/**
 * Words that never join an ordinary case by themselves, whatever question of ours is open: who reads that case must not read them. They
 * may mean abuse or a danger to life, nobody here can read them, or they name whoever has the case.
 */
export const staysApart = (
  text: string,
  suggestion: Suggestion,
  joined: readonly CaseFile[],
  needs: Pick<Needs, 'programme'>,
): boolean => mayNotJoin(text, suggestion, joined, needs) || (suggestion.unread && words(text).length > fewWords)

/** The same once somebody has understood them. */
export function mayNotJoin(
  text: string,
  { sensitive, level }: Pick<Suggestion, 'sensitive' | 'level'>,
  joined: readonly CaseFile[],
  { programme: { organisations } }: Pick<Needs, 'programme'>,
): boolean {
  const owners = joined.flatMap(({ organisation, handOver }) => [organisation, handOver?.organisation])
  return (
    sensitive ||
    level !== null ||
    organisations.some((one) => owners.includes(one.id) && names(text, one, organisations))
  )
}

/** In fewer words a subject is guessed from one of them: « il manque encore une pièce » tells what is missing, not of what. */
const fewestOfAnother = 6

/**
 * May words that join a case be another complaint? They are about another subject or another place than the case, as it was written and as it
 * was assessed; or, where its subject is not known, a complaint of their own written in the place of a verdict.
 */
export function mayBeOther(
  text: string,
  { category, place, kind }: Suggestion,
  caseFile: CaseFile,
  { programme }: Pick<Needs, 'programme'>,
): boolean {
  const { suggested, status } = caseFile
  const subjects = [caseFile.category, suggested.category].filter((one) => one !== null)
  const isOwn = subjects.length > 0 || (kind === 'complaint' && status === 'answered')
  const isSaid = category !== null && words(text).length >= fewestOfAnother
  if (isSaid && isOwn && !subjects.includes(category)) return true
  const places = [caseFile.place, suggested.place].filter((one) => one !== null)
  return place !== null && places.length > 0 && !places.some((one) => isWithin(place, one) || isWithin(one, place))

  function isWithin(one: PlaceRef | null, whole: PlaceRef): boolean {
    const known = one && programme.gazetteer.find(one)
    if (!known) return false
    const names = [known.ref, ...known.same.map(({ ref }) => ref)]
    return names.some((ref) => ref.system === whole.system && ref.code === whole.code) || isWithin(known.parent, whole)
  }
}

/** Shorter words of a name (« de », « la ») are left out or written otherwise. */
const telling = 3
const tellingIn = (name: string): string[] => words(nameOnly(name)).filter((word) => word.length >= telling)
const nameOnly = (name: string): string => name.replaceAll(/\(.*?\)/g, ' ')

/**
 * Does a text name this organisation: by the words of its name one after the other, without the first where others begin alike (« ONG »),
 * or by letters that are its own?
 */
function names(text: string, { id, name }: Organisation, organisations: readonly Organisation[]): boolean {
  const others = organisations.filter((other) => other.id !== id).flatMap((other) => tellingIn(other.name))
  const own = tellingIn(name)
  const [first = '', ...rest] = own
  const letters = (nameOnly(name).match(/\b\p{Lu}{3,}\b/gu) ?? []).flatMap(words).filter((one) => !others.includes(one))
  const all = ` ${words(text).join(' ')} `
  const said = ` ${tellingIn(text).join(' ')} `
  const isIn = (whole: string, part: readonly string[]) => part.length > 0 && whole.includes(` ${part.join(' ')} `)
  return (
    isIn(said, own) ||
    (rest.length > 1 && others.includes(first) && isIn(all, rest)) ||
    letters.some((one) => isIn(all, [one]))
  )
}
