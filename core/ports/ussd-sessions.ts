export interface UssdSession {
  id: string
  version: number
  /** Phone fingerprint and service code: a session of another caller is refused. */
  fingerprint: string
  serviceCode: string
  reference: string | null
  /** Conversation state as `channel/ussd/conversation.ts` defines it: codes only. */
  state: unknown
  /** Rendered last screen, given again on a repeat. It may show a reference or an answer, never what was typed. */
  screen: string
  end: boolean
  hops: { length: number; digest: string }[]
  startedAt: string
}

/** A `Commit` writes them. */
export interface UssdSessions {
  find(id: string): Promise<UssdSession | null>
}
