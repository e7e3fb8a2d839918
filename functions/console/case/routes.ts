import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { html } from 'hono/html'
import * as z from 'zod/mini'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { type Step, steps } from '../../../core/case/status.ts'
import { staffSteps } from '../../../core/operations/steps/table.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { shownSince } from '../../../core/operations/casework/shown-history.ts'
import { takeStep, type StepOutcome } from '../../../core/operations/casework/take-step.ts'
import { openForReading } from '../../../core/operations/casework/read-case.ts'
import type { StoredCase } from '../../../core/ports/cases.ts'
import { caseBody, goneBody, type Revealed } from '../../../web/console/case/page.ts'
import { previewed, stepTexts } from '../../../web/console/case/consequences.ts'
import { sheetBody } from '../../../web/console/case/sheet.ts'
import type { CaseView, Draft, Trouble } from '../../../web/console/case/view.ts'
import { happening } from '../../../web/console/case/words.ts'
import type { Flash } from '../../../web/console/layout.ts'
import { needsOf } from '../../wiring/services.ts'
import { bodyOf, type Posted, previewOf, readPosted } from './form.ts'
import type { CaseScene } from './scene.ts'
import { caseShown, historyLine } from './view.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, ConsoleScene, Section } from '../frame/scene.ts'
import { say } from '../../../web/say.ts'

const isStep = (name: string): name is Step => (steps as readonly string[]).includes(name)
const statusOf = { invalid: 400, refused: 409, stale: 409 } as const

type Ctx = Context<ConsoleEnv>

/** The page of one case, and every step of it as a plain form: what the staff routes do, for people. */
export const caseRoutes: Section = (app, scene) => {
  const { door } = scene

  app.get(`${door.base}/cases/:reference`, async (c) => {
    const { showing, stored } = await opened(c, scene)
    if (!stored) return c.notFound()
    const view = await caseShown(stored, showing, randomUUID())
    const flash = flashOf(c.req.query('fait'), view, stored.caseFile, showing)
    const above = await scene.aboveCase?.(stored, { ...showing, justDone: flash !== undefined })
    const body = caseBody({ view, draft: prefilled(c, view), revealed: null }, showing.texts)
    return page(c, scene, { title: titleOf(view, c), here: null, flash, body: html`${above}${body}` })
  })

  app.get(`${door.base}/cases/:reference/sheet`, async (c) => {
    const { showing, stored } = await opened(c, scene)
    const lane = stored?.caseFile.lane
    if (!stored || (lane !== 'S1' && lane !== 'S2')) return c.notFound()
    const view = await caseShown(stored, showing, randomUUID())
    const { texts } = showing
    return page(c, scene, { title: texts.case.sheet.title, here: null, body: sheetBody(view, texts) })
  })

  app.post(`${door.base}/cases/:reference/:step`, async (c) => {
    const { step, reference } = c.req.param()
    if (!isStep(step)) return c.notFound()
    const { showing, stored } = await opened(c, scene)
    if (!stored) return c.notFound()
    const { needs, viewer } = showing
    const posted = readPosted(await c.req.formData())
    const about = { caseFile: stored.caseFile, programme: needs.programme, now: needs.now }
    const body = bodyOf(step, posted, about)
    const preview = previewed.includes(step) ? previewOf(step, body, about) : null
    const looksFirst = previewed.includes(step) && !(posted.sends && preview?.text === posted.previewed)
    const trouble = await troubleBefore(step, posted, { body, looksFirst, caseFile: stored.caseFile, showing })
    const draft = (trouble: Trouble | null): Draft => ({ step, trouble, preview, ...posted })
    if (trouble) return again(c, scene, { stored, showing, draft: draft(trouble) }, statusOf[trouble.is])
    if (looksFirst) return again(c, scene, { stored, showing, draft: draft(null) }, 200)
    const outcome = await takeStep(viewer, { reference, step, body }, needs, door.opens)
    if (outcome.is === 'unknown') return c.notFound()
    const after = await openForReading(viewer, reference, needs, door.opens)
    if (outcome.is !== 'done') {
      if (!after) return c.notFound()
      const shown = { stored: after, showing, draft: draft(await troubleOf(outcome, showing)) }
      return again(c, scene, shown, statusOf[outcome.is])
    }
    const { texts } = showing
    if (!after) return page(c, scene, { title: texts.case.gone.title, here: null, body: goneBody(door.base, texts) })
    if (step === 'reveal-contact') {
      const view = await caseShown(after, showing, randomUUID())
      const body = caseBody({ view, draft: null, revealed: revealedOf(outcome) }, texts)
      return page(c, scene, { title: titleOf(view, c), here: null, body })
    }
    return c.redirect(`${door.base}/cases/${reference}?fait=${encodeURIComponent(posted.requestId)}`, 303)
  })
}

async function opened(
  c: Ctx,
  { services, door }: ConsoleScene,
): Promise<{ showing: CaseScene; stored: StoredCase | null }> {
  const viewer = c.get('viewer')
  const needs = needsOf(services)
  const stored = await openForReading(viewer, c.req.param('reference') ?? '', needs, door.opens)
  const { directory } = services
  return {
    showing: { viewer, needs, directory, door, texts: c.get('texts'), csrf: c.get('csrf') },
    stored,
  }
}

/** A title is read over shoulders, in a list of windows and in a browser's history: of what is sensitive it says nothing. */
const titleOf = ({ grouped, lane }: CaseView, c: Ctx): string => {
  const { title, trail } = c.get('texts').case
  return lane === 'N' ? say(title, { reference: grouped }) : trail.untitled
}

/** The form to merge, with the number that a link of the page gave it. */
function prefilled(c: Ctx, view: CaseView): Draft | null {
  const lead = readReference(c.req.query('joindre') ?? '')
  if (lead === null || !view.steps.includes('merge')) return null
  return { step: 'merge', requestId: `${view.requestId}-merge`, values: { lead: [lead] }, trouble: null, preview: null }
}

interface Shown {
  stored: StoredCase
  showing: CaseScene
  draft: Draft
}

/** The same case with a form that comes back, as it is now and with everything typed. */
async function again(c: Ctx, scene: ConsoleScene, { stored, showing, draft }: Shown, status: 200 | 400 | 409) {
  const view = await caseShown(stored, showing, randomUUID())
  const body = caseBody({ view, draft, revealed: null }, showing.texts)
  return page(c, scene, { title: titleOf(view, c), here: null, body, status })
}

interface Before {
  body: Record<string, unknown>
  looksFirst: boolean
  caseFile: CaseFile
  showing: CaseScene
}

/** What can be said before the step is taken: somebody named whom nobody knows, and what a look at the SMS would come too late for. */
async function troubleBefore(step: Step, { values, version }: Posted, before: Before): Promise<Trouble | null> {
  const { body, looksFirst, caseFile, showing } = before
  const [person = ''] = values['namedPerson'] ?? []
  if (person.trim() !== '' && !(await showing.directory.member(person.trim())))
    return { is: 'invalid', issues: [{ field: 'namedPerson', code: 'unknown-person' }] }
  if (!looksFirst) return null
  const read = z.safeParse(staffSteps[step].body, body)
  if (!read.success) return { is: 'invalid', issues: issuesOf(read.error.issues) }
  if (version === null || version === caseFile.version) return null
  const since = await shownSince(showing.viewer, caseFile, version, showing.needs)
  return troubleOf({ is: 'stale', version: caseFile.version, since }, showing)
}

/** `place.code` is about the field `place`. */
const issuesOf = (issues: readonly { path: PropertyKey[]; code: string }[]) =>
  issues.map(({ path, code }) => ({ field: String(path[0] ?? ''), code }))

type NotDone = Extract<StepOutcome, { is: 'invalid' | 'refused' | 'stale' }>

async function troubleOf(outcome: NotDone, showing: CaseScene): Promise<Trouble> {
  if (outcome.is === 'refused') return outcome
  if (outcome.is === 'stale')
    return { is: 'stale', since: await Promise.all(outcome.since.map((entry) => historyLine(entry, showing))) }
  return { is: 'invalid', issues: issuesOf(outcome.issues.map(({ path, code }) => ({ path: path.split('.'), code }))) }
}

/** Sent twice, the form shows no number twice. */
function revealedOf({ reveals }: Extract<StepOutcome, { is: 'done' }>): Revealed {
  if (!reveals) return { is: 'shown-before' }
  return reveals.phone === null ? { is: 'none' } : { is: 'shown', phone: reveals.phone }
}

/** What this person's form did, read from the history it wrote: an address alone makes nobody believe in a step. */
function flashOf(
  requestId: string | undefined,
  view: CaseView,
  { history }: CaseFile,
  { viewer, texts }: CaseScene,
): Flash | undefined {
  const own = history.find((entry) => requestId !== undefined && entry.requestId === requestId)
  // Not every viewer is shown every line: a place in the one list is none in the other.
  const line = view.history.find(({ entry: { at, what } }) => at === own?.at && what === own.what)
  const step = steps.find((one) => requestId?.endsWith(`-${one}`))
  if (!line || !step || line.entry.by.person !== viewer.person) return undefined
  const proposed = view.history.find(
    ({ entry: { what, at, by } }) => what === 'lower-proposed' && at === own?.at && by.person === viewer.person,
  )
  if (proposed) return { tone: 'careful', text: `${happening(proposed, view, texts)}. ${texts.case.also.secondLead}` }
  const { done } = line.entry.what === 'restored' ? texts.case.trail.restore : stepTexts(step, view, texts)
  return { tone: 'done', text: done }
}
