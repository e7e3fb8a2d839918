/** How many times as long one thing takes as another, in the same moment on the same machine: the quickest of three turns each. */
export function timesAsLong(hard: () => unknown, plain: () => unknown): number {
  const quickest = (work: () => unknown): number =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const from = performance.now()
        work()
        return performance.now() - from
      }),
    )
  return quickest(hard) / quickest(plain)
}
