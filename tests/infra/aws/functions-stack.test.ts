import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { manifest } from '../../../functions/manifest.ts'
import { Environment } from '../../../functions/wiring/environment.ts'
import { reserved } from '../../../infra/aws/functions/jaabi-function.ts'
import { functionsOf, named, resourcesOf, synthesize } from '../../support/templates.ts'

const stacks = synthesize()
const { functions } = stacks
const deployed = functionsOf(stacks)
const find = (name: string) => {
  const found = deployed.find((fn) => fn.name === name)
  if (!found) throw new Error(`${name} is not deployed`)
  return found
}
const target = (name: string) => ({ 'Fn::GetAtt': [find(name).logicalId, 'Arn'] })

describe('every entry of the manifest', () => {
  test('is deployed exactly once, and nothing else is', () => {
    expect(deployed.map(({ name }) => name).sort()).toEqual(manifest.map(({ name }) => name).sort())
  })

  test('runs its own code, on arm64, with the memory and the time it asks for', () => {
    for (const { name, memoryMb, timeoutSeconds } of manifest)
      expect(find(name).properties).toMatchObject({
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        MemorySize: memoryMb,
        Timeout: timeoutSeconds,
      })
    const code = deployed.map(({ properties }) => JSON.stringify(properties.Code))
    expect(new Set(code).size).toBe(manifest.length)
  })

  test('has exactly the environment it reads', () => {
    const common = Object.keys(Environment.shape)
    for (const { name, environment } of manifest) {
      const { Variables } = find(name).properties.Environment as { Variables: object }
      expect(Object.keys(Variables).sort(), name).toEqual([...common, ...environment].sort())
    }
  })

  test('has a role of its own', () => {
    expect(new Set(deployed.map(({ role }) => role)).size).toBe(manifest.length)
  })

  test('keeps its log for three months, and no longer', () => {
    const groups = resourcesOf(functions, 'AWS::Logs::LogGroup')
    expect(new Set(deployed.map(({ logGroup }) => logGroup)).size).toBe(manifest.length)
    for (const { name, logGroup } of deployed) expect(groups.get(logGroup), name).toMatchObject({ RetentionInDays: 90 })
    for (const group of groups.values()) expect(group.RetentionInDays).toBeLessThanOrEqual(90)
  })

  test('says in its alarm who is hurt when it fails', () => {
    const alarms = [...resourcesOf(functions, 'AWS::CloudWatch::Alarm').values()]
    for (const { name, impact } of manifest) {
      const own = alarms.filter(({ AlarmDescription }) => AlarmDescription === impact)
      expect(own, name).toHaveLength(1)
      expect(JSON.stringify(own[0]?.Metrics), name).toContain(find(name).logicalId)
    }
  })

  test('also rings when it caught an error, logged it and went on: callbacks are answered 200 whatever happens behind', () => {
    for (const { name, logGroup } of deployed)
      functions.hasResourceProperties('AWS::Logs::MetricFilter', {
        LogGroupName: { Ref: logGroup },
        FilterPattern: '{ $.error = "*" }',
        MetricTransformations: [Match.objectLike({ MetricName: `${name}-jaabi-ml-pilot-functions` })],
      })
  })
})

describe('the routes', () => {
  test('are those of the manifest, each leading to its function', () => {
    const integrations = resourcesOf(functions, 'AWS::ApiGatewayV2::Integration')
    const actual = [...resourcesOf(functions, 'AWS::ApiGatewayV2::Route').values()].map(({ RouteKey, Target }) => {
      const id = JSON.stringify(Target).match(/"Ref":"([^"]+)"/)?.[1] ?? ''
      return { route: RouteKey, to: integrations.get(id)?.IntegrationUri }
    })
    const wanted = manifest.flatMap(({ name, trigger }) =>
      trigger.on === 'http' ? trigger.routes.map((route) => ({ route, to: target(name) })) : [],
    )
    expect(actual).toHaveLength(wanted.length)
    expect(actual).toEqual(expect.arrayContaining(wanted))
  })

  test('never put a path, an address or a header into the access log: the path holds the gateway token', () => {
    const [stage] = resourcesOf(functions, 'AWS::ApiGatewayV2::Stage').values()
    const { Format } = stage?.AccessLogSettings as { Format: string }
    const logged = Format.match(/\$context[\w.]*/g) ?? []
    expect(logged).toContain('$context.routeKey')
    for (const variable of logged)
      expect(variable).toMatch(
        /^\$context\.(requestId|requestTimeEpoch|routeKey|status|responseLatency|error\.responseType)$/,
      )
  })

  const [stageId = '', stage] = Object.entries(functions.findResources('AWS::ApiGatewayV2::Stage'))[0] ?? []
  const settings = z
    .object({
      DependsOn: z.array(z.string()),
      Properties: z.object({
        DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number() }),
        RouteSettings: z.record(
          z.string(),
          z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
        ),
      }),
    })
    .parse(stage)
  const rateOf = (route: string) => settings.Properties.RouteSettings[route]?.ThrottlingRateLimit ?? 0

  test('are limited in rate, each by itself, and every one of them', () => {
    const all = manifest.flatMap(({ trigger }) => (trigger.on === 'http' ? trigger.routes : []))
    expect(Object.keys(settings.Properties.RouteSettings).sort()).toEqual([...all].sort())
    expect(settings.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(300)
    for (const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } of Object.values(
      settings.Properties.RouteSettings,
    ))
      expect(burst).toBeGreaterThanOrEqual(rate)
  })

  test('leave gateways all there is, danger far more than the form, and signing in the least', () => {
    for (const what of ['sms', 'ussd', 'delivery', 'opt-out', 'ussd-end', 'voice'])
      expect(rateOf(`POST /gateways/{gateway}/{token}/${what}`)).toBe(300)
    const form = rateOf('POST /plainte')
    expect(rateOf('POST /danger')).toBeGreaterThanOrEqual(5 * form)
    expect(rateOf('GET /suivi')).toBeLessThanOrEqual(form)
    for (const one of ['GET /console/connexion/{pool}', 'GET /console/retour'])
      expect(rateOf(one)).toBeLessThan(rateOf('GET /console/{page+}') / 5)
  })

  test('are there before the stage that names them: it would be refused otherwise', () => {
    expect(stageId).not.toBe('')
    for (const id of resourcesOf(functions, 'AWS::ApiGatewayV2::Route').keys()) expect(settings.DependsOn).toContain(id)
  })
})

describe('the stream of the cases', () => {
  const readers = manifest.filter(({ trigger }) => trigger.on === 'stream')

  test('has no more readers than a shard serves', () => {
    expect(readers.length).toBeLessThanOrEqual(2)
    functions.resourceCountIs('AWS::Lambda::EventSourceMapping', readers.length)
  })

  test('reaches each reader with the kinds of item it wants; a bad record neither blocks nor is lost without trace', () => {
    for (const { name, trigger } of readers)
      functions.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        FunctionName: { Ref: find(name).logicalId },
        EventSourceArn: Match.anyValue(),
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 5,
        DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
        FilterCriteria: {
          Filters: [
            { Pattern: JSON.stringify({ dynamodb: { NewImage: { is: { S: 'items' in trigger && trigger.items } } } }) },
          ],
        },
      })
  })

  test('tells the operators when a reader is five minutes behind, or has given something up', () => {
    for (const { name, impact } of readers)
      functions.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmDescription: `More than five minutes behind: ${impact}`,
        MetricName: 'IteratorAge',
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: find(name).logicalId } }],
        Threshold: 300_000,
      })
    functions.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
    })
  })
})

describe('the sweep', () => {
  test('is started every minute', () => {
    functions.resourceCountIs('AWS::Scheduler::Schedule', 1)
    functions.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      Target: Match.objectLike({ Arn: target('deadline-sweep') }),
    })
  })

  test('raises an alarm when its daily check finds a case on no agenda', () => {
    functions.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ ($.event = "self-check") && ($.failed IS TRUE) }',
    })
    functions.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('^the daily check failed'),
      Threshold: 1,
    })
  })

  test.each([
    ['pairs', 'nobody who opens protection'],
    ['care-list', 'numbers of care have not been checked'],
    ['reports', 'a gateway that told what became of SMS'],
  ])('raises an alarm for each day that its duty %s has something to say', (event, says) => {
    functions.hasResourceProperties('AWS::Logs::MetricFilter', { FilterPattern: `{ $.event = "${event}" }` })
    functions.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp(`^${says}`),
      Threshold: 1,
    })
  })

  test('raises an alarm by its silence: no run in five minutes, or no figure at all', () => {
    functions.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('^Has not run through once in five minutes: late cases'),
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    })
  })
})

test.each([
  ['SMS to typed numbers are held back', 'typed-sms-held', '^more SMS to numbers typed into the form'],
  ['what was paid in advance runs out', 'gateway-credit', '^what was paid to a gateway in advance'],
  ['a gateway begins to fail', 'gateway-failing', '^a gateway began to fail'],
])('rings when %s, at the first', (_, event, says) => {
  functions.hasResourceProperties('AWS::Logs::MetricFilter', {
    LogGroupName: { Ref: find('send-notices').logGroup },
    FilterPattern: `{ $.event = "${event}" }`,
  })
  functions.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp(says),
    MetricName: Match.stringLikeRegexp(event),
    Threshold: 1,
  })
})

test('every alarm reaches the operators, when it begins and when it is over', () => {
  for (const { AlarmActions, OKActions } of resourcesOf(functions, 'AWS::CloudWatch::Alarm').values()) {
    expect(AlarmActions).toEqual(OKActions)
    expect((AlarmActions as unknown[]).map((topic) => named(stacks, topic))).toEqual([
      expect.stringMatching('operators'),
    ])
  }
})

test('only functions of the manifest have places reserved', () => {
  expect(manifest.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(reserved)))
})

test('a restored table takes the place of the original everywhere, and sends can be held back', () => {
  const restored = synthesize({
    restoredTable: 'jaabi-ml-pilot-cases-restored',
    restoredStreamArn: 'arn:aws:dynamodb:eu-west-3:000000000000:table/jaabi-ml-pilot-cases-restored/stream/x',
    sends: 'off',
  })
  for (const { name, properties } of functionsOf(restored))
    expect(properties, name).toMatchObject({
      Environment: { Variables: { CASES_TABLE: 'jaabi-ml-pilot-cases-restored' } },
    })
  const text = JSON.stringify(restored.functions.toJSON())
  expect(text).not.toMatch(/jaabi-ml-pilot-cases(?!-restored)/)
  expect(text).toContain('"SENDS":"off"')
})

test('a code for the first of each pair is drawn only where the deployment says until when, and stands in no template', () => {
  expect(resourcesOf(functions, 'AWS::SecretsManager::Secret').size).toBe(0)
  const codesOf = (deployedWith: ReturnType<typeof synthesize>) =>
    functionsOf(deployedWith).flatMap(({ name, properties }) => {
      const { Variables } = properties.Environment as { Variables: Record<string, unknown> }
      return 'FIRST_PAIR_CODES' in Variables ? [{ name, value: Variables.FIRST_PAIR_CODES }] : []
    })
  expect(codesOf(stacks)).toEqual([{ name: 'console', value: 'null' }])

  const first = synthesize({ firstPairUntil: '2027-06-14' })
  const secrets = [...resourcesOf(first.functions, 'AWS::SecretsManager::Secret').values()]
  expect(secrets).toHaveLength(2)
  for (const secret of secrets) {
    expect(secret).not.toHaveProperty('SecretString')
    expect(secret.GenerateSecretString).toMatchObject({ PasswordLength: 24, ExcludePunctuation: true })
  }
  const [{ value } = { value: null }] = codesOf(first)
  const text = JSON.stringify(value)
  expect(text).toContain('{{resolve:secretsmanager:')
  expect(text).toContain('2027-06-14T00:00:00.000Z')
})
