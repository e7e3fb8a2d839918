import type { Channel } from '../core/channel/message.ts'

type Words = Readonly<Record<string, string>>

/** Codes as staff read them. A code without words is shown as it is. `{holes}` are filled, `[…]` is dropped with an empty hole. */
export interface CodeTexts {
  statuses: Words
  levels: Words
  clocks: Words
  actions: Words
  owners: Words
  ladder: readonly string[]
  happenings: Words
  people: Words
  templates: Words
  kinds: Words
  channels: Words
  consents: Words
  outcomes: Words
  /** Of a call that did not reach the person. */
  results: Words
  hows: Words
  waitingFor: Words
  taken: Words
  parts: Words
  satisfaction: Words
  /** For whom somebody speaks. */
  onBehalf: Readonly<Record<'self' | 'other' | 'group', string>>
  /** At the head of a line: « Boîte à plaintes ». */
  channelNames: Readonly<Record<Channel, string>>
  /** A language that is not here goes by what its speakers call it. */
  languages: Words
}
