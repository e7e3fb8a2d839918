import { gatewayRoutes } from './gateways/path.ts'

import type { IndexName, TableName } from '../adapters/dynamodb/table/table.ts'

/** What starts a function. Read by `infra/aws` and by `infra/local`, so what runs locally is what deploys. */
export type Trigger =
  | { on: 'http'; routes: readonly string[] }
  /** The stream of the cases table; `items` are the kinds of item (attribute `is`) whose changes it wants, by every name they ever had. */
  | { on: 'stream'; items: readonly string[] }
  | { on: 'schedule'; everyMinutes: number }

/** What a function may do, in words the two infrastructures translate: IAM statements on AWS, wiring locally. */
export type TablePermission = `${TableName}:${'read' | 'write'}`
/** To ask one of the indexes: whose the cases are, what region they are listed in, when they are due. */
export type IndexPermission = `index:${IndexName}`
export type Permission =
  | TablePermission
  | IndexPermission
  | 'cases:many'
  | 'cases:append'
  | 'cases:check'
  | 'cases:scan'
  | 'traffic:count'
  | 'general:seal'
  | 'general:open'
  | 'protection:seal'
  | 'protection:open'
  | 'fingerprint'
  | 'topics:publish'
  | 'mail:send'
  | 'gateway:send'

export interface FunctionEntry {
  /** File `functions/<name>.ts`. */
  name: string
  trigger: Trigger
  /** Who is hurt when it fails, in one sentence: the text of its alarm. */
  impact: string
  memoryMb: number
  timeoutSeconds: number
  /** Names of the environment it needs beyond the common ones (`wiring/environment.ts`). */
  environment: readonly (
    'GATEWAY_TOKENS' | 'GATEWAY_CREDENTIALS' | 'TOPIC_ARNS' | 'ISSUERS' | 'FIRST_PAIR_CODES' | 'SENDS' | 'FRONT'
  )[]
  permissions: readonly Permission[]
}

const intake: readonly Permission[] = [
  'cases:read',
  'cases:many',
  'cases:write',
  'general:seal',
  'protection:seal',
  'fingerprint',
]

/** Every deployed function: `ls functions/*.ts` without this file. */
export const manifest: readonly FunctionEntry[] = [
  {
    name: 'inbound-sms',
    trigger: { on: 'http', routes: gatewayRoutes('sms') },
    impact: 'complaints sent by SMS are not being received',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: ['GATEWAY_TOKENS'],
    // Opens the words that a part of a long SMS continues.
    permissions: [...intake, 'general:open'],
  },
  {
    name: 'inbound-call',
    trigger: { on: 'http', routes: gatewayRoutes('voice') },
    impact: 'people without credit who ring to be called back are not being heard',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: ['GATEWAY_TOKENS'],
    permissions: ['cases:read', 'cases:many', 'cases:write', 'general:seal', 'fingerprint'],
  },
  {
    name: 'delivery-report',
    trigger: { on: 'http', routes: gatewayRoutes('delivery') },
    impact: 'we do not learn which answers reached the person, so cases stay open and people are written to again',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: ['GATEWAY_TOKENS'],
    permissions: ['cases:read', 'cases:many', 'cases:write', 'general:open', 'fingerprint'],
  },
  {
    name: 'opt-out',
    trigger: { on: 'http', routes: gatewayRoutes('opt-out') },
    impact: 'people who said STOP at their operator are still written to',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: ['GATEWAY_TOKENS'],
    permissions: ['cases:read', 'cases:many', 'cases:write', 'fingerprint'],
  },
  {
    name: 'ussd',
    trigger: { on: 'http', routes: gatewayRoutes('ussd') },
    impact: 'people who dial the code see an error and cannot complain or follow their case',
    memoryMb: 512,
    timeoutSeconds: 5,
    environment: ['GATEWAY_TOKENS'],
    permissions: [...intake, 'general:open', 'traffic:read', 'traffic:write'],
  },
  {
    name: 'ussd-end',
    trigger: { on: 'http', routes: gatewayRoutes('ussd-end') },
    impact: 'complaints cut off in the middle of a USSD session wait for the sweep instead of being completed at once',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: ['GATEWAY_TOKENS'],
    permissions: ['cases:read', 'cases:append', 'traffic:read'],
  },
  {
    name: 'public-web',
    trigger: {
      on: 'http',
      // A danger has a door of its own: what floods the other one does not close it.
      routes: ['GET /', 'POST /plainte', 'POST /danger', 'POST /recu', 'GET /suivi', 'GET /ailleurs', 'GET /affiche'],
    },
    impact: 'the public form and the follow-up page are down',
    memoryMb: 512,
    timeoutSeconds: 10,
    environment: ['FRONT'],
    permissions: [...intake, 'general:open', 'traffic:count'],
  },
  {
    name: 'staff-api',
    trigger: {
      on: 'http',
      routes: [
        'GET /api/openapi.json',
        'GET /api/queue',
        'POST /api/cases',
        'GET /api/cases/{reference}',
        'POST /api/cases/{reference}/{step}',
      ],
    },
    impact: 'focal points, regional clusters and partners cannot read, assign or answer cases',
    memoryMb: 512,
    timeoutSeconds: 15,
    environment: ['ISSUERS', 'FRONT'],
    permissions: [...intake, 'index:owner', 'index:region', 'general:open'],
  },
  {
    name: 'protection-api',
    trigger: {
      on: 'http',
      routes: [
        'GET /api/protection/queue',
        'GET /api/protection/cases/{reference}',
        'POST /api/protection/cases/{reference}/{step}',
      ],
    },
    impact: 'the protection pair cannot open or refer reports of abuse or danger',
    memoryMb: 512,
    timeoutSeconds: 15,
    environment: ['ISSUERS', 'FRONT'],
    permissions: [...intake, 'index:owner', 'index:region', 'general:open', 'protection:open'],
  },
  {
    name: 'console',
    trigger: {
      on: 'http',
      // Signing in stands apart: it has limits of its own.
      routes: [
        'GET /console/connexion/{pool}',
        'GET /console/retour',
        ...['GET /console', 'GET /console/{page+}', 'POST /console/{page+}'],
      ],
    },
    impact: 'nobody can sign in, and focal points, regional clusters and partners cannot work in the console',
    memoryMb: 512,
    timeoutSeconds: 15,
    environment: ['ISSUERS', 'FIRST_PAIR_CODES', 'FRONT'],
    permissions: [
      ...intake,
      ...(['index:owner', 'index:region', 'index:due', 'cases:check'] as const),
      ...(['general:open', 'traffic:read', 'traffic:write'] as const),
    ],
  },
  {
    name: 'protection-console',
    trigger: {
      on: 'http',
      routes: ['GET /console/protection', 'GET /console/protection/{page+}', 'POST /console/protection/{page+}'],
    },
    impact: 'the protection pair cannot read or refer reports of abuse or danger in the console',
    memoryMb: 512,
    timeoutSeconds: 15,
    environment: ['ISSUERS', 'FRONT'],
    permissions: [
      ...(['index:owner', 'general:open', 'protection:open', 'traffic:read', 'traffic:write'] as const),
      ...intake,
    ],
  },
  {
    name: 'case-changes',
    trigger: { on: 'stream', items: ['case', 'delivery', 'report'] },
    impact: 'receipts, answers and escalations are not being prepared; the sweep makes them up later',
    memoryMb: 512,
    timeoutSeconds: 60,
    environment: [],
    permissions: ['cases:read', 'cases:many', 'cases:write', 'general:open', 'fingerprint'],
  },
  {
    name: 'send-notices',
    trigger: { on: 'stream', items: ['notice'] },
    impact: 'SMS to people and alerts to the clusters are not leaving',
    memoryMb: 1024,
    timeoutSeconds: 120,
    environment: ['GATEWAY_CREDENTIALS', 'TOPIC_ARNS', 'SENDS'],
    permissions: [
      ...([
        'cases:read',
        'cases:many',
        'cases:write',
        'index:owner',
        'traffic:count',
        'general:open',
        'fingerprint',
      ] as const),
      ...(['topics:publish', 'mail:send', 'gateway:send'] as const),
    ],
  },
  {
    name: 'deadline-sweep',
    trigger: { on: 'schedule', everyMinutes: 1 },
    impact: 'late cases are not escalated, reminders do not leave and cut USSD sessions are not completed',
    memoryMb: 512,
    timeoutSeconds: 55,
    environment: [],
    // Reads the whole table once, for what was stored without an end.
    permissions: [
      'cases:read',
      'cases:scan',
      'cases:many',
      'cases:write',
      'index:owner',
      'index:due',
      'general:open',
      'fingerprint',
    ],
  },
]
