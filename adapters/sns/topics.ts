import type { SNSClient } from '@aws-sdk/client-sns'
import type { Topics } from '../../core/ports/topics.ts'

/** SNS takes ASCII subjects only, shorter than 100 characters. */
const ascii = (subject: string): string =>
  subject
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .slice(0, 99)

/**
 * `arnOf` turns a topic's name (`regional-gao`) into its ARN. Rejects with the SDK's error when the topic does not take it. The SDK is loaded with
 * the first message: most of what is sent is an SMS.
 */
export function snsTopics({ client, arnOf }: { client?: SNSClient; arnOf: (topic: string) => string }): Topics {
  let own = client
  return {
    publish: async (topic, subject, body) => {
      const { PublishCommand, SNSClient } = await import('@aws-sdk/client-sns')
      own ??= new SNSClient()
      await own.send(new PublishCommand({ TopicArn: arnOf(topic), Subject: ascii(subject), Message: body }))
    },
  }
}
