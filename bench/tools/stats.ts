const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** The value below which `share` (0 to 1) of the values lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const inOrder = sorted(values)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
