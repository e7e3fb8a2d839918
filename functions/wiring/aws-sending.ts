import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoGatewayWatch } from '../../adapters/dynamodb/notices/gateway-watch.ts'
import { gatewaysOf } from '../../adapters/gateways/senders.ts'
import { bySes, mailsBy } from '../../adapters/mail/mails.ts'
import { snsTopics } from '../../adapters/sns/topics.ts'
import { kmsLater } from '../../adapters/vault/kms-later.ts'
import { gatewaysIn } from '../../core/notices/gateway.ts'
import { awsServices } from './aws.ts'
import { variable } from './environment.ts'
import { log } from './log.ts'
import type { SendServices } from './services.ts'

/** The gateway's SDK and the topics: loaded by the sender alone, never on the way in. */
export function sendServices(): SendServices {
  const services = awsServices(kmsLater())
  const arns = variable('TOPIC_ARNS')
  // Ten at a time (`infra/aws/functions/triggers.ts`), one after the other, within the function's two minutes, even when none is answered.
  const gateways = gatewaysOf(variable('GATEWAY_CREDENTIALS'), 10_000)
  // Topics need no account: said in the log, which rings the alarm, and the rest goes on.
  for (const gateway of gatewaysIn(services.programme.gateways))
    if (!gateways.has(gateway)) log('gateway-without-account', { gateway, error: 'NoAccount' })
  return {
    ...services,
    directory: dynamoDirectory({ ...services.store, languages: services.programme.languages }),
    sends: variable('SENDS') !== 'off',
    gateways,
    gatewayWatch: dynamoGatewayWatch(services.store),
    // Without a sender of ours nobody is ever asked.
    mails: mailsBy({ from: services.programme.settings.mailFrom ?? '', carrier: bySes }),
    topics: snsTopics({
      arnOf: (topic) => {
        const arn = arns[topic]
        if (!arn) throw new Error(`no ARN for topic ${topic}`)
        return arn
      },
    }),
  }
}
