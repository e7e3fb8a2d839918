import * as z from 'zod/mini'
import type { Actor, Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { Entry } from '../../case/history.ts'
import type { Why } from '../../case/why.ts'
import type { Append, Commit, StoredCase } from '../../ports/cases.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { ReadingNeeds } from '../needs.ts'

/** A code or an id: longer than any of ours is none. */
export const Code = z.string().check(z.maxLength(100))
/** Why, in somebody's own words; as long as its field on every page. */
export const MaybeReason = z.string().check(z.maxLength(2000))
export const Reason = MaybeReason.check(z.minLength(1))

/** `members`: who there is to be asked. */
export type StepNeeds = ReadingNeeds & Pick<DirectoryStore, 'members'>

/** Everything a staff step is decided from. */
export interface StepContext {
  stored: StoredCase
  caseFile: CaseFile
  viewer: Viewer
  by: Actor
  requestId: string
  needs: StepNeeds
  /** The same case, read with the same eyes, by another reference; null when there is none this viewer may see. */
  other: (reference: string) => Promise<StoredCase | null>
}

/** What a step leads to: entries on the case, and what else goes into the same transaction. */
export interface StepResult {
  entries: readonly Entry[]
  /** Which of them a reason given explains; the first where nothing is said. */
  reasonAt?: number
  sealed?: Append['sealed']
  erase?: Append['erase']
  drop?: Append['drop']
  /** Other cases and records written together with it. */
  also?: Pick<Commit, 'open' | 'append' | 'sender'>
  /** Shown once to whoever asked (a number revealed), never stored. */
  reveals?: { phone: string | null }
  /** What was changed in a text to fit an SMS. */
  lint?: readonly (readonly [string, string])[]
}

/** Why a step was not taken, in a word the pages and the API have a sentence for. */
export interface Refused {
  refused: Why
}

type Taken = Promise<StepResult | Refused> | StepResult | Refused

/** One staff step: the shape of its body, and what it leads to. Throws only for what nobody could foresee. */
export interface StaffStep {
  body: z.ZodMiniType
  /** Not for S cases, which are referred, not answered. */
  ordinaryOnly: boolean
  /** `body` must have passed the schema. */
  take: (body: unknown, context: StepContext) => Taken
}

export const staffStep = <Body>(
  body: z.ZodMiniType<Body>,
  take: (body: Body, context: StepContext) => Taken,
  { ordinaryOnly = false } = {},
): StaffStep => ({ body, ordinaryOnly, take: (raw, context) => take(z.parse(body, raw), context) })
