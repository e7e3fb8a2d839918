import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { FunctionEntry } from '../../../functions/manifest.ts'
import { bundle } from './bundle.ts'
import { prefixOf, roleNameOf, type Deployment } from '../deployment.ts'
import type { Resources } from './grants.ts'
import { statementsOf } from './permissions.ts'

export interface JaabiFunction {
  entry: FunctionEntry
  lambda: Function
  role: Role
  logs: LogGroup
}

interface JaabiFunctionOptions {
  deployment: Deployment
  entry: FunctionEntry
  environment: Record<string, string>
  resources: Resources
}

const sources = fileURLToPath(new URL('../../../functions', import.meta.url))

/**
 * Environments kept free for a function, and the most it may take. In production only: a new account has ten in all. What
 * people reach us by is never crowded out by the rest; a gateway that hangs never takes the account with it.
 */
export const reserved: Partial<Record<string, number>> = {
  'inbound-sms': 100,
  ussd: 100,
  'send-notices': 20,
  'deadline-sweep': 2,
}

/** One function of the manifest with the defaults of the house: its own role, its own log, and nothing it does not need. */
export function jaabiFunction(stack: Stack, options: JaabiFunctionOptions): JaabiFunction {
  const { deployment, entry, environment, resources } = options
  const name = `${prefixOf(deployment)}-${entry.name}`
  const logs = new LogGroup(stack, `${entry.name}-logs`, {
    logGroupName: `/jaabi/${deployment.programme}/${deployment.stage}/${entry.name}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const role = new Role(stack, `${entry.name}-role`, {
    roleName: roleNameOf(deployment, entry.name),
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  })
  role.addToPolicy(
    new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] }),
  )
  for (const statement of statementsOf(entry.permissions, resources, deployment.region)) role.addToPolicy(statement)

  const concurrency = deployment.stage === 'production' ? reserved[entry.name] : undefined
  const lambda = new Function(stack, entry.name, {
    functionName: name,
    // The revision makes CloudFormation read the secrets again: it does so only for what has changed.
    description: `Without it ${entry.impact} (secrets ${deployment.secretsRevision})`,
    code: Code.fromAsset(sources, {
      bundling: {
        // Never pulled: everything is bundled right here, or the synth fails.
        image: DockerImage.fromRegistry('scratch'),
        // Never run. All functions have one source folder: without a difference CDK would give each the first one's bundle.
        command: [entry.name],
        local: {
          tryBundle: (outputDir) => {
            bundle(entry, outputDir)
            return true
          },
        },
      },
      assetHashType: AssetHashType.OUTPUT,
    }),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: entry.memoryMb,
    timeout: Duration.seconds(entry.timeoutSeconds),
    environment,
    role,
    logGroup: logs,
    ...(concurrency === undefined ? {} : { reservedConcurrentExecutions: concurrency }),
  })
  return { entry, lambda, role, logs }
}
