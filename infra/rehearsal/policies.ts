import * as z from 'zod'

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())])
const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  /** Of the policy a key has itself. */
  Principal: z.object({ AWS: z.string().optional(), Service: z.string().optional() }).optional(),
  Action: list,
  Resource: list,
  Condition: z.record(z.string(), z.record(z.string(), list)).default({}),
})
export type Statement = z.infer<typeof Statement>
export const Policies = z.object({ Statement: z.array(Statement) })

/** What somebody wants to do. */
export interface Asked {
  action: string
  /** An ARN. */
  resource: string
  /** `aws:PrincipalArn`, `kms:ViaService` and the like. */
  context: Readonly<Record<string, string>>
}

/** `*` and `?` of a policy; an ARN holds neither. */
const fits = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(value)

const operators: Partial<Record<string, (wanted: readonly string[], is: string | undefined) => boolean>> = {
  StringEquals: (wanted, is) => is !== undefined && wanted.includes(is),
  ArnNotEquals: (wanted, is) => is === undefined || !wanted.some((one) => fits(one, is)),
}

function applies({ Action, Resource, Condition }: Statement, { action, resource, context }: Asked): boolean {
  const holds = Object.entries(Condition).every(([name, keys]) => {
    const operator = operators[name]
    // What is not understood must not pass for fulfilled, nor for not.
    if (!operator) throw new Error(`the condition ${name} is not known here`)
    return Object.entries(keys).every(([key, wanted]) => operator(wanted, context[key]))
  })
  return holds && Action.some((one) => fits(one, action)) && Resource.some((one) => fits(one, resource))
}

const isRoot = ({ Principal }: Statement): boolean => Principal?.AWS?.endsWith(':root') === true
const isForAll = ({ Principal }: Statement): boolean => Principal?.AWS === '*'

/**
 * As IAM decides within one account: no statement refuses it, and either the policy of the role allows it (where the resource, a key, has
 * a policy of its own: only if that leaves it to the account) or the policy of the resource allows it to everybody in the account.
 */
export function isAllowed(
  asked: Asked,
  role: readonly Statement[],
  ofResource: readonly Statement[] | undefined,
): boolean {
  const own = role.filter((one) => applies(one, asked))
  const others = (ofResource ?? []).filter((one) => (isRoot(one) || isForAll(one)) && applies(one, asked))
  if ([...own, ...others].some(({ Effect }) => Effect === 'Deny')) return false
  const leftToRoles = ofResource === undefined || others.some(isRoot)
  return (own.length > 0 && leftToRoles) || others.some(isForAll)
}
