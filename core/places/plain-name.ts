/**
 * A name as it stands in the middle of sentences: without control characters, and without the marks that turn the direction of all that
 * follows (they come along when a name is copied; Unicode UAX 9, explicit formatting).
 */
export const plainName = (written: string): string =>
  written.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/\p{Cc}+/gu, ' ')
