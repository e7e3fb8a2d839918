import type { Viewer } from '../../../core/case/actor.ts'
import { choosesRegion, countedRegions, type FiguresScope } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import { labelIn } from '../../../core/language.ts'
import type { FiguresAsked } from '../../../core/operations/figures/read-figures.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { PlaceRef } from '../../../core/places/place.ts'
import { figuresReport } from '../../../core/reports/figures-report.ts'
import type { Read } from '../../../core/reports/table.ts'
import type { FiguresTexts } from '../../../web/console/figures/texts.ts'
import type { FiguresView } from '../../../web/console/figures/view.ts'
import { type FiguresNames, figuresWording } from '../../../web/console/figures/wording.ts'
import type { Common } from '../../../web/console/frame/common.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { say } from '../../../web/say.ts'
import { categoryName } from '../../staff/with-names.ts'
import { nameOf, organisationName } from '../frame/names.ts'

export type FiguresWords = Common & { figures: FiguresTexts }

/** What somebody is shown, in the words of their page. */
export function reportOf(shown: FiguresShown, now: string, texts: FiguresWords, programme: Programme) {
  const names = namesOf(shown.scope, now, texts, programme)
  const read: Read = (label = {}) => labelIn(label, texts.chain)
  return { report: figuresReport(shown, { [texts.language]: figuresWording(texts.figures, names) }), read }
}

function namesOf(scope: FiguresScope, now: string, texts: FiguresWords, programme: Programme): FiguresNames {
  const { gazetteer, calendar } = programme
  return {
    day: spellDay(now, { now, utcOffsetMinutes: calendar.utcOffsetMinutes }, texts.when),
    scope: scopeName(scope, texts.figures, programme),
    cluster: (id) => clusterName(id, programme),
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
  { scopes, values }: Pick<FiguresTexts, 'scopes' | 'values'>,
  programme: Programme,
): string {
  if (scope.kind === 'all') return scopes.all
  if (scope.kind === 'stub') return scopes[scope.lane]
  if (scope.kind === 'region')
    return scope.id === 'national' || scope.id === 'triage'
      ? values[scope.id]
      : say(scopes.region, { name: clusterName(scope.id, programme) })
  return say(scopes.organisation, { name: organisationName(programme, scope.id) })
}

/** « Chiffres », and of which region where somebody reads one of several. */
export const titleOf = (scope: FiguresScope, { title, ...texts }: FiguresTexts, programme: Programme): string =>
  scope.kind === 'region' ? `${title} · ${scopeName(scope, texts, programme)}` : title

/** What an address asks for; an empty choice is none. */
export const figuresAsked = (query: Readonly<Record<string, string>>): FiguresAsked => ({
  period: query['periode'],
  region: query['region'] || null,
})

const clusterName = (id: string, programme: Programme): string => nameOf(`region:${id}`, programme) ?? id

/** What somebody may ask for, the whole first, each as its figures are called; null where there is no choice. */
export function regionsOffered(
  viewer: Viewer,
  asked: string | null,
  { figures }: FiguresWords,
  programme: Programme,
): FiguresView['regions'] {
  if (!choosesRegion(viewer)) return null
  const name = (scope: FiguresScope) => scopeName(scope, figures, programme)
  return {
    asked,
    options: [
      { value: '', label: name({ kind: 'all' }) },
      ...countedRegions(programme.clusters).map((id) => ({ value: id, label: name({ kind: 'region', id }) })),
    ],
  }
}
