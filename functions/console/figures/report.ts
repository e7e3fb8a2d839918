import { cerclePlace, type FiguresScope } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import { labelIn } from '../../../core/language.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { figuresReport } from '../../../core/reports/figures-report.ts'
import type { Read } from '../../../core/reports/table.ts'
import type { FiguresTexts } from '../../../web/console/figures/texts.ts'
import { type FiguresNames, figuresWording } from '../../../web/console/figures/wording.ts'
import type { Common } from '../../../web/console/frame/common.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { say } from '../../../web/say.ts'
import { categoryName } from '../../staff/with-names.ts'
import { languageName } from '../frame/language-name.ts'
import { nameOf, organisationName } from '../frame/names.ts'

export type FiguresWords = Common & { figures: FiguresTexts }

/** What somebody is shown, in the words of their page. */
export function reportOf(shown: FiguresShown, now: string, texts: FiguresWords, programme: Programme) {
  const names = namesOf(shown.scope, now, texts, programme)
  const read: Read = (label = {}) => labelIn(label, texts.chain)
  return { report: figuresReport(shown, { [texts.language]: figuresWording(texts.figures, names) }), read }
}

function namesOf(scope: FiguresScope, now: string, texts: FiguresWords, programme: Programme): FiguresNames {
  const { calendar } = programme
  return {
    day: spellDay(now, { now, utcOffsetMinutes: calendar.utcOffsetMinutes }, texts.when),
    scope: scopeName(scope, texts.figures, programme),
    cluster: (id) => clusterName(id, programme),
    cercle: (code) => cercleName(code, texts.figures, programme),
    questions: texts.questions.figures,
    language: (code) => languageName(code, texts),
    locale: texts.language,
    category: (code) => categoryName(code, programme, texts.chain) ?? code,
  }
}

/** A cercle, or the region where nothing closer is known, which may have the name of one; `said`: how a cercle is. */
function cercleSaid(code: string, said: string, { cercle }: CercleTexts, { gazetteer }: Programme): string {
  const place = cerclePlace(code, gazetteer)
  return place ? say(place.level === 'region' ? cercle.unsaid : said, { name: place.name }) : code
}
type CercleTexts = Pick<FiguresTexts, 'cercle'>

/** In a list of them, and by itself. */
export const cercleName = (code: string, texts: CercleTexts, programme: Programme): string =>
  cercleSaid(code, '{name}', texts, programme)
export const cercleTitle = (code: string, texts: CercleTexts, programme: Programme): string =>
  cercleSaid(code, texts.cercle.of, texts, programme)

type ScopeTexts = Pick<FiguresTexts, 'scopes' | 'cercle' | 'values'>

export function scopeName(scope: FiguresScope, texts: ScopeTexts, programme: Programme): string {
  const whole = wholeName(scope, texts, programme)
  return 'cercle' in scope ? `${cercleTitle(scope.cercle, texts, programme)} · ${whole}` : whole
}

function wholeName(scope: FiguresScope, { scopes, values }: ScopeTexts, programme: Programme): string {
  if (scope.kind === 'all') return scopes.all
  if (scope.kind === 'stub') return scopes[scope.lane]
  if (scope.kind === 'region')
    return scope.id === 'national' || scope.id === 'triage'
      ? values[scope.id]
      : say(scopes.region, { name: clusterName(scope.id, programme) })
  return say(scopes.organisation, { name: organisationName(programme, scope.id) })
}

/** « Chiffres », and of which region or cercle where somebody reads one of several. */
export const titleOf = (scope: FiguresScope, { title, ...texts }: FiguresTexts, programme: Programme): string =>
  scope.kind === 'region' || 'cercle' in scope ? `${title} · ${scopeName(scope, texts, programme)}` : title

const clusterName = (id: string, programme: Programme): string => nameOf(`region:${id}`, programme) ?? id
