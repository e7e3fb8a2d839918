import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { Invitations } from '../../ports/directory/invitations.ts'
import type { Mailboxes } from '../../ports/directory/mailboxes.ts'
import type { SmsGateway } from '../../ports/gateway.ts'
import type { Mails } from '../../ports/mails.ts'
import type { Topics } from '../../ports/topics.ts'
import type { GatewayWatch } from '../../ports/gateway-watch.ts'
import type { Needs } from '../needs.ts'
import type { KnownGateways } from './gateways/known.ts'

/** What sending asks for beside the rest. */
export interface SendNeeds extends Needs {
  directory: Pick<DirectoryStore, 'responsible' | 'member' | 'write'> & Invitations & Mailboxes
  mails: Mails
  /** By name. */
  gateways: ReadonlyMap<string, SmsGateway>
  topics: Topics
  gatewayWatch: GatewayWatch
  known: KnownGateways
  /** An SMS to a typed number waits: too many leave this hour, and somebody should look why. */
  held: () => void
  /** A gateway refused an SMS because nothing is left with it. */
  withoutCredit: (gateway: string) => void
  /** A gateway began to fail, for this reason. */
  failing: (gateway: string, reason: string) => void
  /** What a gateway did could not be written down; what it sent has left. */
  uncounted: (gateway: string, error: unknown) => void
}
