import { dayOf } from '../../../core/deadlines/calendar.ts'
import { addDaysOn } from '../../../core/deadlines/instant.ts'
import { type Load, seesWorkload, workload } from '../../../core/operations/lists/workload.ts'
import { ownerInWords } from '../../../web/console/frame/words.ts'
import { workloadBody } from '../../../web/console/workload/page.ts'
import { needsOf } from '../../wiring/services.ts'
import { nameOf } from '../frame/names.ts'
import { page } from '../frame/page.ts'
import type { Section } from '../frame/scene.ts'
import { searchHref } from '../frame/search-address.ts'

/** As far back as one search reaches. */
const searchedDays = 365

/** `/console/charge`: who has how much to do, for who triages, and of its region for a regional cluster; everybody else finds nothing here. */
export const workloadRoutes: Section = (app, scene) => {
  const { services, door, figures } = scene
  app.get(`${door.base}/charge`, async (c) => {
    const { viewer, texts } = c.var
    if (!seesWorkload(viewer) || figures === null) return c.notFound()
    const needs = needsOf(services)
    const { clusters, organisations } = needs.programme
    const loads = await workload(viewer, { ...needs, figures })
    const { title, lists, turns } = texts.workload
    const names = new Map([...clusters, ...organisations].map((one) => [one.id, one.name]))
    const row = ({ id, ...load }: Load) => ({
      ...load,
      name: id === 'triage' || id === 'national' ? lists[id] : (names.get(id) ?? id),
    })
    const today = dayOf(needs.programme.calendar, needs.now)
    const found = (organisation: string) =>
      searchHref(door.base, { du: addDaysOn(today, -searchedDays), au: today, organisation, etat: 'open' })
    const turnOf = (owner: string): string => {
      const name = nameOf(owner, needs.programme)
      return name === null && !(owner in texts.codes.owners)
        ? turns.organisations
        : ownerInWords({ code: owner, name }, texts)
    }
    const view = loads && {
      turns: loads.turns.map(({ owner, open }) => ({ name: turnOf(owner), open })),
      regions: loads.regions.map(row),
      organisations: loads.organisations.map(({ inactive, ...load }) => ({
        ...row(load),
        reassign: inactive ? found(load.id) : null,
      })),
    }
    return page(c, scene, { title, here: null, body: workloadBody(view, texts) })
  })
}
