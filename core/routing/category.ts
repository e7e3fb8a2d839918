import type { Lane, Level } from '../case/level.ts'
import type { Kind } from '../channel/message.ts'
import type { Label } from '../language.ts'

/** One row of a programme's code list (design §15). */
export interface Category {
  code: string
  label: Label
  /** What people usually say of it: orders a list, never limits it. */
  kinds: readonly Kind[]
  /** Proposed when a person assesses. */
  level: Level
  /** Who usually answers: a hint for the focal point. */
  owner: Label
  lane: Lane
}
