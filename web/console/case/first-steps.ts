import type { Step } from '../../../core/case/status.ts'

/** Steps that are the thing to do now, by next action; all others are put away. */
export const firstSteps: Readonly<Record<string, readonly Step[]>> = {
  assess: ['say-meaning', 'assess'],
  assign: ['assign', 'act', 'answer'],
  act: ['act', 'answer'],
  answer: ['answer'],
  tell: ['told'],
  judge: ['judge'],
  'sort-other': ['split'],
  'sort-reply': ['join', 'assess'],
  'read-reply': ['answer', 'ask', 'note'],
  call: ['told', 'answer'],
  visit: ['told'],
  wait: ['resume'],
  refer: ['refer'],
  receipt: ['receipt'],
  'confirm-receipt': ['confirm'],
  'confirm-level': ['confirm'],
  accept: ['accept', 'refuse'],
}
