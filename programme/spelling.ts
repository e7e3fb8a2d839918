import type { Sounds } from '../core/places/spelling.ts'

/** French as heard, for those who write as they hear; each on folded words, in this order. */
export const sounds: Sounds = [
  [/ph/g, 'f'],
  [/c(?=[eiy])/g, 's'],
  [/ch/g, 'S'],
  [/qu|c|q/g, 'k'],
  [/dj/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/ou|w/g, 'u'],
  [/h/g, ''],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/eau|au/g, 'o'],
  [/(.)\1+/g, '$1'],
  [/S/g, 'ch'],
]
