import type { QuietHours } from '../deadlines/quiet-hours.ts'
import type { PlaceRef } from '../places/place.ts'

/** What a programme has been given by operators and partners. Null: not yet, and every text drops the phrase that needs it. */
export interface Settings {
  /** As dialled: `*123#`. */
  ussdCode: string | null
  smsShortCode: string | null
  /** A line where a person answers about this mechanism. */
  helpNumber: string | null
  /** A line that nobody answers: a missed call there is « rappelez-moi ». Set once its gateway reports calls to us. */
  callBackNumber: string | null
  /** Care and protection around the clock, read out at the end of a protection report. */
  emergencyNumber: string | null
  /** The operator has confirmed in writing that nothing is charged; only then does a text say so. */
  freeSmsConfirmed: boolean
  /** Where staff sign in, short enough for an SMS. */
  consoleLink: string | null
  /** The public form as people type it, without `https://`: printed on the poster. */
  webAddress: string | null
  /** Whose name is on mail to staff, an address we may send by; null: no mail is offered. */
  mailFrom: string | null
  /** No SMS leaves in these local hours, except for N2 and replies to the person's own message. */
  quietHours: QuietHours
  /** The only numbers we send SMS to begin with one of these, after the plus. */
  callingCodes: readonly string[]
  /** SMS that may leave in an hour to numbers typed into the public form, all together: what is over it waits, and rings an alarm. */
  typedSmsAnHour: number
  /** SMS that one recipient gets in a day; answers, dates and dangers are not counted out (`policy/purposes.ts`). */
  smsADay: number
  /** What SMS may cost in a month, in the currency of the prices; null: no ceiling. Near it satisfaction is asked no more, at it nobody is reminded. */
  smsCeilingAMonth: number | null
  /** Asked on USSD after « Où est-ce? »: at most eight, four to a screen. */
  ussdPlaces: readonly { label: string; place: PlaceRef }[]
}
