import { turnsShown } from '../../../core/figures/turns.ts'
import { readFigures } from '../../../core/operations/figures/read-figures.ts'
import { seesWorkload, workload } from '../../../core/operations/lists/workload.ts'
import type { Viewer } from '../../../core/case/actor.ts'
import type { ListNeeds } from '../../../core/operations/lists/count-lists.ts'
import type { Needs } from '../../../core/operations/needs.ts'
import { sheetsOf, wallPage, type WallView } from '../../../web/console/figures/wall.ts'
import { figuresHref } from '../../../web/console/figures/view.ts'
import { spellTime } from '../../../web/console/frame/when.ts'
import { ownerInWords } from '../../../web/console/frame/words.ts'
import { needsOf } from '../../wiring/services.ts'
import { nameOf } from '../frame/names.ts'
import type { Section } from '../frame/scene.ts'
import { figuresAsked } from './parts.ts'
import { reportOf, type FiguresWords } from './report.ts'

/** How long one sheet stands, and how long a wall goes on by itself: a session left open on it ends like any other. */
const sheetSeconds = 20
const hoursAlone = 3
const hourMs = 3_600_000

/** Until when a wall goes on: as its address says, never longer than from now on. */
function endOf(asked: string | undefined, now: string): string {
  const latest = new Date(Date.parse(now) + hoursAlone * hourMs).toISOString()
  return asked !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(asked) && asked < latest
    ? asked
    : latest
}

/**
 * `/console/ecran`: figures and list for a wall, sheet after sheet. A wall leaves the house: numbers as they may be handed on, whoever
 * opens it, no person, no case, no words. It turns its sheets by a header, so that no script is needed.
 */
export const wallRoutes: Section = (app, { services, door, figures }) => {
  app.get(`${door.base}/ecran`, async (c) => {
    const needs = needsOf(services)
    const { viewer, texts } = c.var
    const { programme, now } = needs
    const query = c.req.query()
    const asked = figuresAsked(query)
    const shown = figures && (await readFigures(viewer, asked, { ...needs, figures }))
    if (!shown || !('period' in shown)) return c.notFound()
    const { region, cercle } = asked
    const address = { base: door.base, region, cercle, shared: false }
    // The page says why.
    if ('tooMany' in shown) return c.redirect(figuresHref(address, shown.period), 303)
    const { report, read } = reportOf(shown, now, texts, programme)
    const sheets = sheetsOf(report, region === null && cercle === null && seesWorkload(viewer))
    const at = Math.min(Math.max(1, Number(/^\d$/.exec(query['feuille'] ?? '')?.[0] ?? 1)), sheets.length)
    const end = endOf(query['fin'], now)
    const href = (sheet: number, how: Record<string, string>): string =>
      `${figuresHref(address, shown.period, 'ecran')}&${new URLSearchParams({ feuille: String(sheet), ...how }).toString()}`
    const stands = 'fixe' in query || end <= now
    const goesOn: Record<string, string> = stands ? { fixe: '' } : { fin: end }
    const following = (at % sheets.length) + 1
    const sheet = sheets[at - 1] ?? 'today'
    const view: WallView = {
      report,
      read,
      about: report.whole.about,
      at: spellTime(now, { now, utcOffsetMinutes: programme.calendar.utcOffsetMinutes }, texts.when),
      sheet,
      turns: sheet === 'turns' ? await turns(viewer, { ...needs, figures }, texts) : null,
      position: { at, of: sheets.length },
      stands,
      ways: {
        before: href(at === 1 ? sheets.length : at - 1, goesOn),
        after: href(following, goesOn),
        turn: href(at, stands ? {} : { fixe: '' }),
        leave: figuresHref(address, shown.period),
      },
    }
    if (!stands) c.header('refresh', `${String(sheetSeconds)}; url=${href(following, { fin: end })}`)
    return c.html(wallPage(view, texts))
  })
}

/** Whose turn it is; null where it cannot be said. Organisations stand together: who of them has what is no matter for a wall. */
async function turns(
  viewer: Viewer,
  needs: Needs & ListNeeds,
  texts: FiguresWords,
): Promise<{ name: string; count: string }[] | null> {
  const loads = await workload(viewer, needs)
  if (loads === null) return null
  const { wall, small, hidden } = texts.figures
  const owners = Map.groupBy(loads.turns, ({ owner }) => (isOrganisations(owner) ? 'organisations' : owner))
  const summed = [...owners].map(([owner, all]) => ({ owner, open: all.reduce((sum, { open }) => sum + open, 0) }))
  const shown = turnsShown(summed)
  if (shown === 'withheld') return null
  const words = { small, hidden } as const
  return shown.map(({ value, count }) => ({
    name:
      value === 'organisations'
        ? wall.organisations
        : ownerInWords({ code: value, name: nameOf(value, needs.programme) }, texts),
    count: typeof count === 'number' ? String(count) : words[count],
  }))
}

const isOrganisations = (owner: string): boolean =>
  owner === 'organisations' || owner.startsWith('organisation:') || owner.startsWith('hand-over:')
