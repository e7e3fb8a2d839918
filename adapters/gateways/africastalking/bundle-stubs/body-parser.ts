/** Stands in for body-parser (iconv-lite and all) in a bundle: the SDK loads it for an Express helper nobody calls. */
export function urlencoded(): never {
  throw new Error('body-parser is left out of this bundle')
}
