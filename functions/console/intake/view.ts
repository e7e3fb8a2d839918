import type { Viewer } from '../../../core/case/actor.ts'
import { languageName } from '../frame/language-name.ts'
import type { IntakeWords } from '../../../web/console/intake/parts.ts'
import { type IntakePoint, regionOf } from '../../../core/directory/points/intake-point.ts'
import type { IntakePointLine, IntakeValues, IntakeView } from '../../../web/console/intake/view.ts'
import { careGroups } from '../../../core/operations/care-near.ts'
import { allPoints } from '../../../core/operations/directory/points/keeping.ts'
import { ownEntries } from '../../../core/operations/intake/own-entries.ts'
import { grouped } from '../../../core/case/reference.ts'
import { needsOf, type StaffServices } from '../../wiring/services.ts'
import { whenOpen } from '../../../web/points.ts'
import { say } from '../../../web/say.ts'
import { labelOf, meantBy, placeOf } from '../../staff/places.ts'
import { asWritten, localOf, oldBefore, type PostedIntake } from './form.ts'
import { organisationName } from '../frame/names.ts'
import { placeList, placeOptions, whereOf } from '../frame/places.ts'
import { placeGroups } from './places.ts'
import type { Filed } from '../frame/cookies.ts'

/** Those of one's own organisation first, then those of one's own region, then the others; closed ones, whose last slips may still come, after all. */
export async function intakePointsFor(
  { organisation, region }: Viewer,
  services: StaffServices,
  texts: IntakeWords,
): Promise<IntakePointLine[]> {
  const { programme } = services
  const distance = (point: IntakePoint): number => {
    if (!point.isOpen) return 3
    if (point.organisation === organisation) return 0
    return region !== null && regionOf(point, programme.gazetteer) === region ? 1 : 2
  }
  return (await allPoints(services, false))
    .toSorted((a, b) => distance(a) - distance(b))
    .map((point) => ({
      code: point.code,
      name: point.isOpen ? point.name : say(texts.intake.intakePoint.closed, { name: point.name }),
      channel: point.channel,
      language: point.languages[0],
      organisation: organisationName(programme, point.organisation),
      place: whereOf(point, services),
      hours: whenOpen(point, texts.points),
      languages: point.languages.map((one) => languageName(one, texts)),
    }))
}

/** As many as a page can show; the others are searched for. */
const mostPoints = 60

/** The nearest, with the one that is chosen. */
function pointsShown(chosen: string, all: readonly IntakePointLine[]) {
  const near = all.slice(0, mostPoints)
  const other = near.some(({ code }) => code === chosen) ? [] : all.filter(({ code }) => code === chosen)
  return { intakePoints: [...near, ...other], morePoints: all.length > mostPoints }
}

/** What a browser seals with what it keeps for this person: made anew in each page, never written down there. */
export const browserKeys = (base: string, { person }: Viewer, { vault }: StaffServices): Promise<readonly string[]> =>
  vault.fingerprints(JSON.stringify(['browser', base, person]))

interface IntakeScene {
  viewer: Viewer
  services: StaffServices
  texts: IntakeWords
  base: string
  csrf: string
  offline?: boolean
}

/** The form as it is shown: empty but for what the last one left, or as it was posted. */
export async function intakeView(posted: Omit<PostedIntake, 'body'>, scene: IntakeScene): Promise<IntakeView> {
  const { viewer, services, texts, base, csrf, offline = false } = scene
  const { programme } = services
  const { values, requestId, problems } = posted
  const now = services.nowAt()
  const chosen = placeOf(values.placeCode, programme)
  // A danger is told at cercle level at most.
  const open = values.kind === 'danger' ? null : chosen
  const spoken = Object.keys(texts.codes.languages)
  return {
    base,
    csrf,
    placeList: placeList(base, services, texts.site),
    requestId,
    values,
    problems,
    ...pointsShown(values.source, await intakePointsFor(viewer, services, texts)),
    places: placeGroups(open, programme, texts.intake.place),
    candidates: candidatesOf(posted, scene),
    care: values.kind === 'danger' ? await careGroups(needsOf(services)) : [],
    languages: spoken.map((value) => ({ value, label: languageName(value, texts) })),
    latest: localOf(now, programme.calendar),
    oldBefore: oldBefore(now, programme),
    offline,
    own: offline
      ? []
      : (await ownEntries(viewer, needsOf(services))).map((one) => ({ ...one, grouped: grouped(one.reference) })),
    here: { now, utcOffsetMinutes: programme.calendar.utcOffsetMinutes },
    keys: offline ? [] : await browserKeys(base, viewer, services),
  }
}

/** What a name may mean, and that it may stay as it is written: of more than these, the name of the cercle tells which. */
const mostCandidates = 15

function candidatesOf({ values, problems, candidates }: Omit<PostedIntake, 'body'>, { services, texts }: IntakeScene) {
  if (!problems.includes('place-unknown') && !problems.includes('place-several')) return []
  const label = say(texts.intake.place.asWritten, { name: values.place.trim() })
  return [...placeOptions(candidates.slice(0, mostCandidates), services), { value: asWritten, label }]
}

/** An empty form; intake point, place, channel and language as in the last one filed, and the day too where paper comes out of a box. */
export async function newIntake(
  kind: IntakeValues['kind'],
  last: Filed | null,
  services: StaffServices,
): Promise<IntakeValues> {
  const { programme, nowAt } = services
  const point = last?.source ? (await allPoints(services, false)).find(({ code }) => code === last.source) : undefined
  const meant = last && meantBy(last.place, services)
  const received = localOf(nowAt(), programme.calendar)
  return {
    kind,
    text: '',
    onBehalf: '',
    old: false,
    phone: '',
    consent: 'none',
    help: '',
    answers: {},
    source: point?.code ?? '',
    channel: last?.channel ?? '',
    language: last?.language ?? '',
    received: last?.channel === 'box' && last.received !== '' ? last.received : received,
    place: meant && kind !== 'danger' ? labelOf(meant, programme) : '',
    placeCode: '',
  }
}
