/** Whom to call. */
export interface CallsTexts {
  title: string
  lead: string
  /** What is said first, whoever picks up. */
  script: { title: string; lines: readonly string[] }
  columns: Record<'due' | 'case' | 'who' | 'why' | 'tries', string>
  why: Record<'asked' | 'answer' | 'news', string>
  /** `{count}` of `{all}` days, the last on `{day}` at `{at}`. */
  tries: string
  none: string
  /** When to call, in `{words}` of theirs. */
  when: string
  /** `{day}` and `{at}`. */
  by: string
  late: string
  /** A language of somebody who waits, that nobody of those who call is known to speak: `{language}`, `{count}`. */
  nobodySpeaks: string
  empty: string
  inbox: string
  more: string
  /** On a further page: back to the first, and where nothing is left on it. */
  start: string
  end: string
  /** What the links between pages are called. */
  pages: string
  /** Stands behind a count where there are more pages. */
  onPage: string
}
