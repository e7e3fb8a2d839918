import { html } from 'hono/html'
import type { SheetChosen } from '../../../core/directory/sheet.ts'
import { say } from '../../say.ts'
import type { Html } from '../../html.ts'
import { type FileAsked, fileField, listing, sheetLine, type TabScene, tag, underBody } from './parts.ts'
import { mostLines } from './points.ts'
import type { PointsTexts } from './points-texts.ts'

/** `GET …/points/liste`: a file is chosen. */
export function pointListBody(scene: TabScene, file: FileAsked): Html {
  const { at, csrf, texts } = scene
  const { points } = texts
  return underBody(
    scene,
    points.import,
    html`<p class="soft">${points.lead}</p>
      <form class="plain-form" method="post" action="${at}/points/liste" enctype="multipart/form-data">
        <input type="hidden" name="csrf" value="${csrf}" />
        ${fileField(texts, points.expects, file)}
        <button class="button">${points.look}</button>
      </form>`,
  )
}

/** One row in words, and what would be done. */
export interface PlannedLine {
  line: number
  name: string
  where: string
  is: keyof PointsTexts['is']
  why: readonly (keyof PointsTexts['why'])[]
  /** What is different, of a point known before. */
  changes: readonly string[]
}

interface PlanView {
  scene: TabScene
  id: string
  lines: readonly PlannedLine[]
  sheet: SheetChosen | null
  /** Somebody wrote since it was looked at. */
  stale: boolean
}

const tones = { new: 'left', changed: 'mark', same: 'left', wrong: 'late' } as const
const sorts = ['new', 'changed', 'same', 'wrong'] as const
const reading = ['wrong', 'changed', 'new', 'same'] as const

export function pointPlanBody({ scene, id, lines, sheet, stale }: PlanView): Html {
  const { at, csrf, texts } = scene
  const { points } = texts
  const count = (is: PlannedLine['is']): number => lines.filter((line) => line.is === is).length
  const todo = count('new') + count('changed')
  // What is to be looked at comes first.
  const shown = reading.flatMap((is) => lines.filter((line) => line.is === is)).slice(0, mostLines)
  return underBody(
    scene,
    points.preview,
    html`${stale && html`<p class="flash careful" role="alert">${points.stale}</p>`} ${sheetLine(sheet, texts)}
      <ul class="sums" role="list">
        ${sorts.map((is) => html`<li><b>${count(is)}</b>${points.sums[is]}</li>`)}
      </ul>
      ${
        todo > 0
          ? html`<p>${points.nothingYet}</p>
              <form method="post" action="${at}/points/liste/${id}">
                <input type="hidden" name="csrf" value="${csrf}" /><button class="button">${points.apply}</button>
              </form>`
          : html`<p><b>${texts.nothing}</b></p>`
      }
      ${shown.length < lines.length && html`<p class="soft">${say(texts.presence.shown, { count: shown.length, of: lines.length })}</p>`}
      ${listing(
        points.preview,
        [points.lines.line, points.columns.name, points.columns.where, points.lines.what],
        shown.map((line) => [String(line.line), line.name, line.where, whatHappens(line, points)]),
      )}
      <p><a href="${at}/points/liste">${points.another}</a></p>`,
  )
}

function whatHappens({ is, why, changes }: PlannedLine, points: PointsTexts): Html {
  const said = [
    ...why.map((one) => points.why[one]),
    ...(changes.length > 0 ? [say(points.changes, { fields: changes.join(', ') })] : []),
  ]
  return html`${tag(tones[is], points.is[is])}${said.length > 0 && html`<br />${said.join(' · ')}`}`
}
