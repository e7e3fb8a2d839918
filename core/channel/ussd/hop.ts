/** What a session remembers of a hop: never its words. */
export interface SeenHop {
  length: number
  digest: string
}

/**
 * `first`: the dial. `next`: more answers. `repeat`: the hop answered last, again. `stale`: an earlier hop, late.
 * `restart`: a known session with nothing typed. `conflict`: fits nothing seen. `missing-initial`: an unknown session with
 * something typed (a direct dial, or our state is lost).
 */
export type HopClass = 'first' | 'next' | 'repeat' | 'stale' | 'restart' | 'conflict' | 'missing-initial'

/** How a hop reads against those seen before it. */
export interface HopReading {
  is: HopClass
  /** Answer by answer: of a `next` what this hop added, else everything typed in the session. A lost hop makes them several. */
  answers: readonly string[]
  /** The answers from this one on as one text: words may hold what else would part two answers. */
  onward: (from: number) => string
  seen: SeenHop
}

/** One exchange of a USSD session. How a gateway joins what was typed, only its adapter knows. */
export interface UssdHop {
  /** No other gateway's may be the same: one whose ids are bare numbers puts its name before them. */
  sessionId: string
  phone: string
  serviceCode: string
  networkCode: string | null
  arrivedAt: string
  /** `digest` is keyed: what is remembered by it says nothing of the words elsewhere. */
  read: (seen: readonly SeenHop[], digest: (typed: string) => string) => HopReading
}
