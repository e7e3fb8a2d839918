/** What is kept of how somebody who was invited hears of it; gone once they have signed in, or after `keptDays`. */
export interface Invitation {
  /** Of the member who waits (`member.ts`). */
  id: string
  /** Their number, sealed for `invitedAs`; null where the list had none. */
  sealedPhone: string | null
  /** Its keyed digest, as a phone is known by everywhere: a list that corrects it is told from one that repeats it. */
  phoneKey: string
  /** Their address, sealed for `invitedAs`; null where Jaabi sends no mail. */
  sealedMail: string | null
  /** Messages called for so far, and when the last was. */
  sent: number
  sentAt: string | null
}

/** Whom the number and the address of somebody invited are sealed for. */
export const invitedAs = (id: string): string => `invited:${id}`

/** What nobody came with is not kept for ever. */
export const keptDays = 90

const most = 3
const dayMs = 86_400_000

/** Once, and again a day later where nobody came: three times in all, so that a list pressed again troubles nobody. */
export const mayCallAgain = ({ sent, sentAt }: Invitation, now: string): boolean =>
  sent < most && (sentAt === null || Date.parse(now) - Date.parse(sentAt) >= dayMs)

/**
 * How far an invitation is. `taken`: they have signed in. `protocol`: their organisation has none recorded, so no account opens. `ready`: nothing
 * has left yet. Then what became of the last message: `stopped` where that phone wants none, `unknown` where nobody knows whether it left; an e-mail is
 * `delivered` once a server has taken it, and nobody tells more.
 */
export type InvitationState =
  | ('taken' | 'protocol' | 'ready')
  | ('leaving' | 'sent' | 'delivered' | 'unconfirmed' | 'unknown' | 'stopped' | 'failed')

/** By what a message leaves. */
export type MessageWay = 'sms' | 'mail'

/** What decides how somebody is told. `canSay`: where to sign in is known; `last`: by what the last message left. */
interface Reach {
  hasNumber: boolean
  hasAddress: boolean
  canSay: boolean
  state: InvitationState
  last: MessageWay | null
}

/** Nothing came of the last one that went this way. */
const ended = (way: MessageWay, { state, last }: Reach): boolean =>
  last === way && (state === 'stopped' || state === 'failed')

/** How an invitation leaves Jaabi: the first way that is there for somebody. */
const ways = {
  sms: (reach: Reach) => reach.hasNumber && reach.canSay && !ended('sms', reach),
  mail: (reach: Reach) => reach.hasAddress && reach.canSay && !ended('mail', reach),
  slip: () => true,
}
export type InvitationWay = keyof typeof ways
export const wayOf = (reach: Reach): InvitationWay =>
  (Object.keys(ways) as InvitationWay[]).find((way) => ways[way](reach)) ?? 'slip'
