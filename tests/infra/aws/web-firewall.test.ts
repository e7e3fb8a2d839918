import { App } from 'aws-cdk-lib'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { manifest } from '../../../functions/manifest.ts'
import { readDeployment } from '../../../infra/aws/deployment.ts'
import { functionsOf, resourcesOf, synthesize } from '../../support/templates.ts'

const webFirewall =
  'arn:aws:wafv2:us-east-1:000000000000:global/webacl/jaabi-ml-pilot/0a1b2c3d-0000-4000-8000-000000000000'
const without = synthesize()
const behind = synthesize({ webFirewall })
const frontOf = (stacks: typeof without, name: string) => {
  const Variables = z.object({ Variables: z.object({ FRONT: z.unknown() }).partial() })
  const found = functionsOf(stacks).find((fn) => fn.name === name)
  return Variables.parse(found?.properties['Environment']).Variables.FRONT
}
const pages = manifest.filter(({ environment }) => environment.includes('FRONT')).map(({ name }) => name)

test('without the option nothing stands before the API, and the pages are told so', () => {
  without.functions.resourceCountIs('AWS::CloudFront::Distribution', 0)
  without.functions.resourceCountIs('AWS::SecretsManager::Secret', 0)
  for (const name of pages) expect(frontOf(without, name), name).toBe('null')
})

describe('with it', () => {
  const [distribution] = [...resourcesOf(behind.functions, 'AWS::CloudFront::Distribution').values()]
  const text = JSON.stringify(distribution)

  test('CloudFront stands before the pages with the firewall that was chosen, keeps no page and no log', () => {
    behind.functions.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        WebACLId: webFirewall,
        Logging: Match.absent(),
        DefaultCacheBehavior: Match.objectLike({
          ViewerProtocolPolicy: 'redirect-to-https',
          // AWS's names for: nothing is cached; all that a viewer sends but the host.
          CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
          FunctionAssociations: [Match.objectLike({ EventType: 'viewer-request' })],
        }),
      }),
    })
  })

  test('it shows one of two secrets; every page takes both, and each secret is only a reference', () => {
    expect(text).toMatch(/"HeaderName":"x-jaabi-front"/)
    expect(text).toMatch(/FrontSecreta/)
    expect(text).not.toMatch(/FrontSecretb/)
    expect(JSON.stringify(synthesize({ webFirewall, frontSecret: 'b' }).functions.findResources('AWS::CloudFront::Distribution'))).toMatch(/FrontSecretb/) // prettier-ignore
    for (const name of pages) {
      const front = JSON.stringify(frontOf(behind, name))
      expect(front, name).toMatch(/resolve:secretsmanager:.*FrontSecreta.*resolve:secretsmanager:.*FrontSecretb/)
    }
    for (const secret of resourcesOf(behind.functions, 'AWS::SecretsManager::Secret').values())
      expect(secret).not.toHaveProperty('SecretString')
  })

  test('every function that shows pages or answers staff is behind it, and no gateway is', () => {
    const routed = manifest.flatMap(({ name, trigger }) =>
      trigger.on === 'http' ? { name, routes: trigger.routes } : [],
    )
    for (const { name, routes } of routed)
      expect(pages.includes(name), name).toBe(!routes.some((route) => route.includes('/gateways/')))
    expect(behind.functions.toJSON()).toHaveProperty('Outputs.Pages')
  })
})

describe('the firewall', () => {
  const Rules = z.object({ Scope: z.string(), Rules: z.array(z.object({ Name: z.string(), Priority: z.number(), Action: z.record(z.string(), z.unknown()), Statement: z.unknown() })) }) // prettier-ignore
  const [acl] = [...resourcesOf(without.firewall, 'AWS::WAFv2::WebACL').values()]
  const { Scope, Rules: rules } = Rules.parse(acl)

  test('is one for CloudFront, in the region AWS keeps them in', () => {
    expect(Scope).toBe('CLOUDFRONT')
    expect(without.app.node.findChild('JaabiFirewall')).toMatchObject({ region: 'us-east-1' })
  })

  test('lets a danger through before anything is counted, and reads nothing that people write', () => {
    expect(rules[0]).toMatchObject({ Priority: 0, Action: { Allow: {} } })
    expect(JSON.stringify(rules[0]?.Statement)).toContain('"/danger"')
    expect(JSON.stringify(rules)).not.toMatch(/Body|QueryString|ManagedRuleGroup/)
  })

  test('stops an address that does what no crowd does', () => {
    const limits = rules.flatMap(({ Statement }) => /"Limit":(\d+)/.exec(JSON.stringify(Statement))?.[1] ?? [])
    expect(limits.map(Number)).toEqual([100, 600, 3000])
  })
})

test('context: an ARN of a web ACL for CloudFront, or none', () => {
  const of = (context: Record<string, string>) => readDeployment(new App({ context }).node, undefined)
  expect(of({}).webFirewall).toBeNull()
  expect(of({ webFirewall }).webFirewall).toBe(webFirewall)
  expect(() => of({ webFirewall: 'on' })).toThrow(/webFirewall/)
  expect(() => of({ webFirewall: webFirewall.replace('us-east-1', 'eu-west-3') })).toThrow(/webFirewall/)
})
