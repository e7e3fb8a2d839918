import { addDays } from '../deadlines/calendar.ts'

/** What a gateway said of one SMS to one recipient. */
export type SendResult =
  | { outcome: 'accepted'; gateway: string; gatewayMessageId: string }
  /** `retry`: the gateway may take it later; otherwise a person must look. */
  | { outcome: 'refused'; retry: boolean; reason: string }
  /** The recipient has blocked us at the gateway. */
  | { outcome: 'opted-out' }
  /** No certain answer (time-out, broken connection, unreadable reply): it may have gone out, so it is never simply repeated. */
  | { outcome: 'undecided'; reason: string }

/** The reason of a gateway that has nothing left to send with: sending again brings nothing, a person must buy. */
export const withoutCredit = 'insufficient-balance'

/** What a gateway that is paid in advance still has. */
export interface Credit {
  /** SMS. */
  left: number
  /** When it ends, used up or not; null where nobody says. */
  until: string | null
  /** Fewer left than this, and a person should buy. */
  warnBelow: number
}

/** Should a person buy? Also a week before what is left ends. */
export const runsOut = ({ left, until, warnBelow }: Credit, now: string): boolean =>
  left < warnBelow || (until !== null && until < addDays(now, 7))

/** What is known of one SMS, from our sending and from its deliveries; the state only moves forward, the first final one stays. */
export interface KnownDelivery {
  /** Null where it was stored before an SMS was known by gateway and id. */
  gateway: string | null
  gatewayMessageId: string
  state: 'accepted' | 'sent' | 'delivered' | 'failed'
  /** `opted-out` when the operator says the person blocked us; of one that arrived, `unconfirmed` where only its first part told. */
  reason: string | null
  noticeKey: string | null
  reference: string | null
}

/** The reason of an SMS that never left a phone of ours: SIM, credit or network are ours to mend, and the person is not out of reach. */
export const neverLeft = 'not-sent'

/** The reason of an SMS that counts as arrived though nobody told of all of it: no time of a report, or only the first part's report. */
export const unconfirmed = 'unconfirmed'

/** A long SMS of which a gateway tells part by part: it has arrived with the last of them. */
export const stateOfParts = (arrived: number, of: number): 'sent' | 'delivered' =>
  arrived >= of ? 'delivered' : 'sent'

/** May one gateway have said both? What was stored before its name was written down has none: the id alone says. */
export const maybeSame = (one: { gateway: string | null }, other: { gateway: string | null }): boolean =>
  one.gateway === null || other.gateway === null || one.gateway === other.gateway

/** Which gateway sends to which numbers, by the names of gateways. */
export interface GatewayChoice {
  /** By how a number begins, plus and calling code first (`+223`, `+22376`); where several fit, the longest. */
  byPrefix: Readonly<Record<string, string>>
  otherwise: string
  /** Who may send where it is not its turn: how the numbers begin that it reaches, by name. Without it nobody stands in for anybody. */
  carries?: Readonly<Record<string, readonly string[]>>
  /** What one segment costs, by name; of those that are not named, `otherwise`. */
  prices?: { perSegment: Readonly<Record<string, number>>; otherwise: number; currency: string; confirmed: boolean }
  /** How people call them, by name. */
  called?: Readonly<Record<string, string>>
  /** Whose SMS those are that were stored before one was known by gateway and id; null where there are none. */
  unnamed: string | null
  /** How the fields are called in what a gateway brings, by its name: for those that each organisation names its own way. */
  fields?: Readonly<Record<string, FieldNames>>
}

/** The names a field may have, the first that is there; of a field within another its path, `payload.message`. */
export interface FieldNames {
  sms: Readonly<Record<'from' | 'to' | 'text' | 'id' | 'date', readonly string[]>>
  delivery: Readonly<Record<'id' | 'phone' | 'state', readonly string[]>> & {
    /** What each of its states means to us, in small letters; all others change nothing. */
    states: Readonly<Record<string, 'sent' | 'delivered' | 'failed'>>
  }
}

/** Do we write to numbers that begin so? Elsewhere an SMS may cost many times as much, and some numbers live from it. */
export const isWrittenTo = (phone: string, { callingCodes }: { callingCodes: readonly string[] }): boolean =>
  callingCodes.some((code) => phone.startsWith(`+${code}`))

type Chosen = Pick<GatewayChoice, 'byPrefix' | 'otherwise' | 'carries'>

export function senderFor(phone: string, { byPrefix, otherwise }: Chosen): string {
  const fitting = Object.keys(byPrefix).filter((prefix) => phone.startsWith(prefix))
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0]
  return longest === undefined ? otherwise : (byPrefix[longest] ?? otherwise)
}

/** Every gateway that may be asked to send, by plan or in another's place. */
export const gatewaysIn = ({ byPrefix, otherwise, carries = {} }: Chosen): string[] => [
  ...new Set([otherwise, ...Object.values(byPrefix), ...Object.keys(carries)]),
]
