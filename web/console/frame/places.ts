/** Longer than any name a place has. */
export const maxPlaceLength = 120

/** Where a browser gets the names of all places from, and what it says while one types. */
export interface PlaceList {
  href: string
  /** Where the villages of one cercle are: `{cercle}` is its code. */
  villages: string
  /** How many fit, and that none does. */
  found: string
  none: string
  /** `{count}` villages of the cercle in the field. */
  ofCercle: string
}

/** What makes a plain field of text find places by a few letters, where there is script: attributes, ready for the page. */
export const findsPlaces = ({ href, villages, found, none, ofCercle }: PlaceList): string => {
  const texts = JSON.stringify({ found, none, villages: ofCercle }).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return ` maxlength="${String(maxPlaceLength)}" data-places="${href}" data-villages="${villages}" data-texts="${texts}"`
}
