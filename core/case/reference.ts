import { checkDigits } from '../channel/read-reference.ts'

export { isReference, readReference } from '../channel/read-reference.ts'

/**
 * A new reference number: eight random digits and two that check them (design §4). Not a secret, and perhaps taken: put
 * it only if free. `random` gives numbers from 0 up to, not including, 1.
 */
export function newReference(random: () => number): string {
  const eight = Array.from({ length: 8 }, () => Math.floor(random() * 10)).join('')
  return eight + checkDigits(eight)
}

/** For pages: `4829 1379 20`, with blanks that never break. SMS and USSD write it unspaced. */
export const grouped = (reference: string): string =>
  [reference.slice(0, 4), reference.slice(4, 8), reference.slice(8)].filter((part) => part !== '').join('\u00a0')
