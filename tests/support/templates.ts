import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import * as z from 'zod'
import cdk from '../../cdk.json' with { type: 'json' }
import { jaabiApp } from '../../infra/aws/jaabi-app.ts'

/** All stacks with the settings of `cdk.json`, without bundling the code. */
export function synthesize(context: Record<string, unknown> = {}) {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [], ...context } })
  const { data, functions, firewall } = jaabiApp(app)
  return {
    app,
    data: Template.fromStack(data),
    functions: Template.fromStack(functions),
    firewall: Template.fromStack(firewall),
  }
}
export type Stacks = ReturnType<typeof synthesize>

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())])
const Statement = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.unknown().optional(),
  Action: list,
  Resource: z.unknown().transform((value) => (Array.isArray(value) ? value : [value]).map((one: unknown) => one)),
  Condition: z.unknown().optional(),
})
export type Statement = z.infer<typeof Statement>
export const Document = z.object({ Statement: z.array(Statement) })

const Ref = z.object({ Ref: z.string() })
const Attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
const Imported = z.object({ 'Fn::ImportValue': z.string() })
const Resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) })
const Output = z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() })

export interface Deployed {
  name: string
  role: string
  logGroup: string
  logicalId: string
  properties: Record<string, unknown>
}

export function resourcesOf(template: Template, type: string): Map<string, Record<string, unknown>> {
  const found = Object.entries(template.findResources(type)).map(
    ([id, resource]) => [id, Resource.parse(resource).Properties] as const,
  )
  return new Map(found)
}

/** Functions by the name of their manifest entry. */
export function functionsOf({ functions }: Stacks): Deployed[] {
  const Properties = z.object({
    FunctionName: z.string(),
    Role: Attribute,
    LoggingConfig: z.object({ LogGroup: Ref }),
  })
  return [...resourcesOf(functions, 'AWS::Lambda::Function')].map(([logicalId, properties]) => {
    const { FunctionName, Role, LoggingConfig } = Properties.parse(properties)
    return {
      name: FunctionName.replace(/^jaabi-[a-z]+-(pilot|production)-/, ''),
      role: Role['Fn::GetAtt'][0],
      logGroup: LoggingConfig.LogGroup.Ref,
      logicalId,
      properties,
    }
  })
}

export function statementsOf({ functions }: Stacks, role: string): Statement[] {
  const Policy = z.object({ PolicyDocument: Document, Roles: z.array(Ref) })
  return [...resourcesOf(functions, 'AWS::IAM::Policy').values()]
    .map((properties) => Policy.parse(properties))
    .filter((policy) => policy.Roles.some(({ Ref }) => Ref === role))
    .flatMap((policy) => policy.PolicyDocument.Statement)
}

/** A resource of a statement in words: an ARN, or the id of what it stands for in either stack. */
export function named({ data }: Stacks, resource: unknown): string {
  const imported = Imported.safeParse(resource)
  const exported = Object.values(data.findOutputs('*')).map((output) => Output.parse(output))
  const value = imported.success
    ? exported.find((output) => output.Export?.Name === imported.data['Fn::ImportValue'])?.Value
    : resource
  const attribute = Attribute.safeParse(value)
  if (attribute.success) return attribute.data['Fn::GetAtt'].join('.')
  const reference = Ref.safeParse(value)
  return reference.success ? reference.data.Ref : z.string().parse(value)
}
