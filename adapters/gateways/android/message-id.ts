/**
 * The id we give an SMS ends in how many parts it leaves in: the phone tells of each that arrived, under this id alone, and never how many
 * there are. At most 36 characters.
 */
export const idWithParts = (uuid: string, parts: number): string => `${uuid.replaceAll('-', '')}-${String(parts)}`

/** One where the id is not ours. */
export const partsIn = (id: string): number => Number(/^[\da-f]{32}-(\d{1,3})$/.exec(id)?.[1] ?? 1)
