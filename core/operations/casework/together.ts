import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { isSurelyOrdinary } from '../../routing/flood.ts'
import { mostTogether, type NotTogether, type TogetherStep } from '../../routing/together.ts'
import type { Lane } from '../../case/level.ts'
import { maySee } from '../../routing/may-see.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { Needs, ReadingNeeds } from '../needs.ts'
import type { StepNeeds } from '../steps/step.ts'
import { openContact, openWords } from '../sealed.ts'
import { needsSecond } from '../steps/dismissed-alone.ts'
import { offeredSteps } from './offered-steps.ts'
import { type StepOutcome, takeStep } from './take-step.ts'

export interface Together {
  /** Those this viewer may open, in the order asked for; `may`: the step can be taken on it. */
  chosen: readonly { caseFile: CaseFile; may: boolean }[]
  /** The one the others follow. */
  lead: CaseFile | null
  refused: NotTogether | null
  /** It only proposes: a second person confirms each. */
  waits: boolean
}

type Opens = (lane: Lane) => boolean

/** The whole texts, as they were typed: what is only alike may be of somebody else. */
async function whyNotDismissed(all: readonly StoredCase[], needs: Needs): Promise<NotTogether | null> {
  if (!all.every(({ caseFile }) => isSurelyOrdinary(caseFile))) return 'sensitive'
  if (!all.every(({ caseFile }) => caseFile.readAt !== null)) return 'not-opened'
  const said = await Promise.all(all.map((stored) => openWords(stored, 0, needs)))
  if (said[0] === null || said.some((text) => text !== said[0])) return 'other-words'
  const from = await Promise.all(all.map((stored) => openContact(stored, needs)))
  const [sender = null] = from
  return sender === null || from.some((phone) => phone !== sender) ? 'several-senders' : null
}

/** One that others follow already, else the oldest that waits for an answer. */
function leadOf(files: readonly CaseFile[]): CaseFile | null {
  const free = files
    .filter(({ lane, mergedInto }) => lane === 'N' && mergedInto === null)
    .filter(({ status }) => status !== 'answered' && status !== 'closed')
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  return free.find(({ followers }) => followers.length > 0) ?? free[0] ?? null
}

/** What a step would do with all of these; what somebody may not open is not among them, and nothing tells of it. */
export async function readTogether(
  viewer: Viewer,
  { step, references }: { step: TogetherStep; references: readonly string[] },
  needs: ReadingNeeds,
  opens: Opens,
): Promise<Together> {
  const { cases, programme } = needs
  const asked = [...new Set(references)].slice(0, mostTogether)
  const loaded = await Promise.all(asked.map((reference) => cases.load(reference)))
  const all = loaded
    .filter((one) => one !== null)
    .filter(({ caseFile }) => opens(caseFile.lane) && maySee(viewer, caseFile, programme.gazetteer))
  const lead = step === 'merge' ? leadOf(all.map(({ caseFile }) => caseFile)) : null
  const may = ({ caseFile }: StoredCase) => caseFile !== lead && offeredSteps(viewer, caseFile).includes(step)
  const able = all.filter(may)
  const refused = step === 'dismiss' && able.length > 0 ? await whyNotDismissed(able, needs) : null
  return {
    chosen: all.map((one) => ({ caseFile: one.caseFile, may: able.includes(one) })),
    lead,
    refused,
    waits: step === 'dismiss' && refused === null && (await needsSecond(viewer, able.length, needs)),
  }
}

interface TogetherRequest {
  step: TogetherStep
  /** With the version of each that was seen. */
  cases: readonly { reference: string; version: number }[]
  requestId: string
  body: Readonly<Record<string, unknown>>
}

/** Takes the step on each, one after the other; each stands or falls alone, and sent twice it is taken once. */
export async function takeTogether(
  viewer: Viewer,
  { step, cases, requestId, body }: TogetherRequest,
  needs: StepNeeds,
  opens: Opens,
): Promise<{ taken: { reference: string; outcome: StepOutcome }[]; read: Together }> {
  const references = cases.map(({ reference }) => reference)
  const read = await readTogether(viewer, { step, references }, needs, opens)
  if (read.refused) return { taken: [], read }
  const lead = read.lead ? { lead: read.lead.reference } : {}
  const waits = read.waits ? { waits: true } : {}
  const taken: { reference: string; outcome: StepOutcome }[] = []
  for (const { reference, version } of cases.slice(0, mostTogether)) {
    if (reference === read.lead?.reference) continue
    const own = { ...body, ...lead, ...waits, version, requestId: `${requestId}-${reference}-${step}` }
    taken.push({ reference, outcome: await takeStep(viewer, { reference, step, body: own }, needs, opens) })
  }
  return { taken, read }
}
