/** What a table says of a word that came from outside, which may also be the name of a member of every object (`constructor`). */
export const valueIn = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined
