import { words } from '../places/normalise.ts'
import type { Gazetteer } from '../places/place.ts'
import { type Lexicon, readList } from './lexicon.ts'
import { type Judge, judged, silent } from './model/judge.ts'
import type { Reason, Suggestion } from './suggestion.ts'

/** What a programme reads words with: places, a list of words and what they mean together, and a model of whole sentences where it has one. */
export interface Reads {
  gazetteer: Gazetteer
  lexicon: Lexicon
  judge: Judge | null
}

interface Found {
  code: string
  words: string[]
}

/** The number of a case or of a phone says nothing. */
const numbers = /\d[\d\s.-]{6,}\d/g

/** Of fewer words the letters say little, and a short reply would be taken for anything. */
const fewestWords = 4

/**
 * What the words of a message suggest, with the reasons; never a decision (design §11, rule 2). The list and the model may each raise:
 * what one of them finds sensitive or dangerous, the other cannot take back.
 */
export function suggest(text: string, { gazetteer, lexicon, judge }: Reads): Suggestion {
  const found = gazetteer.suggest(text)
  const places = found.map(({ place }) => place.ref)
  const named = found.flatMap(({ words }) => words)
  const list = readList(text, lexicon)
  const isSensitive = ({ code }: Found): boolean => lexicon.sensitive.includes(code)
  const listed = list.codes.find(isSensitive) ?? list.codes[0] ?? null
  const said = text.replaceAll(numbers, ' ')
  const isShort = words(said).filter((word) => /\p{L}/u.test(word)).length < fewestWords
  const model = list.isIdle || isShort || judge === null ? silent : judged(judge, said, list.codes, named)
  const harms = together([...list.codes.filter(isSensitive), model.sensitive])
  // Of words nobody here can read the model may warn, but says by chance what they are about.
  const unread = list.isUnread(named)
  const isAlone = judge === null || unread
  // What the list finds sensitive is about that; otherwise the model knows more ways to say a thing than any list.
  const isHarm = listed !== null && isSensitive(listed) && !(model.category && isSensitive(model.category))
  const read = isAlone || isHarm ? listed : model.category
  const category = read?.code === listed?.code ? listed : read
  const [danger = null] = together([list.danger, model.danger])
  const kind = isAlone || list.kind?.code === 'rumour' ? list.kind : (model.kind ?? list.kind)
  const because = (what: Reason['what'], one: Found | null): Reason[] =>
    one ? [{ what, code: one.code, words: one.words }] : []
  return {
    place: places.length === 1 ? (places[0] ?? null) : null,
    places,
    category: category?.code ?? null,
    kind: kind?.code ?? null,
    sensitive: harms.length > 0,
    level: danger ? 'N2' : null,
    unread,
    why: [
      ...found.map(({ place, words, village }) => ({
        what: 'place' as const,
        code: place.ref.code,
        words: [words.join(' '), ...(village === null ? [] : [village])],
      })),
      ...because('category', category),
      ...because('kind', kind),
      ...because('level', danger),
      ...harms.flatMap((one) => because('sensitive', one)),
    ],
  }
}

/** One of each code, with all the words that were found for it. */
function together(found: readonly (Found | null)[]): Found[] {
  const byCode = new Map<string, string[]>()
  for (const one of found) if (one) byCode.set(one.code, [...(byCode.get(one.code) ?? []), ...one.words])
  return [...byCode].map(([code, words]) => ({ code, words: [...new Set(words)] }))
}
