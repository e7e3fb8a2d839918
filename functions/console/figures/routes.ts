import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { opensAll } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type { FiguresStore } from '../../../core/ports/figures/figures.ts'
import { listGap } from '../../../core/operations/figures/list-gap.ts'
import { readFigures } from '../../../core/operations/figures/read-figures.ts'
import { figuresBody } from '../../../web/console/figures/page.ts'
import { type FiguresAddress, figuresHref, type FiguresView, periodLinks } from '../../../web/console/figures/view.ts'
import { formats } from '../../../adapters/formats/formats.ts'
import { needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'
import { say } from '../../../web/say.ts'
import { figuresAsked, regionsOffered, reportOf, titleOf } from './report.ts'

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
    const viewer = c.get('viewer')
    const texts = c.get('texts')
    const asked = figuresAsked(c.req.query())
    const shown = await readFigures(viewer, asked, { ...needs, figures: from }, inside)
    if (!shown) return null
    const address = { base, region: asked.region, shared: false }
    const share = shareLink(address, shown, { inside, viewer })
    // The inbox is of all that is theirs.
    const gap = inside && asked.region === null ? await listGap(viewer, shown, { ...needs, figures: from }) : null
    const files = formats.map(({ name, extension }) => ({
      href:
        'period' in shown
          ? figuresHref(address, shown.period, `chiffres.${extension}`)
          : `${base}/chiffres.${extension}`,
      label: say(texts.figures.download, { format: name }),
    }))
    return {
      shown,
      view: {
        title: titleOf(shown.scope, texts.figures, services.programme),
        ...reportOf(shown, needs.now, texts, services.programme),
        periods: periodLinks({ ...address, shared: share?.to === 'inside' }, shown, texts.figures),
        regions: regionsOffered(viewer, asked.region, texts, services.programme),
        files,
        share,
        gap: gap && { ...gap, href: `${base}/inbox` },
        wall: 'period' in shown ? figuresHref(address, shown.period, 'ecran') : null,
      },
    }
  }

  app.get(`${base}/chiffres`, async (c) => {
    const found = figures && (await viewOf(c, figures, c.req.query('diffusion') === undefined))
    if (!found) return c.notFound()
    const { view } = found
    return page(c, scene, { title: view.title, here: 'figures', body: figuresBody(view, c.var.texts.figures) })
  })

  for (const { extension, contentType, write } of formats)
    app.get(`${base}/chiffres.${extension}`, async (c) => {
      const found = figures && (await viewOf(c, figures, false))
      if (!found) return c.notFound()
      const { view, shown } = found
      const texts = c.get('texts').figures
      const period = 'period' in shown && shown.period.kind !== 'last-months' ? shown.period.id : shown.todayOn
      const name = [texts.file, ...(view.regions?.asked ? [view.regions.asked] : []), period].join('-')
      return c.body(await write(view.report.whole, view.read, services.nowAt()), 200, {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${name}.${extension}"`,
      })
    })
}

/** From the true numbers to those to hand on, and back. */
function shareLink(
  address: FiguresAddress,
  shown: FiguresShown,
  { inside, viewer }: { inside: boolean; viewer: Viewer },
): FiguresView['share'] {
  if (!('period' in shown) || !opensAll(viewer)) return null
  return { to: inside ? 'share' : 'inside', href: figuresHref({ ...address, shared: inside }, shown.period) }
}
