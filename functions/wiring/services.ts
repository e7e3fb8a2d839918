import type { Stores } from '../../core/ports/stores.ts'
import type { NoticeStore } from '../../core/ports/notices.ts'
import type { Sessions } from '../../core/ports/sessions.ts'
import type { SmsGateway } from '../../core/ports/gateway.ts'
import type { Mails } from '../../core/ports/mails.ts'
import type { GatewayWatch } from '../../core/ports/gateway-watch.ts'
import type { Topics } from '../../core/ports/topics.ts'
import type { Vault } from '../../core/ports/vault.ts'
import type { SignIn } from '../../adapters/openid/sign-in.ts'
import type { FiguresStore } from '../../core/ports/figures/figures.ts'
import type { Leftovers } from '../../core/ports/leftovers.ts'
import type { SelfCheckStore } from '../../core/ports/figures/self-check.ts'
import type { DirectoryStore } from '../../core/ports/directory/directory.ts'
import type { Invitations } from '../../core/ports/directory/invitations.ts'
import type { Mailboxes } from '../../core/ports/directory/mailboxes.ts'
import type { PairRecords } from '../../core/ports/directory/pair-records.ts'
import type { IntakePoints } from '../../core/ports/directory/intake-points.ts'
import type { ImportDrafts } from '../../core/ports/directory/import-drafts.ts'
import type { LastActions } from '../../core/ports/directory/last-actions.ts'
import type { Programme } from '../../core/operations/programme.ts'
import type { FirstCodes } from '../../core/operations/directory/first-code.ts'
import type { Villages } from '../../core/places/villages.ts'
import type { SendNeeds } from '../../core/operations/notices/needs.ts'
import type { Needs, ReadingNeeds } from '../../core/operations/needs.ts'
import type { LivingProgramme } from './living-programme.ts'

/** What every function is built from. */
export interface Services extends Stores {
  programme: Programme
  notices: NoticeStore
  vault: Vault
  nowAt: () => string
  random: () => number
}

/** Whatever takes words in or shows them is given what reads them. */
export type ReadsWords = Pick<ReadingNeeds, 'suggest'>

/** Where people choose places, or look for them. */
export interface ChoosesPlaces {
  villages: Villages
}

/** Where people read of green lines, boxes and desks, or write down what was said there. */
export interface KnowsPoints {
  points: IntakePoints
}

/** A gateway is known by a long random token in the path, two valid at once; one that can signs each call too (design §6). */
export interface GatewayServices extends Services {
  gatewayTokens: readonly string[]
  /** Within how long a callback is answered, whatever happens; three seconds where nothing else is said. */
  callbackMs?: number
  toPhone: (written: string) => string | null
}

export interface WebServices extends Services, ReadsWords, ChoosesPlaces, KnowsPoints {
  toPhone: (written: string) => string | null
}

export interface SendServices extends Services {
  directory: SendNeeds['directory']
  gateways: ReadonlyMap<string, SmsGateway>
  gatewayWatch: GatewayWatch
  topics: Topics
  mails: Mails
  /** False after a restore, until a person allows sending again. */
  sends: boolean
}

export interface CountServices extends Services {
  figures: FiguresStore
  lastActions: LastActions
}

export interface SweepServices extends CountServices {
  directory: Pick<DirectoryStore, 'member' | 'members'> & PairRecords & Pick<Mailboxes, 'mailboxes' | 'forgetMailbox'>
  refreshProgramme: LivingProgramme['refreshProgramme']
  selfCheck: SelfCheckStore
  leftovers: Leftovers
  gatewayWatch: GatewayWatch
  practice: { id: string; stores: Stores }
  /** Which table holds the cases: another one after a restore. */
  casesAt: string
}

/** Practice, and the sweep's canary, live under keys of their own (design §4). */
export const practiceOf = (programme: string): string => `${programme}-exercice`

/** Long enough for a week of learning. */
export const practiceKeptHours = 7 * 24

/** Who a Bearer token speaks for; null when it proves nothing. `restricted`: signed in with a second factor. */
export type VerifyBearer = (token: string) => Promise<{ person: string; restricted: boolean } | null>

export interface StaffServices extends Services, ReadsWords, ChoosesPlaces, KnowsPoints {
  /** Who is who, and who works where: on these pages nobody changes it. */
  directory: Pick<DirectoryStore, 'member' | 'members' | 'presence'>
  refreshProgramme: LivingProgramme['refreshProgramme']
  verify: VerifyBearer
  toPhone: (written: string) => string | null
}

export interface ConsoleServices extends StaffServices {
  directory: DirectoryStore & PairRecords & Invitations & Mailboxes
  lastActions: LastActions
  importDrafts: ImportDrafts
  /** Those of one practice programme; what is written there is gone after `practiceKeptHours`. */
  practiceStores: (id: string) => Stores
  sessions: Sessions
  signIn: SignIn
  firstCodes: FirstCodes | null
  gatewayWatch: GatewayWatch
  figures: FiguresStore
}

/** One reading of the clock per request. */
export function needsOf(services: Services & ReadsWords): ReadingNeeds
export function needsOf(services: Services): Needs
export function needsOf({ nowAt, ...services }: Services): Needs {
  return { ...services, now: nowAt() }
}
