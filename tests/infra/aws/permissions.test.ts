import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { manifest, type Permission } from '../../../functions/manifest.ts'
import { actionsOf } from '../../../infra/rehearsal/actions.ts'
import { flawsOf, grantedByPolicy } from '../../support/calls/flaws.ts'
import { grantedByManifest } from '../../support/calls/granted.ts'
import { neverCalled } from '../../support/calls/never-called.ts'
import { functionsOf, named, resourcesOf, statementsOf, synthesize } from '../../support/templates.ts'

const stacks = synthesize({ mailFrom: 'jaabi@example.org' })
const anAcl = 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/jaabi-ml-pilot/0a1b2c3d-0000-4000-8000-000000000000'
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
    expect(whoMay('dynamodb:Query', /cases\/index\/due$/)).toEqual(withPermission('index:due'))
    expect(whoMay('dynamodb:ConditionCheckItem', cases)).toEqual(withPermission('cases:check'))
    expect(whoMay('dynamodb:Scan', cases)).toEqual(['deadline-sweep'])
    expect(whoMay('dynamodb:GetItem', /^Traffic/)).toEqual(withPermission('traffic:read'))
    expect(whoMay('dynamodb:PutItem', /^Traffic/)).toEqual(withPermission('traffic:write'))
    const counts = [...withPermission('traffic:count'), ...withPermission('traffic:write')].toSorted()
    expect(whoMay('dynamodb:UpdateItem', /^Traffic/)).toEqual(counts)
    for (const action of ['dynamodb:Query', 'dynamodb:DeleteItem']) expect(whoMay(action, /^Traffic/)).toEqual([])
    expect(whoMay('kms:GenerateDataKey', /^GeneralKey/)).toEqual(withPermission('general:seal'))
    expect(whoMay('kms:Decrypt', /^GeneralKey/)).toEqual(withPermission('general:open'))
    expect(whoMay('kms:GenerateMac', /^FingerprintKey/)).toEqual(withPermission('fingerprint'))
    expect(whoMay('sns:Publish', /^Topicregionalgao/)).toEqual(withPermission('topics:publish'))
    expect(whoMay('ses:SendEmail', /:identity\/example\.org$/)).toEqual(withPermission('mail:send'))
    expect([...grantedByPolicy(stacks)].toSorted()).toEqual([...grantedByManifest].toSorted())
  })

  test('lets nobody send mail where no sender was given', () => {
    const silent = synthesize()
    const actions = functionsOf(silent).flatMap(({ role }) =>
      statementsOf(silent, role).flatMap(({ Action }) => Action),
    )
    expect(actions.filter((action) => action.startsWith('ses:'))).toEqual([])
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
  test('is its own action, on a table or on one of its indexes', () => {
    const input = { TableName: 'cases', IndexName: 'due' }
    expect(actionsOf('Query', input)).toEqual([{ action: 'Query', table: 'cases', index: 'due' }])
    expect(actionsOf('BatchGetItem', { RequestItems: { cases: {} } })).toMatchObject([{ table: 'cases' }])
  })

  test('is, for a transaction, the action of each of its parts', () => {
    const parts = ['Put', 'Update', 'Delete', 'ConditionCheck'].map((part) => ({ [part]: { TableName: 'cases' } }))
    expect(actionsOf('TransactWriteItems', { TransactItems: parts }).map(({ action }) => action)).toEqual([
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'ConditionCheckItem',
    ])
  })

  test('and nothing else is granted, over the whole suite, but for a written reason', () => {
    const granted = new Set(['ussd dynamodb:GetItem cases', 'ussd dynamodb:PutItem cases'])
    const excused = [{ line: /^ussd dynamodb:PutItem/, because: 'a reason' }]
    const calls = (...lines: string[]) => new Set(lines)
    expect(flawsOf(calls('ussd dynamodb:GetItem cases'), granted, excused)).toEqual([])
    expect(flawsOf(calls('ussd dynamodb:Scan cases'), granted, excused)).toEqual([
      'called and not granted: ussd dynamodb:Scan cases',
      'granted and never called: ussd dynamodb:GetItem cases',
    ])
    expect(flawsOf(granted, granted, excused)).toEqual(['called by now, or not granted: ^ussd dynamodb:PutItem'])
    for (const { line, because } of neverCalled) {
      expect(because.length).toBeGreaterThan(40)
      expect(
        [...grantedByManifest].some((one) => line.test(one)),
        line.source,
      ).toBe(true)
    }
  })
})

describe.each([
  ['alone', stacks],
  ['behind a web firewall', synthesize({ webFirewall: anAcl })],
])('cdk-nag, the pages %s', (_, { app }) => {
  const answers = app.node.findAll().flatMap(({ node }) =>
    node.metadata.flatMap(({ data }) =>
      Object.entries(z.record(z.string(), z.string()).catch({}).parse(data))
        .filter(([id]) => id.startsWith('AwsSolutions::'))
        .map(([id, reason]) => ({ rule: id.replace('AwsSolutions::', ''), path: node.path, reason })),
    ),
  )
  const findings = new AwsSolutionsChecks(app)
    .validateScope(app)
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
