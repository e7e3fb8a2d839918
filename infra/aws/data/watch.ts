import type { Stack } from 'aws-cdk-lib'
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import { manifest } from '../../../functions/manifest.ts'
import { prefixOf, type Deployment } from '../deployment.ts'
import type { Keys } from './keys.ts'
import type { Topics } from './topics.ts'

/** Whoever may change one of these may come to read what is sealed; CloudTrail writes the version of the interface behind some names. */
const keyChanges = ['PutKeyPolicy', 'ScheduleKeyDeletion', 'DisableKey']
const codeChanges = ['UpdateFunctionCode', 'UpdateFunctionConfiguration', 'CreateFunction', 'DeleteFunction']

/**
 * Tells the operators, and of protection its pair too, when somebody changes what guards the words: the policy of a key, or the code of a
 * function that may open protection. It rings at each release; whoever releases says so before. Needs a trail in the account (docs/deploy.md).
 */
export function watchGuards(stack: Stack, deployment: Deployment, keys: Keys, { alerts, operators }: Topics): void {
  const pair = alerts['protection']
  const told = { everybody: [operators], protection: pair ? [operators, pair] : [operators] }
  const rule = (
    id: string,
    says: string,
    topics: readonly Topic[],
    source: string,
    detail: Record<string, unknown>,
  ) => {
    const by = EventField.fromPath('$.detail.userIdentity.arn')
    const message = RuleTargetInput.fromText(
      `${says}: ${EventField.fromPath('$.detail.eventName')}, by ${by}, at ${EventField.time}. If nobody of you did that, somebody else is at it (docs/deploy.md).`,
    )
    new Rule(stack, id, {
      description: says,
      eventPattern: { source: [source], detailType: ['AWS API Call via CloudTrail'], detail },
      targets: topics.map((topic) => new SnsTopic(topic, { message })),
    })
  }
  const onKeys = (events: readonly string[], watched: readonly Key[]) => ({
    eventName: events,
    resources: { ARN: watched.map((key) => key.keyArn) },
  })

  const ordinary = [keys.general, ...keys.fingerprints, keys.alerts]
  rule(
    'KeyPolicies',
    'The policy of a key was changed, or a key is to go',
    told.everybody,
    'aws.kms',
    onKeys(keyChanges, ordinary),
  )
  rule(
    'ProtectionKeyPolicy',
    'What guards protection reports was changed: the policy of their key, or a grant on it',
    told.protection,
    'aws.kms',
    onKeys([...keyChanges, 'CreateGrant'], [keys.protection]),
  )
  const openers = manifest.filter(({ permissions }) => permissions.includes('protection:open'))
  rule(
    'ProtectionCode',
    'The code of a function that may open protection reports was changed',
    told.protection,
    'aws.lambda',
    {
      eventName: codeChanges.map((prefix) => ({ prefix })),
      requestParameters: { functionName: openers.map(({ name }) => ({ suffix: `${prefixOf(deployment)}-${name}` })) },
    },
  )
}
