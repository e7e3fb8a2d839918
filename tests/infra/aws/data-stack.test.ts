import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { clusters } from '../../../programme/clusters.ts'
import { tableDefinition } from '../../../adapters/dynamodb/table/create-tables.ts'
import { indexes, tableNames } from '../../../adapters/dynamodb/table/table.ts'
import { Document, resourcesOf, synthesize } from '../../support/templates.ts'

const stacks = synthesize()
const { data } = stacks

describe('the table of cases', () => {
  test('is kept when the stack is deleted, and cannot be deleted by hand either', () => {
    data.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: Match.objectLike({
        TableName: 'jaabi-ml-pilot-cases',
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          }),
        ],
      }),
    })
  })

  test('has the keys, indexes and stream that the local engine is given', () => {
    const local = tableDefinition('cases', 'jaabi-ml-pilot-cases')
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: local.TableName,
      KeySchema: local.KeySchema,
      GlobalSecondaryIndexes: local.GlobalSecondaryIndexes?.map((index) => Match.objectLike({ ...index })),
      StreamSpecification: { StreamViewType: local.StreamSpecification?.StreamViewType },
    })
    expect(local.GlobalSecondaryIndexes).toHaveLength(Object.keys(indexes).length)
  })

  test('and the passing traffic forget what has expired, and are encrypted under our own key', () => {
    const tables = [...resourcesOf(data, 'AWS::DynamoDB::GlobalTable').values()]
    expect(tables).toHaveLength(tableNames.length)
    for (const table of tables)
      expect(table).toMatchObject({
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        Replicas: [
          { SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching('GeneralKey'), 'Arn'] } } },
        ],
      })
  })
})

test('whatever holds or opens a complaint outlives the stack: keys, sign-in, secrets', () => {
  for (const type of ['AWS::KMS::Key', 'AWS::Cognito::UserPool', 'AWS::SecretsManager::Secret'])
    data.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
})

test('the protection key refuses to be opened by anyone but the protection function, administrators included', () => {
  data.hasResourceProperties('AWS::KMS::Key', {
    Description: Match.stringLikeRegexp('protection reports'),
    KeyPolicy: Match.objectLike({
      Statement: Match.arrayWith([
        {
          Sid: 'OnlyTheProtectionFunctionOpens',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['kms:Decrypt', 'kms:ReEncryptFrom'],
          Resource: '*',
          Condition: {
            ArnNotEquals: {
              'aws:PrincipalArn': ['protection-api', 'protection-console'].map(
                (name) => `arn:aws:iam::000000000000:role/jaabi-ml-pilot-${name}`,
              ),
            },
          },
        },
      ]),
    }),
  })
})

test('keys are handed to nobody outright: the account for its own policies, AWS services only on our behalf', () => {
  for (const key of resourcesOf(data, 'AWS::KMS::Key').values()) {
    const { Statement } = Document.parse(key.KeyPolicy)
    const open = Statement.filter(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined)
    // EventBridge names no account when it publishes to an encrypted topic: it may use the key that opens nothing but alerts.
    const [root, ...others] = open
    expect(root?.Action).toEqual(['kms:*'])
    expect(JSON.stringify(root?.Principal)).toContain(':iam::000000000000:root')
    const isOfAlerts = String(key.Description).includes('alert topics')
    expect(others.map(({ Principal }) => Principal)).toEqual(isOfAlerts ? [{ Service: 'events.amazonaws.com' }] : [])
  }
})

describe('sign-in', () => {
  const pool = (name: string) =>
    [...resourcesOf(data, 'AWS::Cognito::UserPool').values()].find(({ UserPoolName }) => UserPoolName === name)

  test('asks a second factor of everyone in the restricted pool, by app and not by SMS', () => {
    expect(pool('jaabi-ml-pilot-restricted')).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    })
  })

  test('has no way to make an account for oneself', () => {
    data.resourceCountIs('AWS::Cognito::UserPool', 2)
    data.allResourcesProperties('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })
  })

  test('gives a token only through the sign-in page, by a code bound to the browser', () => {
    data.resourceCountIs('AWS::Cognito::UserPoolClient', 2)
    data.allResourcesProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['http://localhost:8080/console/retour'],
      LogoutURLs: ['http://localhost:8080/console/sortie'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
    })
  })
})

describe('topics', () => {
  test('are there for each of the six clusters, the levels above, protection, integrity and the operators', () => {
    const names = [...resourcesOf(data, 'AWS::SNS::Topic').values()].map(({ TopicName }) => TopicName)
    expect(clusters).toHaveLength(6)
    expect(names.sort()).toEqual(
      [...clusters.map(({ topic }) => topic), 'national', 'coordination', 'protection', 'integrity', 'operators']
        .map((name) => `jaabi-ml-pilot-${name}`)
        .sort(),
    )
  })

  test('are encrypted, under a key that opens no complaint', () => {
    for (const topic of resourcesOf(data, 'AWS::SNS::Topic').values())
      expect(topic.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [expect.stringMatching('AlertsKey'), 'Arn'] })
  })
})

test('no secret is written in the template', () => {
  const secrets = [...resourcesOf(data, 'AWS::SecretsManager::Secret').values()]
  expect(secrets).toHaveLength(3)
  for (const secret of secrets) expect(secret).not.toHaveProperty('SecretString')
})

test('a new generation of the fingerprint key stands before the earlier ones, which stay', () => {
  const next = synthesize({ fingerprintGenerations: '2' })
  const hmac = [...resourcesOf(next.data, 'AWS::KMS::Key').entries()].filter(([, key]) => key.KeySpec === 'HMAC_256')
  expect(hmac.map(([id]) => id)).toEqual([
    expect.stringMatching('FingerprintKey1'),
    expect.stringMatching('FingerprintKey2'),
  ])
  const [first] = resourcesOf(next.functions, 'AWS::Lambda::Function').values()
  expect(JSON.stringify(first)).toMatch(/FINGERPRINT_KEY_IDS.*FingerprintKey2.*FingerprintKey1/)
})

describe('whoever changes what guards the words', () => {
  const rules = [...resourcesOf(data, 'AWS::Events::Rule').values()]
  const topicsOf = (rule: Record<string, unknown> | undefined) => JSON.stringify(rule?.['Targets'])
  const rule = (source: string, of: RegExp) =>
    rules.find((one) => JSON.stringify(one['EventPattern']).includes(source) && of.test(String(one['Description'])))

  test('is heard of by the operators, for every key', () => {
    const watched = JSON.stringify(rules.map(({ EventPattern }) => EventPattern))
    for (const id of resourcesOf(data, 'AWS::KMS::Key').keys()) expect(watched).toContain(id)
    for (const one of rules) expect(topicsOf(one)).toMatch(/operators/)
    expect(rules).toHaveLength(3)
  })

  test('and by the pair, where it is the key or the code of protection', () => {
    expect(topicsOf(rule('aws.kms', /protection reports/))).toMatch(/Topicprotection/)
    const code = rule('aws.lambda', /code of a function/)
    expect(topicsOf(code)).toMatch(/Topicprotection/)
    expect(code?.['EventPattern']).toMatchObject({
      detail: {
        requestParameters: {
          functionName: [{ suffix: 'jaabi-ml-pilot-protection-api' }, { suffix: 'jaabi-ml-pilot-protection-console' }],
        },
      },
    })
    expect(topicsOf(rule('aws.kms', /policy of a key/))).not.toMatch(/Topicprotection/)
  })
})

describe('the watch of keys and code', () => {
  const trailsOf = (template: typeof data) => [...resourcesOf(template, 'AWS::CloudTrail::Trail').values()]

  test('lives from a trail of what is changed, which the stack makes, in a bucket that is kept and closed', () => {
    expect(trailsOf(data)).toMatchObject([
      {
        IsLogging: true,
        EnableLogFileValidation: true,
        EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'WriteOnly' }],
      },
    ])
    data.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' })
    data.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    const rules = [...resourcesOf(data, 'AWS::Events::Rule').values()]
    expect(rules.length).toBeGreaterThanOrEqual(3)
    for (const { EventPattern } of rules)
      expect(EventPattern).toMatchObject({ 'detail-type': ['AWS API Call via CloudTrail'] })
  })

  test('makes no second one, which would cost, where the account has a trail of its own', () => {
    const other = synthesize({ trail: 'account' })
    expect(trailsOf(other.data)).toEqual([])
    expect(resourcesOf(other.data, 'AWS::Events::Rule').size).toBe(resourcesOf(data, 'AWS::Events::Rule').size)
  })
})
