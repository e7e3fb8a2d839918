import type { TransportConfig } from 'nodemailer'
import type { Mails } from '../../core/ports/mails.ts'

/** What carries mail away; asked for at the first one, since most of what is sent is an SMS. */
export type Carrier = () => Promise<TransportConfig>

/** Amazon SES, in the region of whoever asks; no longer than the function may wait for ten. */
export const bySes: Carrier = async () => {
  const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2')
  const sesClient = new SESv2Client({ maxAttempts: 2, requestHandler: { requestTimeout: 5_000 } })
  return { SES: { sesClient, SendEmailCommand } }
}

/** Said for good: the server's own word, or SES's of an address or a text. */
const forGood: readonly string[] = ['MessageRejected', 'BadRequestException']
const isForGood = (error: unknown): boolean =>
  error instanceof Error &&
  (forGood.includes(error.name) ||
    ('responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500))

/** Plain text to one address, marked as written by a machine; nothing in it tells who read it. `from`: an address `carrier` may send by. */
export function mailsBy({ from, carrier }: { from: string; carrier: Carrier }): Mails {
  const load = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport(await carrier())
  }
  let transport: ReturnType<typeof load> | undefined
  return {
    async send({ to, subject, body }) {
      try {
        transport ??= load()
        await (
          await transport
        ).sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: body,
          headers: { 'auto-submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return 'taken'
      } catch (error) {
        return isForGood(error) ? 'refused' : 'again'
      }
    },
  }
}
