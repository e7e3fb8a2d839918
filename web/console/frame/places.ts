/** Longer than any name a place has. */
export const maxPlaceLength = 120

/** Where a browser gets the names of all places from, and what it says while one types. */
export interface PlaceList {
  href: string
  /** How many fit, and that none does. */
  found: string
  none: string
}

/** What makes a plain field of text find places by a few letters, where there is script: attributes, ready for the page. */
export const findsPlaces = ({ href, found, none }: PlaceList): string => {
  const texts = JSON.stringify({ found, none }).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return ` maxlength="${String(maxPlaceLength)}" data-places="${href}" data-texts="${texts}"`
}
