import type { Reason } from '../../../core/routing/suggestion.ts'

interface PlaceCode {
  system: string
  code: string
}

/** One line of the history: `what`, who and when, and whatever codes belong to it. */
export interface HistoryLine {
  at: string
  what: string
  by: { role: string; person: string | null }
  words?: string
  [code: string]: unknown
}

export interface NoticeLine {
  template: string
  to: string
  state: string
  sendAt: string
  attempts: number
  resent: boolean
}

/** What `GET /api/cases/{reference}` says, as far as this page shows it. */
export interface CaseView {
  reference: string
  version: number
  status: string
  lane: 'N' | 'P' | 'S1' | 'S2'
  level: string | null
  kind: string
  channel: string
  category: string | null
  categoryLabel: string | null
  place: PlaceCode | null
  placeName: string | null
  owner: string | null
  nextAction: string | null
  organisation: string | null
  handOver: unknown
  named: string[]
  waiting: unknown
  mergedInto: string | null
  promisedAt: string | null
  informedAt: string | null
  informedHow: string | null
  informedUnconfirmed: boolean
  satisfaction: number | null
  danger: string | null
  person: string | null
  disability: string | null
  text: string | null
  readyAnswer?: string | null
  suggested: {
    category: string | null
    place: PlaceCode | null
    placeName: string | null
    sensitive: boolean
    why: { what: Reason['what']; code: string; name: string | null; words: string[] }[]
  }
  contact: { consent: string; phone: string | null; callMe: boolean }
  history: HistoryLine[]
  notices: NoticeLine[]
  /** Steps this role may take now. */
  steps: string[]
}

/** Takes one step on the open case. */
export type Act = (step: string, body: Record<string, unknown>) => Promise<void>
