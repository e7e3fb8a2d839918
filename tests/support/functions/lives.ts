import { followUp } from '../../../core/operations/intake/follow-up.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import type { deskOf } from './desk.ts'
import { filed } from './filing.ts'
import { type phonesOf, referenceIn } from './phone.ts'
import type { Jaabi } from './services.ts'

/** What can happen to a case in a made-up life, through the functions, and what it is to add to the figures. */

const gao = { system: 'cod-2021', code: 'ML07' } as const

/** What a phone does with our SMS: they arrive, they fail, or nobody ever says. */
export type Phone = 'on' | 'off' | 'silent'
export interface Live {
  reference: string
  phone: string
  jaabi: Jaabi
  desk: Awaited<ReturnType<typeof deskOf>>
  phones: ReturnType<typeof phonesOf>
}
type Door = (live: Omit<Live, 'reference'>, words: string) => Promise<string>
type Does = (live: Live) => Promise<unknown>

export const sms: Door = ({ phones, phone }, words) => phones.says(phone, words)
export const told =
  (channel: 'web' | 'call' | 'box' | 'face' | 'partner', consent: 'sms' | 'call-woman' | 'none'): Door =>
  ({ jaabi, phone }, words) =>
    filed(jaabi, { channel, consent, words, phone: consent === 'none' ? null : phone, place: undefined })
export const keypad =
  (...keys: string[]): Door =>
  async ({ phones, phone }, words) => {
    const session = await phones.dials(phone)
    let screen = ''
    for (const key of keys) screen = await session.type(key === 'words' ? words : key)
    return referenceIn(screen)
  }

export const step =
  (name: string, body: object): Does =>
  ({ desk, reference }) =>
    desk.step(reference, name, body)
export const says =
  (text: string): Does =>
  ({ phones, phone }) =>
    phones.says(phone, text)
export const assess = (level = 'N1', rest: object = {}): Does => step('assess', { level, place: gao, ...rest })
export const answer = (rest: object = {}): Does =>
  step('answer', { outcome: 'resolved', answer: 'Le moulin marche', ...rest })
export const evaluation = { seenBy: 'Awa', found: 'panne', did: 'pompe', left: 'rien' }
export const extend: Does = step('extend', { reason: 'pièce attendue', to: '2027-06-30T14:00:00.000Z' })
export const calls = (result: string): Does => step('told', { how: 'call', result })
export const looksItUp: Does = ({ jaabi, reference }) =>
  followUp(reference, 'who', needsOf(jaabi.servicesFor('public-web')))

/** The operator reports now that the last SMS to this phone came. */
export const arrives: Does = ({ phones, phone }) => phones.report(phone)
export const withdraws: Does = ({ phones, phone, reference }) => phones.says(phone, `je retire ${reference}`)

/** Nothing but what is said: promised dates that came and those kept, of whoever can be reached and of whoever cannot; the rest by name. */
export interface Adds {
  promises?: readonly [came: number, kept: number]
  available?: readonly [came: number, kept: number]
  /** Calendar days to the first answer. */
  days?: number
  is?: readonly ('read-late' | 'unread' | 'late' | 'told' | 'closed' | 'loop' | 'escalated' | 'after' | 'reopened')[]
  verdict?: 1 | 2
}
export interface Life {
  door: Door
  phone?: Phone
  /** Month, day and hour, and what somebody does then. */
  does: readonly (readonly [at: string, does: Does])[]
  /** Null: it is counted nowhere. */
  adds: Adds | null
}
