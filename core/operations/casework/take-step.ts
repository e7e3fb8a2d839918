import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { type CaseFile, knowsRequest } from '../../case/case-file.ts'
import { fold } from '../../case/fold.ts'
import type { Entry } from '../../case/history.ts'
import type { Lane } from '../../case/level.ts'
import type { Step } from '../../case/status.ts'
import type { Why } from '../../case/why.ts'
import { maySee, refusal } from '../../routing/may-see.ts'
import type { Append, StoredCase, ToldCase } from '../../ports/cases.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { scopeOf, sealedAfter, sealedWords } from '../sealed.ts'
import { shownSince } from './shown-history.ts'
import { MaybeReason, type Refused, type StepContext, type StepNeeds, type StepResult } from '../steps/step.ts'
import { staffSteps } from '../steps/table.ts'

export interface StepRequest {
  reference: string
  step: Step
  /** Besides what the step needs: `requestId`, and the `version` the person saw (without it the newest is meant). */
  body: unknown
  /** The case as this request has just read it. */
  known?: ToldCase | null
}

export type StepOutcome =
  /** `after`: the case as the step leaves it, for whoever shows it. */
  | {
      is: 'done'
      caseFile: CaseFile
      after: ToldCase | null
      reveals?: { phone: string | null }
      lint: StepResult['lint']
    }
  /** No such case for this viewer: unknown, and out of reach, look alike. */
  | { is: 'unknown' }
  | { is: 'invalid'; issues: { path: string; code: string }[] }
  | { is: 'refused'; why: Why }
  /** Somebody wrote since the version the person saw. */
  | { is: 'stale'; version: number; since: readonly Entry[] }

const Envelope = z.object({
  requestId: z.string().check(z.minLength(1), z.maxLength(100)),
  version: z.optional(z.number()),
  reason: z.optional(MaybeReason),
})

const invalid = (error: z.core.$ZodError): StepOutcome => ({
  is: 'invalid',
  issues: error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
})

/** A reason is words: sealed under the entry it explains, unless that entry has words of its own. */
async function withReason(result: StepResult, reason: string | undefined, { caseFile, needs }: StepContext) {
  const explained = String(caseFile.version + (result.reasonAt ?? 0))
  if (!reason || result.sealed?.words?.[explained]) return result.sealed
  const scope = result.sealed?.scope ?? scopeOf(caseFile.lane)
  const sealed = await needs.vault.seal(scope, caseFile.reference, sealedWords(reason))
  return { ...result.sealed, words: { ...result.sealed?.words, [explained]: sealed } }
}

/** One step of one person on one case; repeating the same `requestId` returns the case as it is. `opens`: lanes behind this door. */
export async function takeStep(
  viewer: Viewer,
  request: StepRequest,
  needs: StepNeeds,
  opens: (lane: Lane) => boolean,
): Promise<StepOutcome> {
  const envelope = z.safeParse(Envelope, request.body)
  const step = staffSteps[request.step]
  const { cases, programme } = needs
  const seen = <Read extends StoredCase>(stored: Read | null): Read | null =>
    stored && opens(stored.caseFile.lane) && maySee(viewer, stored.caseFile, programme.gazetteer) ? stored : null
  const other = async (reference: string) => seen(await cases.load(reference))
  let inHand = request.known ?? null
  return untilWritten(async (sure) => {
    const isNewest = sure || inHand !== null
    const stored = seen(inHand ?? (await cases.loadTold(request.reference, sure)))
    inHand = null
    const outcome = await decided(stored)
    // Whatever is written on what is a moment old is refused; nobody is sent away by it.
    return outcome === retry || outcome.is === 'done' || isNewest ? outcome : retry
  })

  async function decided(stored: ToldCase | null): Promise<StepOutcome | typeof retry> {
    if (!stored)
      return (await takenBefore(viewer, request.reference, envelope.data?.requestId, cases)) ?? { is: 'unknown' }
    const { caseFile } = stored
    if (!envelope.success) return invalid(envelope.error)
    const { requestId, version, reason } = envelope.data
    if (knowsRequest(caseFile, requestId, viewer.person)) return { is: 'done', caseFile, after: stored, lint: [] }
    const body = z.safeParse(step.body, request.body)
    if (!body.success) return invalid(body.error)
    if (version !== undefined && version !== caseFile.version)
      return { is: 'stale', version: caseFile.version, since: await shownSince(viewer, caseFile, version, needs) }
    const why = refusal(viewer, caseFile, request.step)
    if (why) return { is: 'refused', why }
    // A possible S too: it is read and assessed first, never dismissed or merged away.
    if (step.ordinaryOnly && caseFile.lane !== 'N') return { is: 'refused', why: 'not-for-s' }
    const by = { role: viewer.role, person: viewer.person }
    const context: StepContext = { stored, caseFile, viewer, by, requestId, needs, other }
    const result: StepResult | Refused = await step.take(body.data, context)
    if ('refused' in result) return { is: 'refused', why: result.refused }
    return write(result, context, stored.notices, reason)
  }
}

/** Who lost a case by their own step, and repeats it, is told that it was taken: they know that already, and learn nothing more. */
async function takenBefore(
  { person }: Viewer,
  reference: string,
  requestId: string | undefined,
  cases: Needs['cases'],
): Promise<StepOutcome | null> {
  const caseFile = requestId === undefined ? undefined : (await cases.load(reference))?.caseFile
  return caseFile && requestId && knowsRequest(caseFile, requestId, person)
    ? { is: 'done', caseFile, after: null, lint: [] }
    : null
}

async function write(
  result: StepResult,
  context: StepContext,
  notices: ToldCase['notices'],
  reason?: string,
): Promise<StepOutcome | typeof retry> {
  const { needs, stored, caseFile } = context
  // What ends in a stub leaves no words, not even the reason given for ending it.
  const sealed = result.erase === 'all' ? undefined : await withReason(result, reason, context)
  const append: Append = {
    before: caseFile,
    entries: result.entries,
    ...(sealed ? { sealed } : {}),
    ...(result.erase ? { erase: result.erase } : {}),
    ...(result.drop === undefined ? {} : { drop: result.drop }),
  }
  const { append: others = [], ...also } = result.also ?? {}
  if ((await needs.cases.commit({ ...also, append: [append, ...others] })) !== 'done') return retry
  const now = result.entries.reduce(fold, caseFile)
  return {
    is: 'done',
    caseFile: now,
    after: { caseFile: now, sealed: sealedAfter(stored.sealed, append), notices },
    lint: result.lint,
    ...(result.reveals ? { reveals: result.reveals } : {}),
  }
}
