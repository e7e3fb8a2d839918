import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { grouped } from '../../../core/case/reference.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { chainOf } from '../../../core/language.ts'
import { careFor } from '../../../core/operations/care-near.ts'
import { filedBy } from '../../../core/operations/intake/filed-by.ts'
import { spokenIn } from '../../../languages/spoken.ts'
import { intakeBody } from '../../../web/console/intake/page.ts'
import { doorPage } from '../../../web/console/layout.ts'
import { intakeReceiptBody } from '../../../web/console/intake/receipt.ts'
import type { IntakeReceipt } from '../../../web/console/intake/view.ts'
import { fileForStaff, mayFile, readFiling } from '../../staff/filing.ts'
import { needsOf } from '../../wiring/services.ts'
import { type Filed, filedIn, keepFiled } from '../frame/cookies.ts'
import { isOld, type PostedIntake, readIntake } from './form.ts'
import { ownRoutes } from './own.ts'
import { pointsToChoose } from './points.ts'
import { placeValue } from '../../staff/places.ts'
import { browserKeys, intakeView, newIntake } from './view.ts'
import { languageName } from '../frame/language-name.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'

type Ctx = Context<ConsoleEnv>

/** « Nouvelle plainte »: the form of `POST /api/cases` for people. Everybody else finds nothing here. */
export const intakeRoutes: Section = (app, scene) => {
  const { services, door } = scene
  const { programme } = services
  const path = `${door.base}/nouvelle` as const

  app.use(`${path}/*`, (c, next) => (mayFile(c.get('viewer')) ? next() : Promise.resolve(c.notFound())))

  const form = async (c: Ctx, posted: Omit<PostedIntake, 'body'>, status: 200 | 422 = 200) => {
    const { texts, viewer, csrf } = c.var
    const asked = { viewer, services, texts, base: door.base, csrf }
    const view = await intakeView(posted, asked)
    const title = view.values.kind === 'danger' ? texts.intake.danger.title : texts.intake.title
    return page(c, scene, { title, here: 'intake', body: intakeBody(view, texts), status })
  }

  app.get(path, async (c) => {
    const kind = c.req.query('kind') === 'danger' ? 'danger' : 'complaint'
    const values = await newIntake(kind, filedIn(c, c.get('viewer').person, door.base), services)
    const source = c.req.query('point')?.slice(0, 60) ?? values.source
    return form(c, { values: { ...values, source }, requestId: randomUUID(), problems: [], candidates: [] })
  })

  pointsToChoose(app, scene)

  app.post(path, async (c) => {
    const fields = await c.req.formData()
    const posted = await readIntake(fields, services)
    if (fields.get('go') === 'communes') return form(c, { ...posted, problems: [], candidates: [] })
    const asksJson = c.req.header('accept') === 'application/json'
    const read = readFiling(posted.body, services)
    if (read.is === 'invalid' || posted.problems.length > 0)
      return asksJson ? c.json({ problems: posted.problems }, 422) : form(c, posted, 422)
    const { viewer } = c.var
    const { caseFile } = await fileForStaff(viewer, read.filing, services)
    const { reference, lane } = caseFile
    // Of what is S nothing stays in the browser.
    if (lane !== 'S1' && lane !== 'S2') keepFiled(c, lastOf(viewer.person, posted, read.filing), door.base)
    const href = `${path}/${reference}`
    return asksJson ? c.json({ href, reference: grouped(reference) }) : c.redirect(href, 303)
  })

  // Put away by the browser for when there is no link: nobody's name, token or keys, and no menu that leads nowhere.
  app.get(`${path}/hors-ligne`, async (c) => {
    const { texts, viewer } = c.var
    const posted = { values: await newIntake('complaint', null, services), requestId: '', problems: [], candidates: [] }
    const asked = { viewer, services, texts, base: door.base, csrf: '', offline: true }
    const body = intakeBody(await intakeView(posted, asked), texts)
    return c.html(doorPage({ texts, title: texts.intake.title, body }))
  })

  // What a form that waited for the link is sent with: whoever signed in again has another session.
  app.get(`${path}/jeton`, async (c) =>
    c.json({ csrf: c.get('csrf'), keys: await browserKeys(door.base, c.get('viewer'), services) }),
  )

  ownRoutes(app, scene)

  app.get(`${path}/:reference`, async (c) => {
    const filed = await filedBy(c.get('viewer'), c.req.param('reference'), needsOf(services))
    if (!filed) return c.notFound()
    const { texts } = c.var
    const { lane, kind, language, promisedAt, receivedAt, openedAt } = filed
    const is = lane === 'S2' ? 'danger' : lane !== 'N' ? 'short' : kind === 'thanks' ? 'thanks' : 'promised'
    const promises = is === 'promised' && promisedAt !== null
    const receipt: IntakeReceipt = {
      base: door.base,
      is,
      grouped: grouped(filed.reference),
      language,
      promisedOn: promises ? dayOf(programme.calendar, promisedAt) : null,
      past: promises && isOld(receivedAt, openedAt, programme),
      languageName: languageName(language, texts),
      // It was said before it was sent as well: nobody has to report to be cared for.
      care: lane === 'N' ? [] : await careFor(filed.place, needsOf(services)),
    }
    const title = is === 'danger' ? texts.intake.receipt.dangerTitle : texts.intake.receipt.title
    const spoken = spokenIn(chainOf(programme.languages, language))
    if (!spoken) return c.notFound()
    const body = intakeReceiptBody(receipt, texts, spoken)
    return page(c, scene, { title, here: 'intake', body })
  })
}

type Filing = Extract<ReturnType<typeof readFiling>, { is: 'filing' }>['filing']

/** What the next form starts with. */
const lastOf = (
  person: string,
  { values }: PostedIntake,
  { source, channel, place, village, language }: Filing,
): Filed => ({
  person,
  source: source ?? '',
  channel,
  language: language ?? '',
  received: values.received,
  place: place ? placeValue(village ?? place) : '',
})
