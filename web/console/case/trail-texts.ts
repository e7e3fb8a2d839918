/** How a step reads that is another one in some cases. */
interface StepSaid {
  title: string
  then: string
  send: string
  done: string
}

/** What a case page tells of everybody else: who had the case, who opened it, what was refused, which cases are like it. */
export interface CaseTrailTexts {
  /** Title of a page whose case is sensitive: what stands in a window's title is read over shoulders. */
  untitled: string
  held: { title: string; lead: string; current: string; offered: string; intake: string; complainant: string }
  refusal: { refused: string; returned: string; noReason: string }
  reads: {
    title: string
    lead: string
    once: string
    several: string
    together: string
    contact: string
    noReason: string
    latest: string
  }
  /** `{used}` and `{all}`: the budget of waiting for the person. */
  pause: string
  /** Reopening what was dismissed. */
  restore: StepSaid
  /** Telling news before there is an answer; `{day}`: by when they hear again. */
  news: StepSaid
  /** The same of a call they asked for. */
  asked: StepSaid
  /** The words of somebody who was spoken with. */
  said: { label: string; hint: string }
  /** Whether words that joined are another complaint. */
  other: { label: string; yes: string; no: string }
  /** Handing over what only a mandated body may work on. */
  toBody: StepSaid
  alike: {
    title: string
    lead: string
    repeated: string
    line: string
    sameWords: string
    join: string
    joinWhich: string
  }
  /** Care and support that the pair offered. */
  help: { taken: string }
  /** `{count}`: so many were dismissed in a day that one more is only proposed. */
  dismissedAlready: string
  /** Beside the number of SMS: what it costs is not known. */
  noPrice: string
}
