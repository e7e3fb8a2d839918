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
import type { ToldCase } from '../../../core/ports/cases.ts'
import { caseBody, goneBody, type Revealed } from '../../../web/console/case/page.ts'
import { previewed, stepTexts } from '../../../web/console/case/consequences.ts'
import { sheetBody } from '../../../web/console/case/sheet.ts'
import { caseHref, inboxHref } from '../../../web/console/frame/inbox-choice.ts'
import type { CaseView, Preview, StepForm, Trouble } from '../../../web/console/case/view.ts'
import { happening } from '../../../web/console/case/words.ts'
import type { Flash } from '../../../web/console/layout.ts'
import { needsOf } from '../../wiring/services.ts'
import { bodyOf, placeGiven, type Posted, previewOf, readPosted } from './form.ts'
import type { CaseScene } from './scene.ts'
import { caseView, historyLine } from './view.ts'
import { inListOf, leftBehind, nextInList } from '../frame/in-list.ts'
import { page } from '../frame/page.ts'
import { placesIn } from '../frame/places.ts'
import type { ConsoleEnv, ConsoleScene, Section } from '../frame/scene.ts'
import { say } from '../../../web/say.ts'

const isStep = (name: string): name is Step => (steps as readonly string[]).includes(name)
const statusOf = { invalid: 400, refused: 409, stale: 409 } as const

type Ctx = Context<ConsoleEnv>

/** The page of one case, and every step of it as a plain form: what the staff routes do, for people. */
export const caseRoutes: Section = (app, section) => {
  const { door } = section

  app.get(`${door.base}/cases/:reference`, async (c) => {
    const { scene, stored } = await opened(c, section)
    if (!stored) return c.notFound()
    const view = await caseView(stored, scene, randomUUID())
    const left = await leftBehind(c, scene.needs)
    const flash = left?.done ?? flashOf(c.req.query('fait'), view, stored.caseFile, scene)
    const above = await section.aboveCase?.(stored, { ...scene, texts: c.var.texts, justDone: flash !== undefined })
    const body = caseBody({ view, form: prefilled(c, view), revealed: null }, scene.texts)
    return page(c, section, { title: titleOf(view, c), here: null, flash, body: html`${above}${body}` })
  })

  app.get(`${door.base}/cases/:reference/sheet`, async (c) => {
    const { scene, stored } = await opened(c, section)
    const lane = stored?.caseFile.lane
    if (!stored || (lane !== 'S1' && lane !== 'S2')) return c.notFound()
    const view = await caseView(stored, scene, randomUUID())
    const { texts } = scene
    return page(c, section, { title: texts.case.sheet.title, here: null, body: sheetBody(view, texts) })
  })

  app.post(`${door.base}/cases/:reference/:step`, async (c) => {
    const { step, reference } = c.req.param()
    if (!isStep(step)) return c.notFound()
    const { scene, stored } = await opened(c, section)
    if (!stored) return c.notFound()
    const { needs, viewer } = scene
    const posted = readPosted(await c.req.formData())
    const { inList, goesOn } = posted
    scene.inList = inList
    const filled = { ...needs, caseFile: stored.caseFile }
    const body = bodyOf(step, posted, filled)
    const preview = previewed.includes(step) ? previewOf(step, body, filled) : null
    const looksFirst = previewed.includes(step) && !(posted.sends && preview?.text === posted.previewed)
    const again = async (seen: ToldCase, wrong: NotTaken | null) => {
      const view = await caseView(seen, scene, randomUUID(), placeGiven(posted.values))
      const body = caseBody({ view, form: formOf(step, posted, preview, wrong), revealed: null }, scene.texts)
      return page(c, section, { title: titleOf(view, c), here: null, body, status: wrong ? statusOf[wrong.is] : 200 })
    }
    const wrong = await wrongBefore(step, posted, { body, looksFirst, caseFile: stored.caseFile, scene })
    if (wrong || looksFirst) return again(stored, wrong)
    const asking = { ...needs, members: () => scene.directory.members() }
    const outcome = await takeStep(viewer, { reference, step, body, known: stored }, asking, door.opens)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done' && goesOn) return c.redirect(await onFrom(reference, posted, scene), 303)
    const done = outcome.is === 'done' ? outcome.after : null
    const after = await openForReading(viewer, reference, needs, door.opens, done)
    if (outcome.is !== 'done') return after ? again(after, await wrongOf(outcome, scene)) : c.notFound()
    const { texts } = scene
    if (!after) return page(c, section, { title: texts.case.gone.title, here: null, body: goneBody(door.base, texts) })
    if (step === 'reveal-contact') {
      const view = await caseView(after, scene, randomUUID())
      const body = caseBody({ view, form: null, revealed: revealedOf(outcome) }, texts)
      return page(c, section, { title: titleOf(view, c), here: null, body })
    }
    return c.redirect(caseHref(door.base, reference, inList, { fait: posted.requestId }), 303)
  })
}

/** The case that follows in the list, or the list where none does; either says what became of the one left. */
async function onFrom(reference: string, { requestId, inList }: Posted, { viewer, needs, door }: CaseScene) {
  const next = await nextInList(viewer, inList, reference, needs)
  const did = { fait: requestId, du: reference }
  if (next) return caseHref(door.base, next.reference, next.inList, did)
  const list = inboxHref(door.base, inList.choice)
  return `${list}${list.includes('?') ? '&' : '?'}${new URLSearchParams(did).toString()}`
}

async function opened(
  c: Ctx,
  { services, door }: ConsoleScene,
): Promise<{ scene: CaseScene; stored: ToldCase | null }> {
  const viewer = c.get('viewer')
  const needs = needsOf(services)
  const stored = await openForReading(viewer, c.req.param('reference') ?? '', needs, door.opens)
  const { directory, points } = services
  return {
    scene: {
      viewer,
      needs,
      directory,
      points,
      door,
      texts: c.get('texts'),
      csrf: c.get('csrf'),
      inList: inListOf(c.req.query()),
    },
    stored,
  }
}

/** A title is read over shoulders, in a list of windows and in a browser's history: of what is sensitive it says nothing. */
const titleOf = ({ grouped, lane }: CaseView, c: Ctx): string => {
  const { title, trail } = c.get('texts').case
  return lane === 'N' ? say(title, { reference: grouped }) : trail.untitled
}

/** A form that a link of the page filled in: the answer with the ready one, or the number of the case to join. */
function prefilled(c: Ctx, view: CaseView): StepForm | null {
  const { readyAnswer, steps, requestId } = view
  const filled = { flaws: {}, trouble: null, preview: null }
  if (c.req.query('reprendre') !== undefined && readyAnswer !== null && steps.includes('answer'))
    return { ...filled, step: 'answer', requestId: `${requestId}-answer`, values: { answer: [readyAnswer] } }
  const lead = readReference(c.req.query('joindre') ?? '')
  if (lead === null || !steps.includes('merge')) return null
  return { ...filled, step: 'merge', requestId: `${requestId}-merge`, values: { lead: [lead] } }
}

type NotTaken = Trouble | { is: 'invalid'; flaws: StepForm['flaws'] }

/** A form that comes back, with everything typed. */
function formOf(step: Step, posted: Posted, preview: Preview | null, wrong: NotTaken | null): StepForm {
  const { values, requestId } = posted
  const form = { step, values, requestId, preview }
  if (wrong?.is === 'invalid') return { ...form, flaws: wrong.flaws, trouble: null }
  return { ...form, flaws: {}, trouble: wrong }
}

interface Before {
  body: Record<string, unknown>
  looksFirst: boolean
  caseFile: CaseFile
  scene: CaseScene
}

/** What can be said before the step is taken: somebody named whom nobody knows, and what a look at the SMS would come too late for. */
async function wrongBefore(step: Step, { values, version }: Posted, before: Before): Promise<NotTaken | null> {
  const { body, looksFirst, caseFile, scene } = before
  const [person = ''] = values['namedPerson'] ?? []
  if (person.trim() !== '' && !(await scene.directory.member(person.trim())))
    return { is: 'invalid', flaws: { namedPerson: 'unknown-person' } }
  const place = placeGiven(values)
  const meant = placesIn(place, scene.needs)
  if (place.trim() !== '' && meant.length !== 1)
    return { is: 'invalid', flaws: { place: meant.length === 0 ? 'unknown-place' : 'several-places' } }
  if (!looksFirst) return null
  const read = z.safeParse(staffSteps[step].body, body)
  if (!read.success) return { is: 'invalid', flaws: flawsOf(read.error.issues) }
  if (version === null || version === caseFile.version) return null
  const since = await shownSince(scene.viewer, caseFile, version, scene.needs)
  return wrongOf({ is: 'stale', version: caseFile.version, since }, scene)
}

/** `place.code` is about the field `place`; of a field, what was found first is said. */
const flawsOf = (issues: readonly { path: PropertyKey[]; code: string }[]): StepForm['flaws'] =>
  Object.fromEntries(issues.toReversed().map(({ path, code }) => [String(path[0] ?? ''), code]))

type NotDone = Extract<StepOutcome, { is: 'invalid' | 'refused' | 'stale' }>

async function wrongOf(outcome: NotDone, scene: CaseScene): Promise<NotTaken> {
  if (outcome.is === 'refused') return outcome
  if (outcome.is === 'stale')
    return { is: 'stale', since: await Promise.all(outcome.since.map((entry) => historyLine(entry, scene))) }
  return { is: 'invalid', flaws: flawsOf(outcome.issues.map(({ path, code }) => ({ path: path.split('.'), code }))) }
}

/** Sent twice, the form shows no number twice. */
function revealedOf({ reveals }: Extract<StepOutcome, { is: 'done' }>): Revealed {
  if (!reveals) return { is: 'shown-before' }
  return reveals.phone === null ? { is: 'none' } : { is: 'shown', phone: reveals.phone }
}

/** Steps that wait for a second person: what is said is that they are proposed, not done. */
const proposals: readonly string[] = ['lower-proposed', 'dismissal-proposed']

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
    ({ entry: { what, at, by } }) => proposals.includes(what) && at === own?.at && by.person === viewer.person,
  )
  if (proposed) return { tone: 'careful', text: `${happening(proposed, view, texts)}. ${texts.case.also.secondLead}` }
  const { done } = line.entry.what === 'restored' ? texts.case.trail.restore : stepTexts(step, view, texts)
  return { tone: 'done', text: done }
}
