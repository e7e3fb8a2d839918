import type { FloodSource } from '../../../core/case/codes.ts'
import type { FloodAct, NotTogether, TogetherStep } from '../../../core/routing/together.ts'
import type { Common } from '../frame/common.ts'

/** Several cases of the list at once. `{holes}` are filled by the page. */
export interface TogetherTexts {
  title: Record<TogetherStep, string>
  back: string
  /** Nothing was chosen, or nothing of it can be done. */
  nobody: Record<TogetherStep, string>
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
  flood: FloodTexts
  notDone: string
  /** By the outcome of one case that was not done. */
  why: Record<'stale' | 'unknown' | 'other', string>
}

type FloodGesture = Record<'title' | 'then' | 'send' | 'done', string>

/** What came from one source in great number: `{count}` of cases, `{most}` at a time. */
interface FloodTexts extends Record<FloodAct, FloodGesture> {
  title: Record<FloodSource, string>
  lead: string
  /** `{standing}`, `{aside}` and `{others}`. */
  counts: string
  few: string
  said: string
  times: string
  wordless: string
  none: string
  reason: string
  reasonHint: string
  noReason: string
  left: string
  latest: Record<'title' | 'none', string>
}

export type TogetherWords = Common & { together: TogetherTexts }
