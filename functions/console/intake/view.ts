import type { Viewer } from '../../../core/case/actor.ts'
import { languageName } from '../frame/language-name.ts'
import { labelIn } from '../../../core/language.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { IntakeWords } from '../../../web/console/intake/parts.ts'
import { placeName } from '../../staff/with-names.ts'
import type { IntakePoint } from '../../../core/directory/intake-point.ts'
import type { IntakePointLine, IntakeValues, IntakeView } from '../../../web/console/intake/view.ts'
import { careGroups } from '../../../core/operations/care-near.ts'
import { ownEntries } from '../../../core/operations/intake/own-entries.ts'
import { grouped } from '../../../core/case/reference.ts'
import { needsOf, type StaffServices } from '../../wiring/services.ts'
import { say } from '../../../web/say.ts'
import { labelOf, meantBy, placeOf } from '../../staff/places.ts'
import { asWritten, localOf, oldBefore, type PostedIntake } from './form.ts'
import { placeList, placeOptions } from '../frame/places.ts'
import { placeGroups } from './places.ts'
import type { Filed } from '../frame/cookies.ts'

/** Those of one's own organisation first, then those of one's own region, then the others. */
function intakePointsFor(
  { organisation, region }: Viewer,
  programme: Programme,
  texts: IntakeWords,
): IntakePointLine[] {
  const { intakePoints, organisations, gazetteer } = programme
  const distance = (point: IntakePoint): number => {
    if (point.organisation === organisation) return 0
    const at = point.place ? gazetteer.find(point.place)?.region : null
    return region !== null && at === region ? 1 : 2
  }
  return intakePoints
    .toSorted((a, b) => distance(a) - distance(b))
    .map(({ code, name, channel, hours, languages, ...point }) => ({
      code,
      name,
      channel,
      language: languages[0],
      organisation: organisations.find(({ id }) => id === point.organisation)?.name ?? point.organisation,
      place: point.place && placeName(point.place, programme),
      hours: labelIn(hours, texts.chain),
      languages: languages.map((one) => languageName(one, texts)),
    }))
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
    intakePoints: intakePointsFor(viewer, programme, texts),
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
export function newIntake(kind: IntakeValues['kind'], last: Filed | null, services: StaffServices): IntakeValues {
  const { programme, nowAt } = services
  const point = programme.intakePoints.find(({ code }) => code === last?.source)
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
