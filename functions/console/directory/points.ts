import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { formats } from '../../../adapters/formats/formats.ts'
import { weekdays } from '../../../core/directory/points/hours.ts'
import type { DirectoryWhy } from '../../../core/directory/why.ts'
import { labelIn } from '../../../core/language.ts'
import {
  applyPoints,
  pointPlan,
  type PointPlan,
  previewPoints,
} from '../../../core/operations/directory/points/import-points.ts'
import { keptPoints } from '../../../core/operations/directory/points/keeping.ts'
import { savePoint } from '../../../core/operations/directory/points/save-point.ts'
import { words } from '../../../core/places/normalise.ts'
import type { Meant } from '../../../core/places/places-meant.ts'
import { pointNaming } from '../../../programme/directory/points.ts'
import { pointListBody, pointPlanBody } from '../../../web/console/directory/points-list.ts'
import { pointBody, pointsBody } from '../../../web/console/directory/points.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { say } from '../../../web/say.ts'
import { type KnowsPlaces, meantBy, meantIn, placeSystem } from '../../staff/places.ts'
import { whereOf } from '../frame/places.ts'
import type { ConsoleEnv } from '../frame/scene.ts'
import { type DirectoryPosted, readDirectoryForm, stateOf, statusOf } from './form.ts'
import { pointForm, pointLine, pointsTable } from './points-view.ts'
import { type DirectorySection, only } from './section.ts'
import { fileAsked, fileStatus, sheetsIn } from './sheets-in.ts'
import { type DirectoryScene, tabScene } from './view.ts'

type Ctx = Context<ConsoleEnv>

/** Intake points: the list, one of them, and files out and in. Each keeper sees and changes those that are theirs. */
export function pointRoutes({ app, base, sceneOf, page, done, services }: DirectorySection): void {
  const path = `${base}/points` as const
  const { directory, points, importDrafts, villages } = services
  const needsFor = ({ needs }: DirectoryScene) => ({ programme: needs.programme, points, directory, importDrafts, now: needs.now }) // prettier-ignore
  const kept = async (scene: DirectoryScene) => keptPoints(scene.viewer, needsFor(scene))

  app.get(path, async (c) => {
    const scene = sceneOf(c)
    const own = await kept(scene)
    if (!own) return c.notFound()
    const { points: texts } = scene.texts.directory
    const q = c.req.query('q')?.slice(0, 80) ?? ''
    const lines = own.map((one) => pointLine(one, scene))
    const found = lines.filter(({ name, organisation, where }) => {
      const said = words(`${name} ${organisation} ${where}`).join(' ')
      return words(q).every((word) => said.includes(word))
    })
    const files = formats.map(({ name, extension }) => ({
      href: `${path}/points.${extension}`,
      label: say(texts.download, { format: name }),
    }))
    const body = pointsBody({ scene: tabScene(scene, 'points'), lines: found, q, files })
    return page(c, scene.texts.directory.tabs.points, body)
  })

  for (const { extension, contentType, write } of formats)
    app.get(`${path}/points.${extension}`, async (c) => {
      const scene = sceneOf(c)
      const own = await kept(scene)
      if (!own) return c.notFound()
      const read = (label: Parameters<typeof labelIn>[0] | undefined) => labelIn(label ?? {}, scene.texts.chain)
      const body = await write(pointsTable(own, scene), read, scene.needs.now)
      return c.body(body, 200, {
        'content-type': contentType,
        'content-disposition': `attachment; filename="points.${extension}"`,
      })
    })

  const choosing = (c: Ctx, why: DirectoryWhy | null, form: FormData | null = null) => {
    const scene = sceneOf(c)
    const { directory: texts } = scene.texts
    return page(c, texts.points.import, pointListBody(tabScene(scene, 'points'), fileAsked(why, form, texts)), fileStatus(why)) // prettier-ignore
  }

  app.get(`${path}/liste`, (c) => (only('points', c) ? choosing(c, null) : c.notFound()))

  app.post(`${path}/liste`, async (c) => {
    const scene = sceneOf(c)
    const form = await c.req.formData()
    const id = randomUUID()
    const asked = { id, sheets: await sheetsIn(form) }
    const parts = { naming: pointNaming, villages, system: placeSystem, language: services.programme.languages[0].code }
    const outcome = await previewPoints(scene.viewer, asked, { ...needsFor(scene), ...parts })
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'refused') return choosing(c, outcome.why, form)
    return c.redirect(`${path}/liste/${id}`, 303)
  })

  const shown = (c: Ctx, plan: PointPlan, stale: boolean) => {
    const scene = sceneOf(c)
    return page(c, scene.texts.directory.points.preview, planBody(plan, scene, stale), stale ? 409 : 200)
  }

  app.get(`${path}/liste/:draft`, async (c) => {
    if (!only('points', c)) return c.notFound()
    const scene = sceneOf(c)
    const plan = await pointPlan(scene.viewer, c.req.param('draft'), needsFor(scene))
    return plan ? shown(c, plan, false) : choosing(c, 'no-draft')
  })

  app.post(`${path}/liste/:draft`, async (c) => {
    if (!only('points', c)) return c.notFound()
    const scene = sceneOf(c)
    const id = c.req.param('draft')
    const outcome = await applyPoints(scene.viewer, id, needsFor(scene))
    if (outcome.is === 'unknown') return choosing(c, 'no-draft')
    if (outcome.is === 'refused') return choosing(c, outcome.why)
    if (outcome.is === 'done') return done(c, path)
    const plan = await pointPlan(scene.viewer, id, needsFor(scene))
    return plan ? shown(c, plan, true) : choosing(c, 'no-draft')
  })

  async function point(
    c: Ctx,
    code: string | null,
    state: FormState | null,
    status: ContentfulStatusCode,
    candidates: readonly Meant[] = [],
  ) {
    const scene = sceneOf(c)
    const own = await kept(scene)
    const found = code === null ? null : own?.find((one) => one.code === code)
    if (!own || found === undefined) return c.notFound()
    const { version } = await points.read()
    const body = pointBody({
      scene: tabScene(scene, 'points'),
      texts: scene.texts.points,
      line: found && pointLine(found, scene),
      journal: only('read', c) ? `${base}/journal?de=point:${code ?? ''}` : null,
      form: pointForm(found, { version, state, candidates }, scene),
    })
    return page(c, found?.name ?? scene.texts.directory.points.add, body, status)
  }

  const codeIn = (c: Ctx): string | null => (c.req.param('code') === 'nouveau' ? null : (c.req.param('code') ?? null))

  app.get(`${path}/:code`, (c) => point(c, codeIn(c), null, 200))

  app.post(`${path}/:code`, async (c) => {
    const scene = sceneOf(c)
    const { viewer, texts } = scene
    const code = codeIn(c)
    const posted = readDirectoryForm(await c.req.formData())
    const before = (await kept(scene))?.find((one) => one.code === code)
    const { programme } = services
    const meant = placesPosted(posted, { programme, villages })
    const [where, another] = meant
    if (another || (!where && posted.one('place') !== '')) {
      const flaws = { place: texts.directory.points.wrong[another ? 'several' : 'place'] }
      return point(c, code, { values: posted.values, flaws }, 422, meant.slice(0, mostCandidates))
    }
    const change = { code, body: pointIn(posted, where, before?.languages ?? []), version: posted.version ?? -1 }
    const outcome = await savePoint(viewer, change, needsFor(scene))
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return done(c, `${path}/${outcome.id}`)
    return point(c, code, wrongOf(outcome, posted, scene), statusOf[outcome.is])
  })
}

type NotDone = Parameters<typeof stateOf>[0]

/** What is wrong, in the words of the field where there are any. */
function wrongOf(outcome: NotDone, posted: DirectoryPosted, { texts: { directory } }: DirectoryScene): FormState {
  const fields = { ...directory.fields, ...directory.points.fields }
  const state = stateOf(outcome, posted, { ...directory, fields })
  const own: Readonly<Record<string, string | undefined>> = directory.points.wrong
  const flaws = Object.entries(state.flaws).map(([name, said]) => [name, outcome.is === 'invalid' ? (own[name] ?? said) : said]) // prettier-ignore
  return { ...state, flaws: Object.fromEntries(flaws) as FormState['flaws'] }
}

/** Of more than these, the name of the cercle tells which is meant. */
const mostCandidates = 15

/** What a typed place may mean; the one chosen among several alone. */
function placesPosted({ one }: DirectoryPosted, knows: KnowsPlaces): Meant[] {
  const chosen = meantBy(one('placeMeant'), knows)
  if (chosen && one('place') !== '') return [chosen]
  return one('place') === '' ? [] : meantIn(one('place'), knows)
}

/** Languages stay in the order they had, those added behind them. */
function pointIn({ one, many }: DirectoryPosted, where: Meant | undefined, spoken: readonly string[]) {
  const chosen = many('languages')
  return {
    name: one('name'),
    organisation: one('organisation'),
    channel: one('channel'),
    where: { place: where?.place.ref ?? null, village: where?.village?.ref ?? null },
    number: one('number'),
    days: weekdays.filter((day) => many('days').includes(String(day))),
    from: one('from'),
    until: one('until'),
    everyDays: one('everyDays'),
    languages: [...spoken.filter((code) => chosen.includes(code)), ...chosen.filter((code) => !spoken.includes(code))],
    isOpen: one('isOpen') === 'oui',
    isHidden: one('isHidden') === 'oui',
  }
}

function planBody({ id, lines, sheet }: PointPlan, scene: DirectoryScene, stale: boolean) {
  const { points } = scene.texts.directory
  const knows = { programme: scene.needs.programme, villages: scene.services.villages }
  const names: Readonly<Record<string, string>> = { ...points.file.columns, places: points.columns.where }
  return pointPlanBody({
    scene: tabScene(scene, 'points'),
    id,
    sheet,
    stale,
    lines: lines.map(({ line, is, why, name, after, changes }) => ({
      line,
      is,
      why,
      name,
      where: after ? (whereOf(after, knows) ?? points.everywhere) : '',
      changes: changes.map((field) => names[field] ?? field),
    })),
  })
}
