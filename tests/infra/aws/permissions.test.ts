import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { manifest, type Permission } from '../../../functions/manifest.ts'
import { actionsOf, actionsOfCall } from '../../../infra/aws/functions/permissions.ts'
import { functionsOf, named, resourcesOf, statementsOf, synthesize } from '../../support/templates.ts'

const stacks = synthesize()
const deployed = functionsOf(stacks).map(({ name, role }) => ({ name, statements: statementsOf(stacks, role) }))

/** Names of the functions that may do this to something whose name matches. */
const whoMay = (action: string, resource: RegExp): string[] =>
  deployed
    .filter(({ statements }) =>
      statements.some(
        (statement) =>
          statement.Effect === 'Allow' &&
          statement.Condition === undefined &&
          statement.Action.includes(action) &&
          statement.Resource.some((one) => resource.test(named(stacks, one))),
      ),
    )
    .map(({ name }) => name)
    .sort()
const withPermission = (permission: Permission): string[] =>
  manifest
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ name }) => name)
    .sort()

describe('protection reports', () => {
  test('can be opened by the protection pair’s own two functions alone', () => {
    expect(whoMay('kms:Decrypt', /^ProtectionKey/)).toEqual(['protection-api', 'protection-console'])
  })

  test('can be sealed by whoever takes messages in, who cannot read them back', () => {
    const intake = ['inbound-sms', 'ussd', 'public-web', 'staff-api', 'console']
    expect(whoMay('kms:Encrypt', /^ProtectionKey/)).toEqual(expect.arrayContaining(intake))
    for (const name of intake) expect(whoMay('kms:Decrypt', /^ProtectionKey/)).not.toContain(name)
  })
})

describe('a policy', () => {
  const all = deployed.flatMap(({ name, statements }) => statements.map((statement) => ({ name, statement })))

  test('names its actions one by one', () => {
    expect(all.length).toBeGreaterThan(manifest.length)
    for (const { name, statement } of all)
      for (const action of statement.Action) expect(action, name).toMatch(/^[a-z]+:[A-Z][A-Za-z]+$/)
  })

  test('names its resources one by one, but for the listing of a table’s streams, which AWS knows no other way', () => {
    const wide = all.flatMap(({ statement }) =>
      statement.Resource.map((one) => named(stacks, one))
        .filter((resource) => resource.includes('*'))
        .map((resource) => `${statement.Action.join()} on ${resource}`),
    )
    expect(new Set(wide)).toEqual(
      new Set(['dynamodb:ListStreams on arn:aws:dynamodb:eu-west-3:000000000000:table/jaabi-ml-pilot-cases/stream/*']),
    )
  })

  test('is never one that AWS manages', () => {
    for (const role of resourcesOf(stacks.functions, 'AWS::IAM::Role').values())
      expect(role).not.toHaveProperty('ManagedPolicyArns')
  })

  test('says what the manifest says, for each function', () => {
    const cases = /table\/jaabi-ml-pilot-cases$/
    expect(whoMay('dynamodb:GetItem', cases)).toEqual(withPermission('cases:read'))
    expect(whoMay('dynamodb:PutItem', cases)).toEqual(withPermission('cases:write'))
    expect(whoMay('dynamodb:Query', /cases\/index\/due$/)).toEqual(withPermission('cases:read'))
    expect(whoMay('dynamodb:GetItem', /^Traffic/)).toEqual(withPermission('traffic:read'))
    expect(whoMay('dynamodb:PutItem', /^Traffic/)).toEqual(withPermission('traffic:write'))
    for (const action of ['dynamodb:Query', 'dynamodb:DeleteItem']) expect(whoMay(action, /^Traffic/)).toEqual([])
    expect(whoMay('kms:GenerateDataKey', /^GeneralKey/)).toEqual(withPermission('general:seal'))
    expect(whoMay('kms:Decrypt', /^GeneralKey/)).toEqual(withPermission('general:open'))
    expect(whoMay('kms:GenerateMac', /^FingerprintKey/)).toEqual(withPermission('fingerprint'))
    expect(whoMay('sns:Publish', /^Topicregionalgao/)).toEqual(withPermission('topics:publish'))
  })

  test('lets nobody publish to the operators, create or delete a table, or touch a secret', () => {
    expect(whoMay('sns:Publish', /operators/i)).toEqual([])
    const other = all
      .flatMap(({ statement }) => statement.Action)
      .filter((action) => /Table|^secretsmanager/.test(action))
    expect(other).toEqual([])
  })
})

describe('what a call of the SDK needs', () => {
  test('is its own action, as the permission words cover it', () => {
    expect(actionsOfCall('DynamoDB', 'GetItemCommand', {})).toEqual(['dynamodb:GetItem'])
    expect(actionsOf('cases:read')).toContain('dynamodb:GetItem')
    expect(actionsOf('fingerprint')).toEqual(actionsOfCall('KMS', 'GenerateMacCommand', {}))
    expect(actionsOf('gateway:send')).toEqual([])
  })

  test('is, for a transaction, the action of each of its parts', () => {
    const input = { TransactItems: [{ Put: {} }, { Update: {} }, { Put: {} }] }
    expect(actionsOfCall('DynamoDB', 'TransactWriteItemsCommand', input)).toEqual([
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ])
  })
})

describe('cdk-nag', () => {
  const answers = stacks.app.node.findAll().flatMap(({ node }) =>
    node.metadata.flatMap(({ data }) =>
      Object.entries(z.record(z.string(), z.string()).catch({}).parse(data))
        .filter(([id]) => id.startsWith('AwsSolutions::'))
        .map(([id, reason]) => ({ rule: id.replace('AwsSolutions::', ''), path: node.path, reason })),
    ),
  )
  const findings = new AwsSolutionsChecks(stacks.app)
    .validateScope(stacks.app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, path: constructPath })),
    )
  const answered = (finding: { rule: string; path: string }, answer: { rule: string; path: string }) =>
    finding.rule === answer.rule && finding.path.startsWith(`${answer.path}/`)

  test('finds nothing that is not answered with a reason', () => {
    const open = findings.filter((finding) => !answers.some((answer) => answered(finding, answer)))
    expect(open).toEqual([])
  })

  test('is not answered where it asks nothing', () => {
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) {
      expect(
        findings.some((finding) => answered(finding, answer)),
        `${answer.rule} ${answer.path}`,
      ).toBe(true)
      expect(answer.reason.length).toBeGreaterThan(50)
    }
  })
})
