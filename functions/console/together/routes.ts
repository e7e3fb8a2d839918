import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../../core/case/actor.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { grouped } from '../../../core/case/reference.ts'
import { rules } from '../../../core/case/status.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { isShutOut } from '../../../core/directory/organisation.ts'
import type { StepOutcome } from '../../../core/operations/casework/take-step.ts'
import { readTogether, takeTogether, type Together } from '../../../core/operations/casework/together.ts'
import { mostAlone, type TogetherStep, togetherSteps } from '../../../core/routing/together.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { inboxHref } from '../../../web/console/frame/inbox-choice.ts'
import { capital, say } from '../../../web/say.ts'
import { type ChosenCase, togetherBody, togetherDone } from '../../../web/console/together/page.ts'
import type { TogetherWords } from '../../../web/console/together/texts.ts'
import { categoryName, placeName } from '../../staff/with-names.ts'
import { needsOf } from '../../wiring/services.ts'
import { inListOf } from '../frame/in-list.ts'
import { page } from '../frame/page.ts'
import type { Section } from '../frame/scene.ts'

const stepIn = (name: string | undefined): TogetherStep | null => togetherSteps.find((one) => one === name) ?? null
const takes = ({ role }: Viewer, step: TogetherStep): boolean => rules[step].by.includes(role)

/** `/console/ensemble`: several cases of the list at once, each named with what follows before anything is done. */
export const togetherRoutes: Section = (app, scene) => {
  const { services, door } = scene
  const { programme } = services

  app.get(`${door.base}/ensemble`, async (c) => {
    const { viewer, texts } = c.var
    const step = stepIn(c.req.query('geste'))
    if (step === null || !takes(viewer, step)) return c.notFound()
    const references = (c.req.queries('d') ?? []).flatMap((one) => readReference(one) ?? [])
    const read = await readTogether(viewer, { step, references }, needsOf(services), door.opens)
    const liste = c.req.query('liste') ?? ''
    const { choice, from } = inListOf({ liste })
    const body = togetherBody(
      {
        base: door.base,
        back: inboxHref(door.base, choice, from),
        csrf: c.var.csrf,
        step,
        liste,
        requestId: randomUUID(),
        // « Après le premier »: the first named is the one the others follow.
        cases: leadFirst(read).map(({ caseFile, may }) => ({
          ...named(caseFile, { base: door.base, programme, texts }),
          may,
          isLead: caseFile === read.lead,
        })),
        organisations: organisationsFor(read, programme),
        refused: read.refused,
        waits: read.waits ? mostAlone : null,
      },
      texts,
    )
    const title = say(texts.together.title[step], { count: String(read.chosen.filter(({ may }) => may).length) })
    return page(c, scene, { title, here: null, body })
  })

  app.post(`${door.base}/ensemble/:step`, async (c) => {
    const { viewer, texts } = c.var
    const step = stepIn(c.req.param('step'))
    if (step === null || !takes(viewer, step)) return c.notFound()
    const form = await c.req.formData()
    const text = (name: string): string => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    const cases = form.getAll('d').flatMap((one) => {
      const [, reference = '', version] = /^(\d{10})\.(\d{1,6})$/.exec(typeof one === 'string' ? one : '') ?? []
      return version === undefined ? [] : [{ reference, version: Number(version) }]
    })
    const body = { organisation: text('organisation'), reason: text('reason').trim() }
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))
    const requestId = text('requestId').slice(0, 40)
    const { taken, read } = await takeTogether(
      viewer,
      { step, cases, requestId, body: given },
      { ...needsOf(services), members: () => services.directory.members() },
      door.opens,
    )
    const { choice, from } = inListOf({ liste: text('liste') })
    const at = (reference: string) => ({ href: `${door.base}/cases/${reference}`, grouped: grouped(reference) })
    const wasDone = ({ outcome }: (typeof taken)[number]) => outcome.is === 'done'
    const count = taken.filter(wasDone).length
    const done = togetherDone(
      {
        base: door.base,
        back: inboxHref(door.base, choice, from),
        step: read.waits ? 'waits' : step,
        done: count,
        others: read.refused
          ? cases.map(({ reference }) => ({ ...at(reference), why: '' }))
          : taken.filter((one) => !wasDone(one)).map(({ reference, outcome }) => ({ ...at(reference), why: whyOf(outcome, texts) })), // prettier-ignore
        lead: read.lead && at(read.lead.reference),
      },
      texts,
    )
    const title = say(texts.together.done[read.waits ? 'waits' : step], { count: String(count) })
    return page(c, scene, { title, here: null, body: done, status: read.refused ? 409 : 200 })
  })
}

const leadFirst = ({ chosen, lead }: Together): Together['chosen'] =>
  chosen.toSorted((a, b) => Number(b.caseFile === lead) - Number(a.caseFile === lead))

const whyOf = ({ is }: StepOutcome, { together: { why } }: TogetherWords): string =>
  is === 'stale' || is === 'unknown' ? why[is] : why.other

/** Those that none of the cases names. */
const organisationsFor = ({ chosen }: Together, { organisations }: Programme) =>
  organisations
    .filter(
      ({ id, active, mandatedFor }) =>
        active &&
        mandatedFor.length === 0 &&
        chosen.every(({ caseFile }) => !isShutOut(id, caseFile.named, organisations)),
    )
    .map(({ id, name }) => ({ value: id, label: name }))

interface Naming {
  base: string
  programme: Programme
  texts: TogetherWords
}

function named(caseFile: CaseFile, { base, programme, texts }: Naming): Omit<ChosenCase, 'may' | 'isLead'> {
  const { reference, category, suggested, kind, level, status, version } = caseFile
  const place = caseFile.place ?? suggested.place
  const { codes, chain } = texts
  const about = categoryName(category ?? suggested.category, programme, chain) ?? capital(codes.kinds[kind] ?? kind)
  return {
    reference,
    href: `${base}/cases/${reference}`,
    grouped: grouped(reference),
    about,
    placeName: place && placeName(place, programme),
    state: [level === null ? null : (codes.levels[level] ?? level), codes.statuses[status] ?? status]
      .filter((one) => one !== null)
      .join(' · '),
    version,
  }
}
