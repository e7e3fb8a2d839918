import { africasTalkingGateway } from '../../adapters/gateways/africastalking/send.ts'
import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { snsTopics } from '../../adapters/sns/topics.ts'
import { awsServices } from './aws.ts'
import type { SendServices } from './services.ts'

/** The gateway's SDK and the topics: loaded by the sender alone, never on the way in. */
export function sendServices(): SendServices {
  const services = awsServices()
  const { GATEWAY_CREDENTIALS: credentials, TOPIC_ARNS: arns = {}, SENDS } = services.environment
  if (!credentials) throw new Error('GATEWAY_CREDENTIALS is not set')
  return {
    ...services,
    directory: dynamoDirectory(services.store),
    sends: SENDS !== 'off',
    // Ten at a time (`infra/aws/functions/triggers.ts`), one after the other, within the function's two minutes, even when none is answered.
    gateway: africasTalkingGateway({ ...credentials, timeoutMs: 10_000 }),
    topics: snsTopics({
      arnOf: (topic) => {
        const arn = arns[topic]
        if (!arn) throw new Error(`no ARN for topic ${topic}`)
        return arn
      },
    }),
  }
}
