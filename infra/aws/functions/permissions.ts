import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Permission } from '../../../functions/manifest.ts'
import { grantsOf, type Resources } from './grants.ts'

export function statementsOf(permissions: readonly Permission[], resources: Resources, region: string) {
  const granted = permissions.flatMap(grantsOf).filter(({ on }) => on(resources).length > 0)
  return granted.map(
    ({ actions, on, via }) =>
      new PolicyStatement({
        actions: [...actions],
        resources: [...on(resources)],
        ...(via ? { conditions: { StringEquals: { 'kms:ViaService': `${via}.${region}.amazonaws.com` } } } : {}),
      }),
  )
}
