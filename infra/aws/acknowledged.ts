import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import type { Data } from './data/data.ts'
import type { FirstCodeSecrets } from './functions/first-codes.ts'
import type { JaabiFunction } from './functions/jaabi-function.ts'
import { streamsOf, type Cases } from './data/data.ts'
import type { FrontParts } from './functions/front.ts'

/** A finding of cdk-nag that stands, and why. What is not listed here fails the synth. */
interface Finding {
  about: IConstruct
  rule: string
  reason: string
}

export function acknowledge(findings: readonly Finding[]): void {
  for (const { about, rule, reason } of findings)
    Validations.of(about).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason })
}

export function dataFindings({
  pools,
  secrets,
  trailBucket,
}: Pick<Data, 'pools' | 'secrets'> & { trailBucket: IConstruct | null }): Finding[] {
  return [
    ...(trailBucket === null
      ? []
      : [
          {
            about: trailBucket,
            rule: 'S1',
            reason: 'It is itself a log, written by CloudTrail alone; who reads it stands in the trail of whoever may.',
          },
        ]),
    {
      about: pools.staff,
      rule: 'COG2',
      reason:
        'Focal points and partners may have no phone of their own for an authenticator app. What they may open is limited by ' +
        'role; protection, integrity and administrators are in the other pool, where a second factor is required.',
    },
    ...secrets.gatewayTokens.map((about) => ({
      about,
      rule: 'SMG4',
      reason:
        'The token is part of callback addresses that a person types into the gateway: rotating it alone would cut the ' +
        'channel. Two are valid at once so that a person can change it without a gap (docs/deploy.md).',
    })),
    {
      about: secrets.gatewayCredentials,
      rule: 'SMG4',
      reason: 'The gateway issues the key by hand and has no interface to rotate it; docs/deploy.md says how and when.',
    },
  ]
}

interface FunctionParts {
  entrance: IConstruct
  failures: IConstruct
  functions: readonly JaabiFunction[]
  cases: Cases
  firstCodes: FirstCodeSecrets
}

export function functionFindings({ entrance, failures, functions, cases, firstCodes }: FunctionParts): Finding[] {
  return [
    ...firstCodes.secrets.map((about) => ({
      about,
      rule: 'SMG4',
      reason:
        'It works once, for days, and the next deployment takes it away (docs/deploy.md): there is nothing to rotate.',
    })),
    {
      about: failures,
      rule: 'SQS3',
      reason: 'It is itself where the two stream readers put what they gave up; the rule knows queues, not streams.',
    },
    {
      about: entrance,
      rule: 'APIG4',
      reason:
        'Public pages are for everyone. Gateway callbacks carry a token in the path, compared in constant time, because the ' +
        'gateway can send no header. Staff routes check the signed token and the directory at each request, in the ' +
        'function, so that the same code runs on one machine and taking a role away works at once.',
    },
    ...functions
      .filter(({ entry }) => entry.trigger.on === 'stream')
      .map(({ role }) => ({
        about: role,
        rule: `IAM5[Resource::${streamsOf(cases)}]`,
        reason:
          'A stream has no name before AWS gives it one, and listing streams is authorised on all streams of one table. ' +
          'Reading is allowed on the one stream only.',
      })),
  ]
}

export function frontFindings({ distribution, secrets }: FrontParts): Finding[] {
  return [
    {
      about: distribution,
      rule: 'CFR1',
      reason: 'Whoever fled over a border must reach us from there: no country is shut out.',
    },
    {
      about: distribution,
      rule: 'CFR3',
      reason:
        'Its log would hold the address of each person beside the path, which may carry the number of their case. How many ' +
        'requests each rule stopped is counted by the firewall; the entrance behind it logs route and status.',
    },
    {
      about: distribution,
      rule: 'CFR4',
      reason:
        'Under the name that CloudFront gives, its own certificate and its own choice of protocols hold. A domain of the ' +
        'programme with a certificate of its own is added by hand (docs/deploy.md).',
    },
    ...secrets.map((about) => ({
      about,
      rule: 'SMG4',
      reason:
        'Two are valid at once so that a person changes the one that is shown without a gap (docs/deploy.md): rotating one by ' +
        'itself would close the pages until the next deployment.',
    })),
  ]
}
