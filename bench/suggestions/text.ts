import { readFileSync } from 'node:fs'

/** One text with what people say it is; several say so of the corpora, one of our own sentences. */
export interface Told {
  source: string
  language: string
  text: string
  labels: readonly Labels[]
}

export interface Labels {
  kind: string
  level: string
  category: string
}

export const isS = ({ level }: Labels): boolean => level.startsWith('S')
export const isN2 = ({ level }: Labels): boolean => level === 'N2'

/** All say so: whoever disagrees makes it neither a find nor a false alarm. */
export const all = ({ labels }: Told, so: (one: Labels) => boolean): boolean => labels.every(so)
export const isOrdinary = (told: Told): boolean => all(told, (one) => !isS(one) && !isN2(one))

/** Records of an RFC 4180 file by column; a field may hold line breaks. */
export function table(file: URL | string): Record<string, string>[] {
  const records: string[][] = [[]]
  for (const [, before = '', quoted, bare = ''] of readFileSync(file, 'utf8').matchAll(
    /(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g,
  )) {
    if (before.includes('\n')) records.push([])
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
  }
  const [columns = [], ...rows] = records.filter((record) => record.length > 1)
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])))
}
