import { hoursOf, weekdays } from '../../../core/directory/points/hours.ts'
import type { IntakePoint } from '../../../core/directory/points/intake-point.ts'
import { pointColumns, type PointColumn } from '../../../core/directory/points/naming.ts'
import type { Cell, Table } from '../../../core/reports/table.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { Place } from '../../../core/places/place.ts'
import type { Meant } from '../../../core/places/places-meant.ts'
import type { PointForm, PointLine } from '../../../web/console/directory/points.ts'
import { optionsOf } from '../../../web/console/frame/choices.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { type PointTexts, whenOpen } from '../../../web/points.ts'
import { languageName } from '../frame/language-name.ts'
import { organisationName } from '../frame/names.ts'
import { placeList, placeOptions, whereOf } from '../frame/places.ts'
import type { DirectoryScene } from './view.ts'

/** One point in the words of whoever reads. */
export function pointLine(point: IntakePoint, { texts, needs: { programme }, services }: DirectoryScene): PointLine {
  const { points } = texts.directory
  const { code, name, number, isOpen, isHidden } = point
  return {
    code,
    name,
    number,
    isOpen,
    isHidden,
    channel: texts.points.channels[point.channel],
    organisation: organisationName(programme, point.organisation),
    where: whereOf(point, { programme, villages: services.villages }) ?? points.everywhere,
    when: whenOpen(point, texts.points) ?? points.unsaid,
    languages: point.languages.map((one) => languageName(one, texts)).join(', '),
  }
}

const blank = ({ languages: [first] }: Programme): PointForm['values'] => ({
  name: '',
  organisation: '',
  channel: 'box',
  place: '',
  number: null,
  hours: null,
  everyDays: null,
  languages: [first.code],
  isOpen: true,
  isHidden: false,
})

export function pointForm(
  point: IntakePoint | null,
  { version, state, candidates }: { version: number; state: FormState | null; candidates: readonly Meant[] },
  { texts, needs: { programme }, services, door }: DirectoryScene,
): PointForm {
  const knows = { programme, villages: services.villages }
  const start = blank(programme)
  return {
    values: point ? { ...point, place: whereOf(point, knows) ?? '' } : start,
    version,
    organisations: programme.organisations.map(({ id, name }) => ({ value: id, label: name })),
    languages: optionsOf(texts.codes.languages),
    places: placeList(door.base, knows, texts.site),
    candidates: placeOptions(candidates, knows),
    several: texts.site.places.several,
    state,
  }
}

/** The register as a file that can be taken over again, in the words of whoever asks for it. */
export function pointsTable(points: readonly IntakePoint[], scene: DirectoryScene): Table {
  const { texts } = scene
  const { file } = texts.directory.points
  const label = (said: string) => ({ [texts.language]: said })
  return {
    code: 'points',
    title: label(file.title),
    about: [],
    columns: pointColumns.map((code) => ({ code, label: label(file.columns[code]), hxl: null, holds: 'code' })),
    rows: points.map((point) => {
      const cells = cellsOf(point, scene)
      return pointColumns.map((column): Cell => ({ value: cells[column], said: label(cells[column]) }))
    }),
    notes: [],
  }
}

function cellsOf(point: IntakePoint, scene: DirectoryScene): Record<PointColumn, string> {
  const { texts, needs, services } = scene
  const { gazetteer } = needs.programme
  const { states } = texts.directory.points
  const line = pointLine(point, scene)
  const at: Partial<Record<Place['level'], string>> = {}
  for (let ref = point.place; ref;) {
    const place = gazetteer.find(ref)
    if (place) at[place.level] = place.name
    ref = place?.parent ?? null
  }
  return {
    code: point.code,
    name: point.name,
    channel: line.channel,
    organisation: line.organisation,
    region: at.region ?? '',
    cercle: at.cercle ?? '',
    commune: at.commune ?? '',
    village: villageCell(point, services),
    number: point.number ?? '',
    hours: point.hours ? line.when : '',
    everyDays: point.everyDays === null ? '' : String(point.everyDays),
    languages: line.languages,
    isOpen: point.isOpen ? states.open : states.closed,
    isHidden: point.isHidden ? states.hidden : states.shown,
  }
}

/** With its code where another in the same commune has its name. */
function villageCell({ village }: IntakePoint, { villages }: DirectoryScene['services']): string {
  if (village === null) return ''
  return villages.find(village)?.isTwin ? `${village.name} ${village.code}` : village.name
}

/** Hours as a line of the journal keeps them, in words. */
export function hoursSaid(kept: string, texts: PointTexts): string {
  const [days = '', from = null, until = null] = kept.split(' ')
  const hours = hoursOf(
    weekdays.filter((day) => days.includes(String(day))),
    from,
    until,
  )
  return whenOpen({ channel: 'call', hours, everyDays: null }, texts) ?? kept
}
