import type { SendResult } from '../../../core/notices/gateway.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import type { Mails } from '../../../core/ports/mails.ts'
import type { Topics } from '../../../core/ports/topics.ts'

export interface SentSms {
  to: string
  text: string
  at: string
  messageId: string
  /** The gateway it left by. */
  by: string
}

/** Gateways and topics that keep what they were given: both are outside Jaabi. */
export function recordedOutside(nowAt: () => string) {
  const sms: SentSms[] = []
  const published: { topic: string; subject: string; body: string; at: string }[] = []
  /** What a gateway says to the next sends, in turn; accepted when empty. */
  const answers: SendResult[] = []
  const gatewayNamed = (by: string): SmsGateway => ({
    send({ to, text }) {
      const messageId = `ATXid_${sms.length + 1}`
      const answer = answers.shift() ?? { outcome: 'accepted', gateway: by, gatewayMessageId: messageId }
      if (answer.outcome === 'accepted') sms.push({ to, text, at: nowAt(), messageId, by })
      return Promise.resolve(answer)
    },
  })
  const topics: Topics = {
    publish(topic, subject, body) {
      published.push({ topic, subject, body, at: nowAt() })
      return Promise.resolve()
    },
  }
  const mailed: { to: string; subject: string; body: string; at: string }[] = []
  const mails: Mails = {
    send(mail) {
      mailed.push({ ...mail, at: nowAt() })
      return Promise.resolve('taken')
    },
  }
  return { gatewayNamed, topics, mails, mailed, sms, published, answers }
}

/** The same numbers from 0 to 1 in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
