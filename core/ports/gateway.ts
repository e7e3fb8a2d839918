import type { SendResult } from '../notices/gateway.ts'

export interface SmsGateway {
  /** One recipient, one text. Never throws; `reason` is a code, never a number, a text or a key. */
  send(sms: { to: string; text: string }): Promise<SendResult>
}
