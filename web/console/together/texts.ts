import type { NotTogether, TogetherStep } from '../../../core/routing/together.ts'
import type { Common } from '../frame/common.ts'

/** Several cases of the list at once. `{holes}` are filled by the page. */
export interface TogetherTexts {
  title: Record<TogetherStep, string>
  back: string
  /** Nothing was chosen, or nothing of it can be done. */
  nobody: string
  columns: Record<'case' | 'about' | 'state', string>
  lead: string
  left: string
  then: string
  consequences: Record<TogetherStep, readonly string[]>
  /** More than `{most}` are dismissed by two. */
  waits: string
  refused: { title: string } & Record<NotTogether, string>
  fields: Record<'organisation' | 'choose' | 'reason' | 'reasonHint', string>
  /** `{count}` of cases. */
  send: Record<TogetherStep, string>
  done: Record<TogetherStep | 'waits', string>
  notDone: string
  /** By the outcome of one case that was not done. */
  why: Record<'stale' | 'unknown' | 'other', string>
}

export type TogetherWords = Common & { together: TogetherTexts }
