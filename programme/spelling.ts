import type { Sounds } from '../core/places/spelling.ts'

/** French as heard, for those who write as they hear; each on folded words, in this order. */
export const sounds: Sounds = [
  [/ph/g, 'f', 'p'],
  [/c(?=[eiy])/g, 's', 'c'],
  [/ch/g, 'S', 'c'],
  [/qu|c|q/g, 'k', 'qc'],
  [/dj/g, 'j', 'd'],
  [/g(?=[eiy])/g, 'j', 'g'],
  [/gu(?=[eiy])/g, 'g', 'g'],
  [/ou|w/g, 'u', 'ow'],
  [/h/g, '', 'h'],
  [/y/g, 'i', 'y'],
  [/z/g, 's', 'z'],
  [/eau|au/g, 'o', 'a'],
  [/(.)\1+/g, '$1'],
  [/S/g, 'ch', 'S'],
]
