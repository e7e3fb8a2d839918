import { App } from 'aws-cdk-lib'
import cdk from '../../cdk.json' with { type: 'json' }
import { prefixOf, readDeployment } from '../aws/deployment.ts'
import { jaabiApp } from '../aws/jaabi-app.ts'

export interface Resource {
  id: string
  type: string
  properties: Record<string, unknown>
  /** Folder of what is uploaded for it; empty where nothing is. */
  asset: string
}

/** Both stacks as they go to CloudFormation, with the code of the functions beside them. */
export interface Synthesized {
  account: string
  region: string
  /** Starts the name of every function, with a hyphen after it. */
  prefix: string
  /** By logical id, which both stacks share out between them. */
  resources: ReadonlyMap<string, Resource>
  /** What one stack takes from the other, by its name. */
  exported: ReadonlyMap<string, unknown>
}

interface Template {
  Resources: Record<
    string,
    { Type: string; Properties?: Record<string, unknown>; Metadata?: { 'aws:asset:path'?: string } }
  >
  Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>
}

/** Synthesizes and bundles into `outdir`, as `npm run synth` does, with the settings of `cdk.json` and what `context` says otherwise. */
export function synthesized(outdir: string, context: Record<string, unknown> = {}): Synthesized {
  const app = new App({ outdir, context: { ...cdk.context, 'aws:cdk:enable-asset-metadata': true, ...context } })
  jaabiApp(app)
  const deployment = readDeployment(app.node, undefined)
  const { account, region } = deployment
  const resources = new Map<string, Resource>()
  const exported = new Map<string, unknown>()
  for (const { template } of app.synth().stacks) {
    const { Resources, Outputs = {} } = template as Template
    for (const [id, { Type: type, Properties: properties = {}, Metadata = {} }] of Object.entries(Resources)) {
      if (resources.has(id)) throw new Error(`both stacks have a ${id}`)
      const path = Metadata['aws:asset:path']
      resources.set(id, { id, type, properties, asset: path === undefined ? '' : `${outdir}/${path}` })
    }
    for (const { Value, Export } of Object.values(Outputs)) if (Export) exported.set(Export.Name, Value)
  }
  return { account, region, prefix: `${prefixOf(deployment)}-`, resources, exported }
}

export const resourcesOf = ({ resources }: Pick<Synthesized, 'resources'>, type: string): Resource[] =>
  [...resources.values()].filter((one) => one.type === type)
