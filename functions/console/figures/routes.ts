import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { opensAll } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type { FiguresStore } from '../../../core/ports/figures/figures.ts'
import { listGap } from '../../../core/operations/figures/list-gap.ts'
import { readFigures } from '../../../core/operations/figures/read-figures.ts'
import { figuresBody } from '../../../web/console/figures/page.ts'
import { type FiguresView, periodLinks } from '../../../web/console/figures/view.ts'
import { formats } from '../../../adapters/formats/formats.ts'
import { needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'
import { say } from '../../../web/say.ts'
import { reportOf } from './report.ts'

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
    const texts = c.get('texts')
    const gap = inside ? await listGap(c.get('viewer'), shown, { ...needs, figures: from }) : null
    const query = 'period' in shown ? `?periode=${shown.period.id}` : ''
    const files = formats.map(({ name, extension }) => ({
      href: `${base}/chiffres.${extension}${query}`,
      label: say(texts.figures.download, { format: name }),
    }))
    const share = shareLink(base, shown, { inside, viewer: c.get('viewer') })
    return {
      shown,
      view: {
        ...reportOf(shown, needs.now, texts, services.programme),
        periods: periodLinks(base, shown, texts.figures, share?.to === 'inside'),
        files,
        share,
        gap: gap && { ...gap, href: `${base}/inbox` },
        wall: 'period' in shown ? `${base}/ecran${query}` : null,
      },
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
