import { CfnOutput, Stack, type App } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { prefixOf, type Deployment } from './deployment.ts'

type Match = CfnWebACL.StatementProperty

const asIs = [{ priority: 0, type: 'NONE' }]
const path = (searchString: string, positionalConstraint: 'EXACTLY' | 'STARTS_WITH'): Match => ({
  byteMatchStatement: { fieldToMatch: { uriPath: {} }, searchString, positionalConstraint, textTransformations: asIs },
})
const posted: Match = {
  byteMatchStatement: { fieldToMatch: { method: {} }, searchString: 'POST', positionalConstraint: 'EXACTLY', textTransformations: asIs }, // prettier-ignore
}
/** More than so many in five minutes from one address. */
const oftener = (limit: number, scopeDownStatement?: Match): Match => ({
  rateBasedStatement: {
    aggregateKeyType: 'IP',
    evaluationWindowSec: 300,
    limit,
    ...(scopeDownStatement ? { scopeDownStatement } : {}),
  },
})

/**
 * In this order. An operator or a camp is one address: each limit is what no crowd of people does. Nothing reads what people write: a rule
 * that takes words for an attack would refuse a complaint.
 */
const rules: readonly { name: string; does: 'allow' | 'block'; when: Match }[] = [
  { name: 'danger-is-never-refused', does: 'allow', when: path('/danger', 'EXACTLY') },
  // Gateways call the entrance itself.
  { name: 'no-callback-comes-this-way', does: 'block', when: path('/gateways/', 'STARTS_WITH') },
  { name: 'signing-in', does: 'block', when: oftener(100, path('/console/connexion', 'STARTS_WITH')) },
  { name: 'forms', does: 'block', when: oftener(600, posted) },
  { name: 'everything', does: 'block', when: oftener(3_000) },
]

/** A firewall for CloudFront, which AWS keeps in one region of its own: deployed first, by who wants one (docs/deploy.md). */
export function makeFirewallStack(app: App, deployment: Deployment): Stack {
  const stack = new Stack(app, 'JaabiFirewall', {
    stackName: `${prefixOf(deployment)}-firewall`,
    description: 'Jaabi: limits for each address, before the pages',
    env: { region: 'us-east-1', account: deployment.account },
  })
  const counted = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
    metricName,
  })
  const acl = new CfnWebACL(stack, 'Firewall', {
    name: prefixOf(deployment),
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: counted(`${prefixOf(deployment)}-firewall`),
    rules: rules.map(({ name, does, when }, priority) => ({
      name,
      priority,
      action: { [does]: {} },
      statement: when,
      visibilityConfig: counted(name),
    })),
  })
  new CfnOutput(stack, 'WebFirewall', { value: acl.attrArn, description: 'Value of the context webFirewall' })
  return stack
}
