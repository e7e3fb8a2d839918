import type { Viewer } from '../../../core/case/actor.ts'
import { choosesCercle, choosesRegion, countedRegions, type FiguresScope } from '../../../core/figures/scope.ts'
import type { FiguresShown, FiguresTooMany } from '../../../core/figures/shown.ts'
import type { FiguresAsked } from '../../../core/operations/figures/read-figures.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { fold } from '../../../core/places/normalise.ts'
import type { FiguresFrame } from '../../../web/console/figures/view.ts'
import { cercleName, cercleTitle, type FiguresWords, scopeName } from './report.ts'

/** What an address asks for; an empty choice is none. */
export const figuresAsked = (query: Readonly<Record<string, string>>): FiguresAsked => ({
  period: query['periode'],
  region: query['region'] || null,
  cercle: query['cercle'] || null,
})

/** What somebody may ask for, the whole first, each as its figures are called; null where there is no choice. */
export function regionsOffered(
  viewer: Viewer,
  asked: string | null,
  { figures }: FiguresWords,
  programme: Programme,
): FiguresFrame['regions'] {
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

/** The cercles there are cases of, by name, with the one that is asked for; null where there is no choice. */
export function cerclesOffered(
  viewer: Viewer,
  shown: FiguresShown | FiguresTooMany,
  { figures }: FiguresWords,
  programme: Programme,
): FiguresFrame['cercles'] {
  if (!('cercles' in shown) || !choosesCercle(viewer, shown.scope)) return null
  const asked = shown.scope.cercle ?? null
  const codes = new Set([...shown.cercles, ...(asked === null ? [] : [asked])])
  const options = [...codes].map((value) => ({ value, label: cercleName(value, figures, programme) }))
  const inOrder = options.sort((a, b) => a.label.localeCompare(b.label))
  return { asked, options: [{ value: '', label: figures.cercle.all }, ...inOrder] }
}

/** « cercle-ansongo », where a file is of one. */
export const partInFileName = (
  scope: FiguresScope,
  figures: FiguresWords['figures'],
  programme: Programme,
): string[] =>
  'cercle' in scope ? [fold(cercleTitle(scope.cercle, figures, programme)).replaceAll(/[^a-z0-9]+/g, '-')] : []
