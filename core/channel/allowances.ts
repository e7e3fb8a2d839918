import type { SenderRecord } from './sender-record.ts'

/**
 * What one phone may have or try within a span, each counted apart on its sender item: no answer to a robot keeps another
 * answer from a person.
 */
const allowances = {
  /** The first words back, each by an SMS of its own; the rest stand together in one (`acknowledging.ts`). */
  acknowledgement: { most: 3, hours: 1 },
  /** Those that say where to go now, or nothing at all: they stand alone. */
  'acknowledgement-alone': { most: 10, hours: 1 },
  /** Replies to what a phone asks or says of itself: two robots must not talk to each other for ever. */
  reply: { most: 20, hours: 1 },
  /** Numbers of cases that are nobody's. */
  try: { most: 10, hours: 1 },
  /** Acknowledgements to a number that somebody typed: it may be a stranger's. */
  'acknowledgement-typed': { most: 3, hours: 24 },
} as const
export type Allowance = keyof typeof allowances

/** Two machines may be that far apart. What was spent still later was noted by a clock that has been set back since: it shuts nobody out. */
const clocksApartMs = 5 * 60_000

function spent({ spent: all }: SenderRecord, what: Allowance, now: string): string[] {
  const since = Date.parse(now) - allowances[what].hours * 3_600_000
  const until = Date.parse(now) + 2 * clocksApartMs
  return (all?.[what] ?? []).filter((at) => Date.parse(at) > since && Date.parse(at) <= until)
}

export const mayStill = (sender: SenderRecord, what: Allowance, now: string): boolean =>
  spent(sender, what, now).length < allowances[what].most

/** The record with one more of it. */
export const spend = (sender: SenderRecord, what: Allowance, now: string): SenderRecord => ({
  ...sender,
  spent: { ...sender.spent, [what]: [...spent(sender, what, now), now] },
})
