/** Entries that read otherwise where a code of theirs says so. */
const variants: readonly (readonly [what: string, code: string, reads: string])[] = [
  ['assigned', 'handOver', 'offered'],
  ['told', 'unconfirmed', 'told-unconfirmed'],
  ['lower-proposed', 'dropped', 'unnaming-proposed'],
]

/** Under which code an entry of the history has its sentence. */
export const happeningOf = (line: Readonly<Record<string, unknown>> & { what: string }): string =>
  variants.find(([what, code]) => line.what === what && Boolean(line[code]))?.[2] ?? line.what
