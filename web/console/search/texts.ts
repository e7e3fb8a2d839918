/** Why nothing was looked for. */
type Flaw = 'no-from' | 'no-until' | 'period-order' | 'period-long' | 'no-place' | 'no-words'

/** Looking for cases by what is known of them. `{holes}` are filled by the page. */
export interface SearchTexts {
  title: string
  /** Among which cases, by scope. */
  lead: Record<'all' | 'region' | 'organisation' | 'escalated', string>
  /** A few words, read by our lists of subjects and places. */
  words: Record<'label' | 'hint' | 'send' | 'otherwise', string>
  /** The form with everything there is to choose. */
  criteria: string
  period: string
  where: string
  more: string
  send: string
  fields: Record<
    | 'from'
    | 'until'
    | 'place'
    | 'category'
    | 'organisation'
    | 'status'
    | 'level'
    | 'channel'
    | 'kind'
    | 'late'
    | 'satisfaction',
    string
  >
  hints: { period: string; place: string }
  /** Nothing chosen in a list. */
  any: string
  onlyLate: string
  statuses: Record<'open' | 'answered' | 'closed', string>
  unassessed: string
  problems: { title: string } & Record<Flaw, string>
  results: {
    title: string
    none: string
    one: string
    /** `{count}`: all there is; and on this page, when there is more. */
    all: string
    page: string
    /** `{count}` rows were looked at. */
    partly: string
    order: string
    next: string
    start: string
    label: string
  }
  /** What was looked for; `{from}` and `{until}` in `days`. */
  asked: Record<'title' | 'days', string>
  columns: Record<'case' | 'received' | 'about' | 'state' | 'owner', string>
  late: string
  noOrganisation: string
  suggested: string
  noCategory: string
  noPlace: string
  verdict: string
}
