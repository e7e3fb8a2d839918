import { wordsWithPlace } from './normalise.ts'
import { cueOf } from './place-cues.ts'
import { indexNames } from './place-names.ts'
import type { Evidence, Name, PlaceNaming } from './place-names.ts'
import type { Place } from './place.ts'
import { distance, lacksMore, lettersIn, sound, tolerance } from './spelling.ts'

type Likeness = 'exact' | 'heard' | 'near'
interface Found {
  name: Name
  likeness: Likeness
  count: number
}
export interface PlaceHit {
  places: Place[]
  words: string[]
  /** Which words of the text. */
  from: number
  to: number
  /** Where in it, as the text says. */
  village: string | null
  /** Higher is surer. */
  score: number
}

/** A name as what was written may have meant it. */
interface Candidate {
  name: Name
  order: number
  tolerated: number
  letters: number
}

const longest = 4
/** Where something happened is said early; a text may be as long as its writer likes. */
const mostWords = 400
const rank = { exact: 6, heard: 3, near: 0 }
const near = { one: 5, two: 9 }
const evidences: Evidence[] = [1, 2, 3]

/** Which names a text holds, longest first at each word. Pure; the index is made once. */
export function placeFinder(places: Place[], spellings: string[][], naming: PlaceNaming): (text: string) => PlaceHit[] {
  const names = indexNames(places, spellings, naming)
  const byLetters = new Map(names.map((name) => [name.letters, name]))
  const byHeard = new Map(names.map((name) => [name.heard, name]))
  const candidates = names.map((name, order): Candidate => {
    return { name, order, tolerated: toleranceOf(name), letters: lettersIn(name.heard) }
  })
  // A misspelling begins as the name does and is hardly longer or shorter: only such names are compared letter by letter.
  const byShape = Map.groupBy(candidates, ({ name: { heard } }) => `${heard.charAt(0)}${heard.length}`)
  const doubtful = new Map(evidences.flatMap((one) => (naming.doubtful[one] ?? []).map((name) => [name, one])))
  const notPlaces = new Set(naming.notPlaces)

  function lookUp(letters: string, count: number): Found | undefined {
    const fits = (name: Name | undefined) => name && (count === 1 || count === name.parts || letters.length >= near.two)
    const exact = byLetters.get(letters)
    if (exact && fits(exact)) return { name: exact, likeness: 'exact', count }
    if (letters.length < near.one || notPlaces.has(letters)) return undefined
    const heard = sound(letters, naming.sounds)
    const alike = byHeard.get(heard)
    if (alike && alike.heard.length >= 5 && fits(alike)) return { name: alike, likeness: 'heard', count }
    const close = closest(heard, letters, count)
    return close && { name: close, likeness: 'near', count }
  }

  /** The name with the fewest wrong letters; of equals, the one that stands first. */
  function closest(heard: string, letters: string, count: number): Name | undefined {
    const most = tolerance(letters.length, near)
    const said = lettersIn(heard)
    let best: { candidate: Candidate; wrong: number } | undefined
    for (let length = heard.length - most; length <= heard.length + most; length++) {
      for (const candidate of alikeIn(heard.charAt(0), length)) {
        const { name, order } = candidate
        const allowed = Math.min(most, candidate.tolerated)
        if (allowed === 0 || (count !== name.parts && (count > 1 || name.parts === 1))) continue
        if (lacksMore(said, candidate.letters, allowed) || lacksMore(candidate.letters, said, allowed)) continue
        const wrong = distance(heard, name.heard, allowed)
        const isBetter = !best || wrong < best.wrong || (wrong === best.wrong && order < best.candidate.order)
        if (wrong <= allowed && isBetter) best = { candidate, wrong }
      }
    }
    return best?.candidate.name
  }
  const alikeIn = (initial: string, length: number): readonly Candidate[] => byShape.get(`${initial}${length}`) ?? []

  return (text) => {
    const run = wordsWithPlace(text, mostWords)
    const hits: PlaceHit[] = []
    const lookedUp = new Map<string, Found | undefined>()
    /** What the same words were found to mean before. */
    function meant(letters: string, count: number): Found | undefined {
      const asked = `${count} ${letters}`
      if (!lookedUp.has(asked)) lookedUp.set(asked, lookUp(letters, count))
      return lookedUp.get(asked)
    }
    for (let at = 0; at < run.length; at++) {
      const joined = ['']
      for (const { word } of run.slice(at, at + longest)) joined.push(`${joined.at(-1) ?? ''}${word}`)
      for (let count = joined.length - 1; count > 0; count--) {
        const found = meant(joined[count] ?? '', count)
        if (!found) continue
        const cue = cueOf(text, run, at, count, naming)
        if (cue.evidence < needed(found, doubtful)) continue
        const raw = run.slice(at, at + count).map((word) => word.raw)
        const places = atLevel(found.name.places, cue.level)
        hits.push({
          places,
          words: raw,
          from: at,
          to: at + count,
          village: null,
          score: rank[found.likeness] + cue.evidence,
        })
        at += count - 1
        break
      }
    }
    return hits
  }
}

/**
 * The evidence a match needs: none for a town written right, an announcing word for half a commune. `short` and `long`
 * are for names of up to 6 letters and of more; a cercle or region is named far more often than a commune.
 */
const needs: Record<Likeness, Record<'town' | 'commune', { short: Evidence; long: Evidence }>> = {
  exact: { town: { short: 0, long: 0 }, commune: { short: 0, long: 0 } },
  heard: { town: { short: 0, long: 0 }, commune: { short: 2, long: 0 } },
  near: { town: { short: 0, long: 0 }, commune: { short: 3, long: 2 } },
}

function needed({ name, likeness }: Found, doubtful: Map<string, Evidence>): Evidence {
  const known = doubtful.get(name.letters)
  if (known !== undefined) return likeness === 'exact' ? known : 3
  const size = name.letters.length
  if (size <= 4 && name.communeOnly) return 1
  return needs[likeness][name.communeOnly ? 'commune' : 'town'][size <= 6 ? 'short' : 'long']
}

const toleranceOf = ({ letters, heard }: Name): number =>
  Math.min(tolerance(letters.length, near), tolerance(heard.length, near))

/** Without a level word: the cercle, else the region, else every commune of that name. */
function atLevel(places: Place[], level: Place['level'] | null): Place[] {
  const order: Place['level'][] = level ? [level, 'cercle', 'region', 'commune'] : ['cercle', 'region', 'commune']
  const chosen = order.find((wanted) => places.some((place) => place.level === wanted))
  return places.filter((place) => place.level === chosen)
}
