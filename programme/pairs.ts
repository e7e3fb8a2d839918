import type { PairLimits } from '../core/directory/pair.ts'

/** Two work protection, two integrity; two more of each are named to stand in. */
export const pairs: PairLimits = { members: 2, standIns: 2 }
