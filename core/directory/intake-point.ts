import type { Channel } from '../channel/message.ts'
import type { Label } from '../language.ts'
import type { PlaceRef } from '../places/place.ts'

/** Where people speak without writing to us themselves: a green line, a box, a desk, a partner's own mechanism. */
export interface IntakePoint {
  /** All that a history keeps: never words or a number. */
  code: string
  name: string
  /** Id of the organisation that runs it. */
  organisation: string
  channel: Extract<Channel, 'call' | 'box' | 'face' | 'partner'>
  /** Null where it serves more than one place, or the whole country. */
  place: PlaceRef | null
  /** When it is answered or emptied, in the words of staff. */
  hours: Label
  /** What is spoken there, the most usual first. */
  languages: readonly [string, ...string[]]
}
