import { gatewayToken, gateway, json, now } from './server.ts'
import { randomId, texts } from './dom.ts'
import { did } from './guide.ts'

/** One line of a thread. */
export interface Bubble {
  at: string
  text: string
  mine: boolean
}

/** As `GET /local/sms` lists what left through the gateway. */
interface Left {
  to: string
  message: string
  messageId: string
  at: string
  status: string
}

const received = new Map<string, Left[]>()
const switchedOff = new Set<string>()
const read = new Map<string, number>()

/** What this browser wrote is forgotten with the tab, or when the machine starts from an empty folder. */
const storeKey = (number: string): string => `${gatewayToken()} ${number}`
const written = (number: string): Bubble[] => JSON.parse(sessionStorage.getItem(storeKey(number)) ?? '[]') as Bubble[]

const hasArrived = ({ status }: Left): boolean => status === 'Success'
const isHeld = ({ status }: Left): boolean => status === 'Sent'
const arrivedAt = (number: string): Left[] => (received.get(number) ?? []).filter(hasArrived)

export function thread(number: string): Bubble[] {
  const theirs = arrivedAt(number).map(({ at, message }) => ({ at, text: message, mine: false }))
  return [...theirs, ...written(number)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

export const unread = (number: string): number => Math.max(0, arrivedAt(number).length - (read.get(number) ?? 0))
export const markRead = (number: string): void => void read.set(number, arrivedAt(number).length)
export const held = (number: string): number => (received.get(number) ?? []).filter(isHeld).length
export const isOn = (number: string): boolean => !switchedOff.has(number)

export function switchPhone(number: string, on: boolean): void {
  if (on) switchedOff.delete(number)
  else switchedOff.add(number)
}

export async function sendSms(number: string, text: string): Promise<boolean> {
  const fields = { from: number, to: texts.shortCode, text, id: `ATXid_${randomId()}`, date: now() }
  const { status } = await gateway('sms', fields)
  if (status !== 200) return false
  // The clock was heard a moment ago: an answer never stands above what it answers.
  const at = [now(), ...thread(number).map((bubble) => bubble.at)].reduce((a, b) => (a > b ? a : b))
  sessionStorage.setItem(storeKey(number), JSON.stringify([...written(number), { at, text, mine: true }]))
  did(/^[123]$/.test(text.trim()) ? 'verdict' : 'file')
  return true
}

/** A call that nobody takes. */
export async function rings(number: string): Promise<boolean> {
  const sessionId = `ATVId_${randomId()}`
  const fields = { isActive: '1', sessionId, direction: 'Inbound', callerNumber: number }
  const { status } = await gateway('voice', { ...fields, destinationNumber: texts.callBackNumber })
  return status === 200
}

const report = (sms: Left, status: string, more: Record<string, string> = {}) =>
  gateway('delivery', { id: sms.messageId, status, phoneNumber: sms.to, ...more })

/** A phone that is on takes what the operator holds for it, and the operator reports it delivered. */
async function pollOne(number: string): Promise<void> {
  const { status, data } = await json('GET', `/local/sms?to=${encodeURIComponent(number)}`)
  if (status !== 200) return
  received.set(number, data as Left[])
  if (!isOn(number)) return
  for (const sms of (data as Left[]).filter(isHeld)) {
    const answer = await report(sms, 'Success')
    if (answer.status === 200) sms.status = 'Success'
  }
}

export async function pollSms(): Promise<void> {
  await Promise.all(texts.phones.map(({ number }) => pollOne(number)))
}

/** What the operator says of SMS it could not hand over: they never arrive, and Jaabi tries again. */
export async function reportHeld(number: string, status: 'AbsentSubscriber' | 'Failed'): Promise<void> {
  const reason: Record<string, string> = status === 'Failed' ? { failureReason: 'DeliveryFailure' } : {}
  for (const sms of (received.get(number) ?? []).filter(isHeld)) {
    await report(sms, status, reason)
    sms.status = status
  }
}
