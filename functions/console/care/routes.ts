import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { type CareLine, dropsOn, isReadOut, uncheckedLines } from '../../../core/directory/care.ts'
import { type CareChange, careList, saveCare } from '../../../core/operations/directory/save-care.ts'
import type { Needs } from '../../../core/operations/needs.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { PlaceRef } from '../../../core/places/place.ts'
import { careBody, type CareForm, careFormBody, type CareRow } from '../../../web/console/care/page.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import type { CareTexts } from '../../../web/console/care/texts.ts'
import type { Common } from '../../../web/console/frame/common.ts'
import { say } from '../../../web/say.ts'
import { placeName as nameOfPlace } from '../../staff/with-names.ts'
import { needsOf } from '../../wiring/services.ts'
import { protectionDoor } from '../frame/doors.ts'
import { page } from '../frame/page.ts'
import { placeList, placesIn } from '../frame/places.ts'
import type { ConsoleEnv, Section } from '../frame/scene.ts'

type Ctx = Context<ConsoleEnv>
type Asked = { texts: Common & { care: CareTexts }; needs: Needs }

const placeName = ({ place }: CareLine, { texts, needs: { programme } }: Asked): string => {
  if (place === null) return texts.care.everywhere
  const found = programme.gazetteer.find(place)
  if (!found) return place.code
  return found.level === 'region' ? say(texts.care.whole, { region: found.name }) : found.name
}

function rowOf(line: CareLine, asked: Asked): CareRow {
  const { texts, needs } = asked
  const { calendar } = needs.programme
  const today = dayOf(calendar, needs.now)
  const spelled = (on: string) => spellDay(`${on}T12:00:00.000Z`, { now: needs.now, utcOffsetMinutes: calendar.utcOffsetMinutes }, texts.when) // prettier-ignore
  const state = !isReadOut(line, today) ? 'out' : uncheckedLines([line], today).soon > 0 ? 'soon' : 'fine'
  return {
    ...line,
    place: placeName(line, asked),
    state: {
      kind: ({ out: 'late', soon: 'today', fine: 'left' } as const)[state],
      text: say(texts.care.states[state], { day: spelled(line.checkedOn), until: spelled(dropsOn(line)) }),
    },
  }
}

/** A cercle or a region, as it was typed: what a commune has serves its cercle. Null where no place is meant, or several are. */
function servedPlace(typed: string, programme: Programme): PlaceRef | null {
  const [place, another] = placesIn(typed, { programme }).map((meant) => meant.place)
  if (!place || another) return null
  return place.level === 'region' || place.level === 'cercle' ? place.ref : place.parent
}

const blank: CareForm['values'] = { place: '', name: '', phone: '', hours: '', woman: false }

/** `/console/protection/soins`: where care is, kept by the pair; nobody else finds anything here. */
export const careRoutes: Section = (app, scene) => {
  const { services, door } = scene
  if (door !== protectionDoor) return
  const at = `${door.base}/soins`

  async function list(c: Ctx, status: ContentfulStatusCode, stale = false) {
    const { viewer, texts, csrf } = c.var
    const needs = needsOf(services)
    const table = await careList(viewer, needs)
    if (!table) return c.notFound()
    const rows = table.lines
      .map((line) => rowOf(line, { texts, needs }))
      .toSorted((a, b) => a.place.localeCompare(b.place))
    const body = careBody({ at, csrf, version: table.version, texts: texts.care }, rows, stale)
    return page(c, scene, { title: texts.care.title, here: 'care', body, status })
  }

  async function form(c: Ctx, id: string | null, state: FormState | null, status: ContentfulStatusCode) {
    const { viewer, texts, csrf } = c.var
    const needs = needsOf(services)
    const table = await careList(viewer, needs)
    const line = table?.lines.find((one) => one.id === id)
    if (!table || (id !== null && !line)) return c.notFound()
    const places = placeList(door.base, { programme: needs.programme }, texts.site)
    const values = line
      ? { ...line, place: line.place ? (nameOfPlace(line.place, needs.programme) ?? line.place.code) : '' }
      : blank
    const body = careFormBody({ at, csrf, version: table.version, texts: texts.care }, { id, values, places, state })
    return page(c, scene, { title: texts.care[id === null ? 'add' : 'edit'], here: 'care', body, status })
  }

  const idIn = (c: Ctx): string | null => (c.req.param('id') === 'nouvelle' ? null : (c.req.param('id') ?? null))

  app.get(at, (c) => list(c, 200))
  app.get(`${at}/:id`, (c) => form(c, idIn(c), null, 200))
  app.post(`${at}/:id`, async (c) => {
    const { viewer, texts } = c.var
    const needs = needsOf(services)
    const posted = await c.req.parseBody()
    const one = (name: string): string => (typeof posted[name] === 'string' ? posted[name].trim() : '')
    const id = idIn(c)
    const gesture = (['check', 'remove'] as const).find((what) => what === one('geste'))
    const place = one('place') === '' ? null : (servedPlace(one('place'), needs.programme) ?? {})
    const body = { place, name: one('name'), phone: one('phone'), hours: one('hours'), woman: one('woman') === 'oui' }
    const change: CareChange = gesture && id !== null ? { do: gesture, id } : { do: 'write', id, body }
    const outcome = await saveCare(viewer, { change, version: Number(one('version')) }, needs)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return c.redirect(`${at}#l-${outcome.id}`, 303)
    if (outcome.is === 'stale' && change.do !== 'write') return list(c, 409, true)
    const { problems, fields } = texts.care
    const labels: Readonly<Record<string, { label: string } | undefined>> = fields
    const flaws =
      outcome.is === 'stale'
        ? { '': problems.stale }
        : Object.fromEntries(outcome.fields.map((name) => [name, name === 'place' ? problems.place : say(problems.invalid, { field: labels[name]?.label ?? name })])) // prettier-ignore
    const values = Object.fromEntries(Object.keys(posted).map((name) => [name, [one(name)]]))
    return form(c, id, { values, flaws }, outcome.is === 'stale' ? 409 : 422)
  })
}
