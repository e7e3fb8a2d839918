import type { FiguresScope } from '../../../core/figures/scope.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import { labelIn } from '../../../core/language.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { PlaceRef } from '../../../core/places/place.ts'
import { figuresReport } from '../../../core/reports/figures-report.ts'
import type { Read } from '../../../core/reports/table.ts'
import type { FiguresTexts } from '../../../web/console/figures/texts.ts'
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
  const cluster = (id: string) => nameOf(`region:${id}`, programme) ?? id
  return {
    day: spellDay(now, { now, utcOffsetMinutes: calendar.utcOffsetMinutes }, texts.when),
    scope: scopeName(scope, texts.figures.scopes, programme, cluster),
    cluster,
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
  scopes: FiguresTexts['scopes'],
  programme: Programme,
  cluster: (id: string) => string,
): string {
  if (scope.kind === 'all') return scopes.all
  if (scope.kind === 'stub') return scopes[scope.lane]
  const name = scope.kind === 'region' ? cluster(scope.id) : organisationName(programme, scope.id)
  return say(scopes[scope.kind], { name })
}
