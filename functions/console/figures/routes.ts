import type { Context } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import { opensAll } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type { FiguresStore } from '../../../core/ports/figures/figures.ts'
import { listGap } from '../../../core/operations/figures/list-gap.ts'
import { mostRead } from '../../../core/operations/figures/count-cercle.ts'
import { readFigures } from '../../../core/operations/figures/read-figures.ts'
import { figuresBody, tooManyBody } from '../../../web/console/figures/page.ts'
import {
  type FiguresAddress,
  type FiguresFrame,
  figuresHref,
  type FiguresView,
  periodLinks,
} from '../../../web/console/figures/view.ts'
import { formats } from '../../../adapters/formats/formats.ts'
import { needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'
import { say } from '../../../web/say.ts'
import { reportOf, titleOf } from './report.ts'
import { cerclesOffered, figuresAsked, partInFileName, regionsOffered } from './parts.ts'

type Ctx = Context<ConsoleEnv>

interface Figures {
  view: FiguresView
  shown: FiguresShown
}
/** In their place: what can be asked for instead, and where. */
interface Uncounted {
  frame: FiguresFrame
  tooMany: number
  href: string
}

/** « Chiffres », as a page and as files that say the same. Who has no figures, and practice, find nothing here. */
export const figuresRoutes: Section = (app, scene) => {
  const { services, door, figures } = scene
  const { base } = door

  /** `inside`: on the page alone, as long as nobody asks for the one to hand on; a file always leaves the house. */
  async function viewOf(c: Ctx, from: FiguresStore, inside: boolean): Promise<Figures | Uncounted | null> {
    const needs = needsOf(services)
    const { viewer, texts } = c.var
    const { programme } = services
    const asked = figuresAsked(c.req.query())
    const shown = await readFigures(viewer, asked, { ...needs, figures: from }, inside)
    if (!shown) return null
    const { region, cercle } = asked
    const address = { base, region, cercle, shared: false }
    const shared = !inside && opensAll(viewer)
    const frame = {
      title: titleOf(shown.scope, texts.figures, programme),
      periods: periodLinks({ ...address, shared }, shown, texts.figures),
      regions: regionsOffered(viewer, region, texts, programme),
      cercles: cerclesOffered(viewer, shown, texts, programme),
      shared,
    }
    if ('tooMany' in shown)
      return { frame, tooMany: shown.tooMany, href: figuresHref({ ...address, shared }, shown.period) }
    // The inbox is of all that is theirs.
    const isWhole = region === null && cercle === null
    const gap = inside && isWhole ? await listGap(viewer, shown, { ...needs, figures: from }) : null
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
        ...frame,
        ...reportOf(shown, needs.now, texts, programme),
        files,
        share: shareLink(address, shown, { inside, viewer }),
        gap: gap && { ...gap, href: `${base}/inbox` },
        wall: 'period' in shown ? figuresHref(address, shown.period, 'ecran') : null,
      },
    }
  }

  app.get(`${base}/chiffres`, async (c) => {
    const found = figures && (await viewOf(c, figures, c.req.query('diffusion') === undefined))
    if (!found) return c.notFound()
    const texts = c.var.texts.figures
    const [title, body] =
      'view' in found
        ? [found.view.title, figuresBody(found.view, texts)]
        : [found.frame.title, tooManyBody(found.frame, { count: found.tooMany, most: mostRead }, texts)]
    return page(c, scene, { title, here: 'figures', body })
  })

  for (const { extension, contentType, write } of formats)
    app.get(`${base}/chiffres.${extension}`, async (c) => {
      const found = figures && (await viewOf(c, figures, false))
      if (!found) return c.notFound()
      if ('tooMany' in found) return c.redirect(found.href, 303)
      const { view, shown } = found
      const texts = c.get('texts').figures
      const period = 'period' in shown && shown.period.kind !== 'last-months' ? shown.period.id : shown.todayOn
      const part = partInFileName(shown.scope, texts, services.programme)
      const name = [texts.file, ...(view.regions?.asked ? [view.regions.asked] : []), ...part, period].join('-')
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
