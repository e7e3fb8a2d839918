import type { Credit, SendResult } from '../notices/gateway.ts'

export interface SmsGateway {
  /** One recipient, one text. Never throws; `reason` is a code, never a number, a text or a key. */
  send(sms: { to: string; text: string }): Promise<SendResult>
  /** What is paid for in advance and left; null where nobody can say just now. Never throws. Absent where a gateway sends bills. */
  credit?(): Promise<Credit | null>
}
