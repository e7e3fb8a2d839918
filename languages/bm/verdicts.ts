import type { VerdictWords } from '../../core/channel/verdict-words.ts'

/** « It is not done », and « still », « until today », « yet », before or behind it. */
const notDone = ['a ma ɲɛ', 'a ma nya', 'a ma dilan', 'a ma dila', 'a ma ɲɛnabɔ', 'a ma labɛn', 'a ma kɛ', 'a ma ban']
const still = ['halisa', 'hali bi', 'fɔlɔ']

/** How people say in Bambara whether it is solved, in either spelling; a draft nobody has checked. */
export const verdictsBm: Partial<VerdictWords> = {
  one: ['kelen', 'kélé'],
  two: ['fila', 'fla'],
  three: ['saba'],
  solved: [
    ...['awo', 'ɔwɔ', 'owo', 'ɔnhɔn', 'onhon', 'a ɲɛna', 'a nyana', 'a ɲɛnabɔra', 'a dilanna', 'a dilala', 'a banna'],
    ...['a labɛnna', 'a kɛra'],
  ],
  partly: ['a yɔrɔ dɔ', 'a fan dɔ', 'dɔɔnin', 'dooni', 'tilancɛ'],
  unsolved: [
    ...['ayi', 'ayi dɛ'],
    ...notDone.flatMap((what) => [what, ...still.flatMap((yet) => [`${what} ${yet}`, `${yet} ${what}`])]),
    ...['foyi ma yɛlɛma', 'fosi ma yɛlɛma', 'foyi ma kɛ', 'fosi ma kɛ', 'a tɛ baara kɛ', 'a tiɲɛnen don'],
    ...['hali bi', 'halisa a tiɲɛnen don'],
  ],
  but: ['nka', 'nga'],
  doubt: ['ma', 'tɛ', 'te', 'foyi', 'fosi', 'hali', 'halisa', 'fɔlɔ', 'dɔrɔn'],
  good: ['ɲɛna', 'nyana', 'dilanna', 'ka ɲi', 'ka nyi', 'kosɛbɛ'],
  before: ['a ko', 'n ko', 'n ka jaabi'],
  reason: ['sabu', 'nka', 'bawo', 'katuguni', 'a', 'an', 'u', 'ji', 'foyi', 'fosi', 'hali', 'halisa', 'i', 'n'],
  polite: [
    'i ni ce',
    'aw ni ce',
    'a ni ce',
    'i ni ce kosɛbɛ',
    'aw ni ce kosɛbɛ',
    'barika',
    'hakɛto',
    'i ni sogoma',
    'basi tɛ',
  ],
}
