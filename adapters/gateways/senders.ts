import type { SmsGateway } from '../../core/ports/gateway.ts'
import { africasTalking } from './africastalking/send.ts'
import { android } from './android/send.ts'
import type { Sender } from './gateway.ts'
import { genericHttp } from './generichttp/send.ts'
import { kannel } from './kannel/send.ts'
import { orangeSms } from './orangesms/send.ts'

/** Every gateway we may send through. Loaded by the function that sends alone. */
export const senders: readonly Sender[] = [africasTalking, android, genericHttp, kannel, orangeSms]

/** Those that have an account, by name. Throws on an account that its gateway cannot read. */
export function gatewaysOf(
  accounts: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): ReadonlyMap<string, SmsGateway> {
  const connected = senders.filter(({ name }) => name in accounts)
  return new Map(connected.map(({ name, connect }) => [name, connect(accounts[name], timeoutMs)]))
}
