import type { Resource, Synthesized } from './template.ts'

/** What stands for what only AWS could say. */
export interface Outside {
  /** Address of the sign-in provider behind a user pool, and the client it knows; by the pool's name. */
  issuerOf: (pool: string) => string
  clientId: string
  /** What a person, or Secrets Manager, put under a secret's name. */
  secretOf: (name: string) => string
}

/** Puts into the place of every reference of a template what a deployment would: names, ARNs, addresses, secrets. Throws on one it does not know. */
export type Resolve = (value: unknown) => unknown

/** `Ref`, and the attributes that are asked for, by type of resource. */
type Values = Record<string, Record<string, (one: Resource) => string>>

/** What has no name of its own is given one that begins with its id. */
const text = ({ id, properties }: Resource, name: string): string => {
  const value = properties[name]
  return typeof value === 'string' ? value : id
}

function valuesOf({ account, region }: Synthesized, { issuerOf, clientId }: Outside): Values {
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`
  const table = (one: Resource) => arn('dynamodb', `table/${text(one, 'TableName')}`)
  return {
    'AWS::DynamoDB::GlobalTable': {
      Ref: (one) => text(one, 'TableName'),
      Arn: table,
      StreamArn: (one) => `${table(one)}/stream/rehearsal`,
    },
    'AWS::KMS::Key': { Arn: ({ id }) => arn('kms', `key/${id}`) },
    'AWS::SNS::Topic': { Ref: (one) => arn('sns', text(one, 'TopicName')) },
    'AWS::SecretsManager::Secret': { Ref: (one) => arn('secretsmanager', `secret:${text(one, 'Name')}`) },
    'AWS::Cognito::UserPool': { ProviderURL: (one) => issuerOf(text(one, 'UserPoolName')) },
    'AWS::Cognito::UserPoolClient': { Ref: () => clientId },
    'AWS::Logs::LogGroup': { Arn: (one) => arn('logs', `log-group:${text(one, 'LogGroupName')}:*`) },
    'AWS::IAM::Role': {
      Ref: (one) => text(one, 'RoleName'),
      Arn: (one) => `arn:aws:iam::${account}:role/${text(one, 'RoleName')}`,
    },
    'AWS::Lambda::Function': {
      Ref: (one) => text(one, 'FunctionName'),
      Arn: (one) => arn('lambda', `function:${text(one, 'FunctionName')}`),
    },
    'AWS::SQS::Queue': { Arn: (one) => arn('sqs', text(one, 'QueueName')) },
    'AWS::ApiGatewayV2::Integration': { Ref: ({ id }) => id },
  }
}

const secret = /\{\{resolve:secretsmanager:(.+?):SecretString:::\}\}/g
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export function resolver(template: Synthesized, outside: Outside): Resolve {
  const { account, region, resources, exported } = template
  const values = valuesOf(template, outside)
  const pseudo: Partial<Record<string, string>> = {
    'AWS::Partition': 'aws',
    'AWS::AccountId': account,
    'AWS::Region': region,
  }

  function valueOf(id: string, attribute: string): string {
    const resource = resources.get(id)
    const value = resource && values[resource.type]?.[attribute]
    if (!value) throw new Error(`nothing stands for ${attribute} of ${id} (${resource?.type ?? 'no such resource'})`)
    return value(resource)
  }

  const functions: Record<string, (given: unknown) => unknown> = {
    Ref: (id) => pseudo[String(id)] ?? valueOf(String(id), 'Ref'),
    'Fn::GetAtt': (given) => {
      const [id = '', attribute = ''] = given as string[]
      return valueOf(id, attribute)
    },
    'Fn::ImportValue': (name) => {
      if (!exported.has(String(name))) throw new Error(`no stack exports ${String(name)}`)
      return resolve(exported.get(String(name)))
    },
    'Fn::Join': (given) => {
      const [between, parts] = given as [string, unknown[]]
      return inSecrets(parts.map((part) => String(resolve(part))).join(between))
    },
  }

  const inSecrets = (said: string): string =>
    said.replaceAll(secret, (_, arn: string) => outside.secretOf(arn.slice(arn.indexOf(':secret:') + 8)))

  function resolve(value: unknown): unknown {
    if (typeof value === 'string') return inSecrets(value)
    if (Array.isArray(value)) return value.map(resolve)
    if (!isObject(value)) return value
    const [name = '', ...others] = Object.keys(value)
    const known = others.length === 0 ? functions[name] : undefined
    if (known) return known(value[name])
    if (name.startsWith('Fn::')) throw new Error(`${name} is not known here`)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one)]))
  }
  return resolve
}
