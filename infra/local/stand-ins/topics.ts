import { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { appendLine, readLines } from '../state/state-file.ts'

const Published = z.object({ topic: z.string(), subject: z.string(), message: z.string(), at: z.string() })
/** One message as it was published; `at` is the local clock's instant. */
export type Published = z.infer<typeof Published>

export interface LocalTopics {
  /** Speaks SNS's query protocol (Publish, CreateTopic), for the real SDK. Mount it anywhere. */
  app: Hono
  topicArn: (name: string) => string
  /** Oldest first. */
  published: (topic?: string) => readonly Published[]
}

const NAME = /^[\w-]{1,256}$/
const MESSAGE_BYTES = 262_144
/** SNS's own rule: fewer than 100 characters, no line break, no control character. */
const SUBJECT = /^\P{Cc}{1,99}$/u

interface Refusal {
  code: string
  message: string
}

interface Place {
  region: string
  account: string
}

/** Topics need no creation: every well-formed ARN of that place is one. All is in `file` (one JSON object a line) before it is answered. */
export function localTopics({
  file,
  now,
  region = 'local',
  account = '000000000000',
}: { file: string; now: () => string } & Partial<Place>): LocalTopics {
  const messages = readLines(file, (line) => Published.parse(line))
  const start = `arn:aws:sns:${region}:${account}:`
  const topicArn = (name: string) => start + name
  const nameIn = (arn: string) => (arn.startsWith(start) ? arn.slice(start.length) : '')

  const actions: Record<string, (form: URLSearchParams) => string | Refusal> = {
    Publish: (form) => {
      const topic = nameIn(form.get('TopicArn') ?? '')
      const subject = form.get('Subject')
      const message = form.get('Message') ?? ''
      if (!NAME.test(topic)) return { code: 'NotFound', message: 'Topic does not exist' }
      if (subject !== null && !SUBJECT.test(subject)) return invalid('Subject')
      if (message === '' || Buffer.byteLength(message) > MESSAGE_BYTES) return invalid('Message')
      const published = { topic, subject: subject ?? '', message, at: now() }
      appendLine(file, published)
      messages.push(published)
      return `<MessageId>${randomUUID()}</MessageId>`
    },
    CreateTopic: (form) => {
      const name = form.get('Name') ?? ''
      return NAME.test(name) ? `<TopicArn>${topicArn(name)}</TopicArn>` : invalid('Name')
    },
  }

  const app = new Hono()
  app.post('*', async (context) => {
    const form = new URLSearchParams(await context.req.text())
    const action = form.get('Action') ?? ''
    const answer = Object.hasOwn(actions, action) ? actions[action]?.(form) : undefined
    const result = answer ?? { code: 'InvalidAction', message: 'Only Publish and CreateTopic exist here' }
    context.header('content-type', 'text/xml')
    return typeof result === 'string'
      ? context.body(envelope(`${action}Response`, `<${action}Result>${result}</${action}Result>`))
      : context.body(envelope('ErrorResponse', errorElement(result)), 400)
  })

  return {
    app,
    topicArn,
    published: (topic) => messages.filter((message) => topic === undefined || message.topic === topic),
  }
}

function invalid(field: string): Refusal {
  return { code: 'InvalidParameter', message: `Invalid parameter: ${field}` }
}

function errorElement({ code, message }: Refusal): string {
  return `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`
}

function envelope(name: string, content: string): string {
  const requestId = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`
  return `<${name} xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${content}${requestId}</${name}>`
}
