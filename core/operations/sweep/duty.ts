import type { Mailboxes } from '../../ports/directory/mailboxes.ts'
import type { GatewayWatch } from '../../ports/gateway-watch.ts'
import type { Needs } from '../needs.ts'
import type { LeftoverNeeds } from './let-go.ts'
import type { TrainingNeeds } from './remind-of-training.ts'
import type { SelfCheckNeeds } from './self-check.ts'

export interface DutyNeeds extends Needs, SelfCheckNeeds, TrainingNeeds, LeftoverNeeds {
  directory: TrainingNeeds['directory'] & Pick<Mailboxes, 'mailboxes' | 'forgetMailbox'>
  /** Which table holds the cases: another one after a restore. */
  casesAt: string
  gatewayWatch: GatewayWatch
}

interface Round {
  /** How often this was done under the same key already, by whoever asks now. */
  times: number
  mayGoOn: () => boolean
}

interface Outcome {
  /** False while the next round has to go on with the same key. */
  done: boolean
  /** Codes and counts for the log; null where nothing is worth a line. `failed: true` says that somebody must look. */
  says: Record<string, string | number | boolean> | null
}

/**
 * What the programme owes once in a while, whoever asks and however often: `run` twice under one key must change nothing. What throws is
 * tried again a minute later.
 */
export interface Duty {
  /** Also its word in the log. */
  name: string
  /** Whether it comes before the cases, which may take all the time there is, or once they are looked at. */
  turn: 'before-cases' | 'after-cases'
  /** No case is looked at until this is done. */
  holdsCases?: boolean
  /** The day or version it is due for by now; null where nothing is. */
  keyOf: (needs: DutyNeeds) => string | null
  run: (key: string, needs: DutyNeeds, round: Round) => Promise<Outcome>
}
