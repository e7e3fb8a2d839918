import type { App } from 'aws-cdk-lib'
import { settings } from '../../programme/settings.ts'
import { makeDataStack } from './data/data-stack.ts'
import { readDeployment, refuseUnready } from './deployment.ts'
import { makeFirewallStack } from './firewall-stack.ts'
import { makeFunctionsStack } from './functions/functions-stack.ts'

/** What must outlive a release, what a release replaces, and a firewall for who wants one. Throws DeploymentError. */
export function jaabiApp(app: App, account?: string) {
  const deployment = readDeployment(app.node, account)
  refuseUnready(deployment, settings)
  const data = makeDataStack(app, deployment)
  const functions = makeFunctionsStack(app, deployment, data)
  return { data: data.stack, functions, firewall: makeFirewallStack(app, deployment) }
}
