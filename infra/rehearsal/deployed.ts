import type { CreateTableCommandInput, TimeToLiveSpecification } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { Policies, type Statement } from './policies.ts'
import type { Resolve } from './resolve.ts'
import { type Resource, resourcesOf, type Synthesized } from './template.ts'

/** One function of the template, everything in it resolved. */
export interface Deployed {
  /** Of its manifest entry. */
  name: string
  functionName: string
  arn: string
  /** Folder with the code, alone as on Lambda. */
  folder: string
  /** `index.handler`. */
  handler: string
  /** `nodejs24.x`. */
  runtime: string
  memoryMb: number
  timeoutSeconds: number
  variables: Readonly<Record<string, string>>
  role: { arn: string; statements: readonly Statement[] }
}

/** A table in the words in which one is made by hand. */
export interface Table {
  definition: CreateTableCommandInput
  expiry: TimeToLiveSpecification
}

const Lambda = z.object({
  FunctionName: z.string(),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
})
const RolePolicy = z.object({ PolicyDocument: Policies, Roles: z.array(z.string()) })
const Key = z.object({ KeyPolicy: Policies })
const Encrypted = z.object({
  Replicas: z.tuple([z.object({ SSESpecification: z.object({ KMSMasterKeyId: z.string() }) })]),
})
const Topic = z.object({ KmsMasterKeyId: z.string() })
const Route = z.object({ RouteKey: z.string(), Target: z.string() })
const Integration = z.object({ IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0') })
const Mapping = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  BatchSize: z.number(),
  MaximumRetryAttempts: z.number(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
})
export type Mapping = z.infer<typeof Mapping>
const Schedule = z.object({ Target: z.object({ Arn: z.string() }) })
const Client = z.object({ CallbackURLs: z.array(z.string()) })

/** What the two stacks say, as far as a rehearsal plays it. */
export type Deployment = ReturnType<typeof deploymentIn>

export function deploymentIn(template: Synthesized, resolve: Resolve) {
  const all = (type: string) => resourcesOf(template, type)
  /** The properties that `schema` names, resolved. */
  const read = <S extends z.ZodObject>(schema: S, { properties }: Resource): z.infer<S> =>
    schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, resolve(properties[name])])))
  const arnOf = ({ id }: Resource) => String(resolve({ 'Fn::GetAtt': [id, 'Arn'] }))

  const policies = all('AWS::IAM::Policy').map((one) => read(RolePolicy, one))
  const functions = all('AWS::Lambda::Function').map((one): Deployed => {
    const { FunctionName, Handler, Runtime, Role, MemorySize, Timeout, Environment } = read(Lambda, one)
    const roleName = Role.slice(Role.lastIndexOf('/') + 1)
    return {
      name: FunctionName.slice(template.prefix.length),
      functionName: FunctionName,
      arn: arnOf(one),
      folder: one.asset,
      handler: Handler,
      runtime: Runtime,
      memoryMb: MemorySize,
      timeoutSeconds: Timeout,
      variables: Environment.Variables,
      role: {
        arn: Role,
        statements: policies
          .filter(({ Roles }) => Roles.includes(roleName))
          .flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
      },
    }
  })

  return {
    account: template.account,
    functions,
    tables: all('AWS::DynamoDB::GlobalTable').map(tableOf),
    /** The policies that keys themselves have, by ARN. */
    keyPolicies: new Map(all('AWS::KMS::Key').map((one) => [arnOf(one), read(Key, one).KeyPolicy.Statement])),
    /** The key that AWS uses for a table or a topic in the name of whoever calls it; both by ARN. */
    keysAtRest: new Map([
      ...all('AWS::DynamoDB::GlobalTable').map(
        (one) => [arnOf(one), read(Encrypted, one).Replicas[0].SSESpecification.KMSMasterKeyId] as const,
      ),
      ...all('AWS::SNS::Topic').map(
        (one) => [String(resolve({ Ref: one.id })), read(Topic, one).KmsMasterKeyId] as const,
      ),
    ]),
    /** Which function (ARN) answers which route (`GET /a/{b}`). */
    routes: new Map(
      all('AWS::ApiGatewayV2::Route').map((one) => {
        const { RouteKey, Target } = read(Route, one)
        const integration = template.resources.get(Target.replace('integrations/', ''))
        if (!integration) throw new Error(`${RouteKey} leads nowhere`)
        return [RouteKey, read(Integration, integration).IntegrationUri]
      }),
    ),
    /** What AWS reads of streams, and for which function (name). */
    mappings: all('AWS::Lambda::EventSourceMapping').map((one) => read(Mapping, one)),
    /** The functions (ARN) that a schedule starts. */
    scheduled: all('AWS::Scheduler::Schedule').map((one) => read(Schedule, one).Target.Arn),
    /** Where people may be sent back to after signing in. */
    backTo: [...new Set(all('AWS::Cognito::UserPoolClient').flatMap((one) => read(Client, one).CallbackURLs))],
  }
}

function tableOf({ properties }: Resource): Table {
  const { TimeToLiveSpecification: expiry, ...declared } = properties as unknown as CreateTableCommandInput & {
    TimeToLiveSpecification: TimeToLiveSpecification
  }
  const { TableName, BillingMode, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } =
    declared
  return {
    definition: {
      TableName,
      BillingMode,
      AttributeDefinitions,
      KeySchema,
      ...(GlobalSecondaryIndexes ? { GlobalSecondaryIndexes } : {}),
      ...(StreamSpecification ? { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } } : {}),
    },
    expiry,
  }
}
