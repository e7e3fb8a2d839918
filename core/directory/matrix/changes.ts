import { presenceKey } from './matrix.ts'
import type { Presence } from '../presence.ts'

/** What a file would do. `whole`: what is not in it any more is removed. */
export interface MatrixChanges {
  added: Presence[]
  changed: { from: Presence; to: Presence }[]
  removed: Presence[]
  same: number
  /** What there is afterwards. */
  next: Presence[]
}

export function matrixChanges(
  before: readonly Presence[],
  lines: readonly Presence[],
  { whole }: { whole: boolean },
): MatrixChanges {
  const known = new Map(before.map((line) => [presenceKey(line), line]))
  const given = new Set(lines.map(presenceKey))
  const gone = before.filter((line) => !given.has(presenceKey(line)))
  const changed = lines.flatMap((to) => {
    const from = known.get(presenceKey(to))
    return from && (from.fromOn !== to.fromOn || from.untilOn !== to.untilOn) ? [{ from, to }] : []
  })
  const added = lines.filter((line) => !known.has(presenceKey(line)))
  const next = [...(whole ? [] : gone), ...lines].toSorted((a, b) => (presenceKey(a) < presenceKey(b) ? -1 : 1))
  return { added, changed, removed: whole ? gone : [], same: lines.length - added.length - changed.length, next }
}
