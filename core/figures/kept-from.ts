import type { Viewer } from '../case/actor.ts'
import { isKeptFrom } from '../routing/may-see.ts'

/** A key holds at most 1,024 bytes; a longer list of who is kept out is written as `*`: nobody's sum has it. */
const longest = 800

/** Written behind the month in the name of a counter: who the words name, and who has the case (`with:`). Empty: nobody. */
export function keptName(kept: readonly string[]): string {
  if (kept.length === 0) return ''
  const written = `#${[...new Set(kept)].sort().join('+')}`
  return written.length > longest ? '#*' : written
}

/** The month of a counter, or null where its cases are kept from this viewer: figures are authorised exactly like the cases. */
export function monthFor(viewer: Viewer, name: string): string | null {
  const [month = '', kept] = name.split('#')
  if (kept === undefined) return month
  if (kept === '*') return null
  const all = kept.split('+')
  const organisation = all.find((one) => one.startsWith('with:'))?.slice('with:'.length) ?? null
  return isKeptFrom(viewer, { organisation, named: all }) ? null : month
}
