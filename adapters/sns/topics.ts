import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import type { Topics } from '../../core/ports/topics.ts'

/** SNS takes ASCII subjects only, shorter than 100 characters. */
const ascii = (subject: string): string =>
  subject
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .slice(0, 99)

/** `arnOf` turns a topic's name (`regional-gao`) into its ARN. Rejects with the SDK's error when the topic does not take it. */
export function snsTopics({
  client = new SNSClient(),
  arnOf,
}: {
  client?: SNSClient
  arnOf: (topic: string) => string
}): Topics {
  return {
    publish: async (topic, subject, body) => {
      await client.send(new PublishCommand({ TopicArn: arnOf(topic), Subject: ascii(subject), Message: body }))
    },
  }
}
