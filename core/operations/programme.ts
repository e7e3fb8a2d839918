import type { SmsCommands } from '../channel/sms-words.ts'
import type { HearsVerdict } from '../channel/verdict-words.ts'
import type { Languages } from '../language.ts'
import type { WorkingCalendar } from '../deadlines/calendar.ts'
import type { Rulebook } from '../deadlines/rulebook.ts'
import type { Mails } from '../notices/mail/texts.ts'
import type { Messages } from '../notices/messages.ts'
import type { PublicationTexts } from '../notices/publication.ts'
import type { ReadyAnswer } from '../notices/ready-answer.ts'
import type { GatewayChoice } from '../notices/gateway.ts'
import type { Settings } from '../notices/settings.ts'
import type { Category } from '../routing/category.ts'
import type { PairLimits } from '../directory/pair.ts'
import type { Organisation } from '../directory/organisation.ts'
import type { Place } from '../places/place.ts'
import type { IntakePoint } from '../directory/points/intake-point.ts'

/** A country or cluster as data: everything `core/` must be told. Another country is another one of these, not a fork. */
export interface Programme extends Rulebook {
  /** First part of every key in the table. */
  id: string
  /** Every calendar there has been, by version, the one in force among them. */
  calendars: Readonly<Record<string, WorkingCalendar>>
  categories: readonly Category[]
  clusters: readonly { id: string; name: string; topic: string }[]
  organisations: readonly Organisation[]
  /** How many may open protection, and integrity. */
  pairs: PairLimits
  /** Green lines, boxes and desks. */
  intakePoints: readonly IntakePoint[]
  readyAnswers: readonly ReadyAnswer[]
  settings: Settings
  /** Which gateway sends to which numbers. */
  gateways: GatewayChoice
  /** Which are spoken and offered where, and what stands in for what. */
  languages: Languages
  messages: Messages
  /** What one of staff is mailed, in the languages staff work in. */
  mails: Mails
  /** What topics are told, in the language staff work in. */
  publications: PublicationTexts
  /** What kind of place each level is, in the language staff work in. */
  placeLevels: Record<Place['level'] | 'village', string>
  commands: SmsCommands
  hearsVerdict: HearsVerdict
}
