/** Visits all items, at most `width` at a time, in their order. Rejects when a visit does. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  visit: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await visit(item)
    }),
  )
}

export type InTurn = (who: string, run: () => Promise<void>) => Promise<void>

/** Runs one after the other what is for the same one, whoever asks; the others need not wait. */
export function turns(): InTurn {
  const last = new Map<string, Promise<void>>()
  return (who, run) => {
    const mine = (last.get(who) ?? Promise.resolve()).then(run, run)
    last.set(who, mine)
    return mine
  }
}
