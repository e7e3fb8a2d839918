import type { Node } from 'constructs'
import * as z from 'zod/mini'
import type { TableName } from '../../adapters/dynamodb/table/table.ts'
import type { Settings } from '../../core/notices/settings.ts'

const count = z.pipe(z.coerce.number(), z.int().check(z.minimum(1)))

/** What a deployment chooses: `cdk.json` holds the defaults, `--context name=value` overrides them (docs/deploy.md). */
const Deployment = z.object({
  /** `production` refuses to be made while a text would have to leave something out. */
  stage: z._default(z.enum(['pilot', 'production']), 'pilot'),
  programme: z._default(z.string().check(z.regex(/^[a-z][a-z0-9-]{1,15}$/)), 'ml'),
  region: z._default(z.string(), 'eu-west-3'),
  /** Twelve digits; a dummy is enough to synthesize. */
  account: z._default(z.string().check(z.regex(/^\d{12}$/)), '000000000000'),
  /** Where the sign-in pages send people back to. */
  consoleUrl: z._default(z.nullable(z.url()), null),
  /** `off` keeps every SMS and alert back: set it before a restored table is read, until a person allows sending. */
  sends: z._default(z.enum(['on', 'off']), 'on'),
  /** Whose name is on mail to staff, an address whose domain SES has verified here; null: no mail is offered (docs/deploy.md). */
  mailFrom: z._default(z.nullable(z.email()), null),
  /** ARN of the web ACL that `JaabiFirewall` made: the pages are then reached through CloudFront alone. None: no firewall. */
  webFirewall: z._default(
    z.nullable(z.string().check(z.regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/))),
    null,
  ),
  /** Which of its two secrets the firewall shows; the functions take both. */
  frontSecret: z._default(z.enum(['a', 'b']), 'a'),
  /** Raise it after changing a secret: functions read secrets only when they are deployed. */
  secretsRevision: z._default(count, 1),
  /** `own`: the stack makes the trail its watch of keys and code lives from; `account`: there is one of management events already. */
  trail: z._default(z.enum(['own', 'account']), 'own'),
  /** The day (UTC) from which the codes for the first of each pair count no more; null draws none. */
  firstPairUntil: z._default(z.nullable(z.iso.date()), null),
  /** Raise it to add a fingerprint key; the earlier ones stay, to recognise who wrote before. */
  fingerprintGenerations: z._default(count, 1),
  /** Name and stream ARN of a restored table that takes the place of the original (docs/restore.md). */
  restoredTable: z._default(z.nullable(z.string()), null),
  restoredStreamArn: z._default(z.nullable(z.string()), null),
})
export type Deployment = z.infer<typeof Deployment>

export class DeploymentError extends Error {
  override name = 'DeploymentError'
}

/** Throws DeploymentError when a context value cannot be used. */
export function readDeployment(node: Node, fallbackAccount: string | undefined): Deployment {
  const given = Object.keys(Deployment.shape).flatMap((name) => {
    const value: unknown = node.tryGetContext(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const parsed = Deployment.safeParse({
    ...(fallbackAccount === undefined ? {} : { account: fallbackAccount }),
    ...Object.fromEntries(given),
  })
  if (!parsed.success) throw new DeploymentError(`Context: ${z.prettifyError(parsed.error)}`)
  if ((parsed.data.restoredTable === null) !== (parsed.data.restoredStreamArn === null))
    throw new DeploymentError('Context: restoredTable and restoredStreamArn go together.')
  return parsed.data
}

/** Throws DeploymentError when the texts of a production deployment would have to leave something out. */
export function refuseUnready({ stage, consoleUrl }: Deployment, settings: Settings): void {
  if (stage !== 'production') return
  const needed: Record<string, string | null> = {
    'helpNumber (programme/settings.ts): the line where a person answers': settings.helpNumber,
    'ussdCode (programme/settings.ts): the code people dial': settings.ussdCode,
    'consoleUrl (context): where staff sign in': consoleUrl,
  }
  const missing = Object.keys(needed).filter((what) => !needed[what])
  if (missing.length > 0)
    throw new DeploymentError(
      `Not ready for production. Still unset:\n${missing.map((what) => `- ${what}`).join('\n')}`,
    )
}

/** Starts every name, so that several programmes and stages fit into one account. */
export function prefixOf({ programme, stage }: Deployment): string {
  return `jaabi-${programme}-${stage}`
}

/** Roles have fixed names: the policy of the protection key names one of them before it exists. */
export function roleNameOf(deployment: Deployment, functionName: string): string {
  return `${prefixOf(deployment)}-${functionName}`
}

export function tableNameOf(deployment: Deployment, name: TableName): string {
  return `${prefixOf(deployment)}-${name}`
}
