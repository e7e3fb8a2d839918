import { Stack, type App } from 'aws-cdk-lib'
import { manifest } from '../../../functions/manifest.ts'
import { acknowledge, dataFindings } from '../acknowledged.ts'
import type { Data } from './data.ts'
import { prefixOf, roleNameOf, type Deployment } from '../deployment.ts'
import { makeKeys } from './keys.ts'
import { makeSecrets } from './secrets.ts'
import { makePools } from './sign-in.ts'
import { makeTables } from './tables.ts'
import { makeTopics } from './topics.ts'
import { makeTrail } from './trail.ts'
import { watchGuards } from './watch.ts'

export function makeDataStack(app: App, deployment: Deployment): Data {
  const prefix = prefixOf(deployment)
  const stack = new Stack(app, 'JaabiData', {
    stackName: `${prefix}-data`,
    description: 'Jaabi: tables, keys, topics, sign-in and secrets; kept when the stack is deleted',
    env: { region: deployment.region, account: deployment.account },
    terminationProtection: true,
  })
  const openers = manifest
    .filter((entry) => entry.permissions.includes('protection:open'))
    .map((entry) => `arn:aws:iam::${deployment.account}:role/${roleNameOf(deployment, entry.name)}`)
  const keys = makeKeys(stack, prefix, deployment.fingerprintGenerations, openers)
  const tables = makeTables(stack, deployment, keys.general)
  const topics = makeTopics(stack, prefix, keys.alerts)
  watchGuards(stack, deployment, keys, topics)
  const trailBucket = makeTrail(stack, deployment)
  const { pools, issuers } = makePools(stack, {
    prefix,
    consoleUrl: deployment.consoleUrl ?? 'http://localhost:8080/console',
  })
  const secrets = makeSecrets(stack, prefix)

  // Exported even when a restored table has taken its place, so that repointing changes the functions stack alone.
  stack.exportValue(tables.cases.tableStreamArn)
  acknowledge(dataFindings({ pools, secrets, trailBucket }))
  return { stack, tables, keys, topics, pools, issuers, secrets }
}
