/** Whom one may play; « -2 » is the second of a pair. */
export const practiceParts = [
  'focal-point',
  'deputy',
  'regional-cluster',
  'partner',
  'coordinator',
  'authority',
  'integrity',
  'integrity-2',
  'protection',
  'protection-2',
] as const
export type PracticePart = (typeof practiceParts)[number]

/** Practice on made-up cases, marked on every page. */
export interface PracticeTexts {
  /** Before every title. */
  mark: string
  /** In the menu under one's name. */
  enter: string
  banner: { label: string; text: string; playing: string; change: string; leave: string }
  title: string
  lead: string
  rules: readonly string[]
  parts: Record<PracticePart, { name: string; tries: string }>
  choose: string
  start: string
  play: string
  again: string
  /** `{day}`: when they go by themselves. */
  againHint: string
  back: string
  sms: {
    /** `{count}` */
    title: string
    none: string
    /** `{template}`, `{day}`, `{time}` */
    at: string
    later: string
    one: string
    several: string
    note: string
  }
}
