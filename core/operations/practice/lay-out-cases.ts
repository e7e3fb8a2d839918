import type { Viewer } from '../../case/actor.ts'
import type { Step } from '../../case/status.ts'
import { addHours } from '../../deadlines/calendar.ts'
import { standing } from '../../lists/standing.ts'
import { type Filing, fileCase } from '../intake/file-case.ts'
import { inParallel } from '../in-parallel.ts'
import type { Needs, ReadingNeeds } from '../needs.ts'
import { healTelling } from '../sweep/sweep.ts'
import { visitPractised } from './practice.ts'
import { takeStep } from '../casework/take-step.ts'
import { openForReading } from '../casework/read-case.ts'

/** One made-up case: how it came, and what was done with it since. */
export interface MadeUp<Part extends string> {
  /** How long ago the person spoke; `filedHoursAgo` where it was written down later (paper). */
  hoursAgo: number
  filedHoursAgo?: number
  filing: Omit<Filing, 'receivedAt' | 'requestId' | 'by'>
  /** Who wrote it down; absent where the person did. */
  by?: Part
  /** In order of time. */
  steps: readonly { hoursAgo: number; as: Part; step: Step; body?: Readonly<Record<string, unknown>> }[]
}

/** Cases are nobody else's concern: side by side they are laid out in a few seconds. */
const atOnce = 8

/**
 * Lays out made-up cases as if each thing had happened at its time: through the same operations, and with what the sweep does wherever
 * something fell due in between. Throws where a step is refused: then the made-up cases do not fit the programme.
 */
export async function layOut<Part extends string>(
  cases: readonly MadeUp<Part>[],
  people: Readonly<Record<Part, Viewer>>,
  needs: ReadingNeeds,
): Promise<void> {
  const telling = { people, needs, ago: (hours: number): string => addHours(needs.now, -hours) }
  await inParallel([...cases.entries()], atOnce, ([index, one]) => layOutOne(one, index, telling))
}

interface Telling<Part extends string> {
  people: Readonly<Record<Part, Viewer>>
  needs: ReadingNeeds
  ago: (hours: number) => string
}

async function layOutOne<Part extends string>(
  { hoursAgo, filedHoursAgo = hoursAgo, filing, by, steps }: MadeUp<Part>,
  index: number,
  { people, needs, ago }: Telling<Part>,
): Promise<void> {
  const told = { receivedAt: ago(hoursAgo), requestId: `made-up-${index}`, by: by ? people[by] : null }
  const { reference } = await fileCase({ ...filing, ...told }, { ...needs, now: ago(filedHoursAgo) })
  for (const [position, { hoursAgo, as, step, body }] of steps.entries()) {
    const then = { ...needs, now: ago(hoursAgo) }
    await catchUp(reference, then)
    await openForReading(people[as], reference, then, () => true)
    const request = { reference, step, body: { ...body, requestId: `made-up-${index}-${position}` } }
    const { is } = await takeStep(people[as], request, { ...then, members: () => Promise.resolve([]) }, () => true)
    if (is !== 'done') throw new Error(`made-up case ${index}: ${step} is ${is}`)
    await healTelling(reference, then)
  }
  await catchUp(reference, needs)
}

/** What fell due on a case up to now, each at its own instant. An instant that stays due is left to a later look. */
async function catchUp(reference: string, needs: Needs): Promise<void> {
  let last = ''
  for (;;) {
    const stored = await needs.cases.load(reference)
    const at = stored && standing(stored.caseFile, needs.programme)?.nextLookAt
    if (!at || at > needs.now || at === last) return
    last = at
    await visitPractised(reference, { ...needs, now: at })
  }
}
