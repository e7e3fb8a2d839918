import type { Context } from 'hono'
import { labelIn } from '../../../core/language.ts'
import type { Viewer } from '../../../core/case/actor.ts'
import { type FiguresScope, opensAll } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type { FiguresStore } from '../../../core/ports/figures/figures.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { readFigures } from '../../../core/operations/figures/read-figures.ts'
import { PlaceRef } from '../../../core/places/place.ts'
import type { Read } from '../../../core/reports/table.ts'
import { figuresReport } from '../../../core/reports/figures-report.ts'
import { figuresBody } from '../../../web/console/figures/page.ts'
import { type FiguresView, periodLinks } from '../../../web/console/figures/view.ts'
import { type FiguresNames, figuresWording } from '../../../web/console/figures/wording.ts'
import type { Common } from '../../../web/console/frame/common.ts'
import type { FiguresTexts } from '../../../web/console/figures/texts.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { formats } from '../../../adapters/formats/formats.ts'
import { categoryName } from '../../staff/with-names.ts'
import { needsOf } from '../../wiring/services.ts'
import { nameOf, organisationName } from '../frame/names.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'
import { say } from '../../../web/say.ts'

type Ctx = Context<ConsoleEnv>

/** « Chiffres », as a page and as files that say the same. Who has no figures, and practice, find nothing here. */
export const figuresRoutes: Section = (app, scene) => {
  const { services, door, figures } = scene
  const { base } = door

  /** `inside`: on the page alone, as long as nobody asks for the one to hand on; a file always leaves the house. */
  async function viewOf(
    c: Ctx,
    from: FiguresStore,
    inside: boolean,
  ): Promise<{ view: FiguresView; shown: FiguresShown } | null> {
    const needs = needsOf(services)
    const shown = await readFigures(c.get('viewer'), c.req.query('periode'), { ...needs, figures: from }, inside)
    if (!shown) return null
    const { language, chain, figures: texts } = c.get('texts')
    const names = namesOf(shown.scope, needs.now, c.get('texts'), services.programme)
    const report = figuresReport(shown, { [language]: figuresWording(texts, names) })
    const query = 'period' in shown ? `?periode=${shown.period.id}` : ''
    const files = formats.map(({ name, extension }) => ({
      href: `${base}/chiffres.${extension}${query}`,
      label: say(texts.download, { format: name }),
    }))
    const read: Read = (label = {}) => labelIn(label, chain)
    const share = shareLink(base, shown, { inside, viewer: c.get('viewer') })
    return {
      shown,
      view: { report, read, periods: periodLinks(base, shown, texts, share?.to === 'inside'), files, share },
    }
  }

  app.get(`${base}/chiffres`, async (c) => {
    const found = figures && (await viewOf(c, figures, c.req.query('diffusion') === undefined))
    if (!found) return c.notFound()
    const { figures: texts } = c.var.texts
    return page(c, scene, { title: texts.title, here: 'figures', body: figuresBody(found.view, texts) })
  })

  for (const { extension, contentType, write } of formats)
    app.get(`${base}/chiffres.${extension}`, async (c) => {
      const found = figures && (await viewOf(c, figures, false))
      if (!found) return c.notFound()
      const { view, shown } = found
      const texts = c.get('texts').figures
      const period = 'period' in shown && shown.period.kind !== 'last-months' ? shown.period.id : shown.todayOn
      return c.body(write(view.report.whole, view.read), 200, {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${texts.file}-${period}.${extension}"`,
      })
    })
}

/** From the true numbers to those to hand on, and back. */
function shareLink(
  base: string,
  shown: FiguresShown,
  { inside, viewer }: { inside: boolean; viewer: Viewer },
): FiguresView['share'] {
  if (!('period' in shown) || !opensAll(viewer)) return null
  const here = `${base}/chiffres?periode=${shown.period.id}`
  return inside ? { to: 'share', href: `${here}&diffusion` } : { to: 'inside', href: here }
}

function namesOf(
  scope: FiguresScope,
  now: string,
  texts: Common & { figures: FiguresTexts },
  programme: Programme,
): FiguresNames {
  const { gazetteer, calendar } = programme
  const cluster = (id: string) => nameOf(`region:${id}`, programme) ?? id
  return {
    day: spellDay(now, { now, utcOffsetMinutes: calendar.utcOffsetMinutes }, texts.when),
    scope: scopeName(scope, texts.figures.scopes, programme, cluster),
    cluster,
    cercle(code) {
      const [system, of] = code.split(':')
      const ref = PlaceRef.safeParse({ system, code: of })
      const place = ref.success ? gazetteer.find(ref.data) : undefined
      return place?.name ?? code
    },
    questions: texts.questions.figures,
    category: (code) => categoryName(code, programme, texts.chain) ?? code,
  }
}

function scopeName(
  scope: FiguresScope,
  scopes: FiguresTexts['scopes'],
  programme: Programme,
  cluster: (id: string) => string,
): string {
  if (scope.kind === 'all') return scopes.all
  if (scope.kind === 'stub') return scopes[scope.lane]
  const name = scope.kind === 'region' ? cluster(scope.id) : organisationName(programme, scope.id)
  return say(scopes[scope.kind], { name })
}
