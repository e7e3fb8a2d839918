/** What is kept of how somebody who was invited hears of it; gone once they have signed in, or after `keptDays`. */
export interface Invitation {
  /** Of the member who waits (`member.ts`). */
  id: string
  /** Their number, sealed for `invitedAs`. */
  sealedPhone: string
  /** Its keyed digest, as a phone is known by everywhere: a list that corrects it is told from one that repeats it. */
  phoneKey: string
  /** SMS called for so far, and when the last was. */
  sent: number
  sentAt: string | null
}

/** Whom the number of somebody invited is sealed for. */
export const invitedAs = (id: string): string => `invited:${id}`

/** A number nobody came with is not kept for ever. */
export const keptDays = 90

const most = 3
const dayMs = 86_400_000

/** Once, and again a day later where nobody came: three times in all, so that a list pressed again troubles nobody. */
export const mayCallAgain = ({ sent, sentAt }: Invitation, now: string): boolean =>
  sent < most && (sentAt === null || Date.parse(now) - Date.parse(sentAt) >= dayMs)

/**
 * How far an invitation is. `taken`: they have signed in. `protocol`: their organisation has none recorded, so no account opens. `ready`: nothing
 * has left yet. Then what became of the last SMS: `stopped` where that phone wants none, `unknown` where nobody knows whether it left.
 */
export type InvitationState =
  | ('taken' | 'protocol' | 'ready')
  | ('leaving' | 'sent' | 'delivered' | 'unconfirmed' | 'unknown' | 'stopped' | 'failed')

/** What decides how somebody is told. `canSay`: where to sign in is known. */
interface Reach {
  hasNumber: boolean
  canSay: boolean
  state: InvitationState
}

/** How an invitation leaves Jaabi: the first way that is there for somebody. */
const ways = {
  sms: ({ hasNumber, canSay, state }: Reach) => hasNumber && canSay && state !== 'stopped' && state !== 'failed',
  slip: () => true,
}
export type InvitationWay = keyof typeof ways
export const wayOf = (reach: Reach): InvitationWay =>
  (Object.keys(ways) as InvitationWay[]).find((way) => ways[way](reach)) ?? 'slip'
