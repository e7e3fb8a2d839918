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
