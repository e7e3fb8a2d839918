import { html, raw } from 'hono/html'
import type { MatrixWhy } from '../../../core/directory/matrix/shape.ts'
import type { SheetChosen } from '../../../core/directory/sheet.ts'
import {
  addsChoice,
  type FileAsked,
  fileField,
  listing,
  sheetLine,
  tabBody,
  type TabScene,
  underBody,
} from './parts.ts'
import type { DirectoryTexts } from './texts.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** One line of the matrix in words. */
export interface PresenceLine {
  organisation: string
  sector: string
  place: string
  days: string
}

interface PresenceView {
  scene: TabScene
  /** « importé le … », or null where nothing ever was. */
  imported: string | null
  lines: readonly PresenceLine[]
  of: number
  file: FileAsked
  imports: boolean
  /** May organisations come with the file? */
  edits: boolean
  /** Cuts of the country a file's codes may be of. */
  cuts: readonly string[]
}

const cells = ({ organisation, sector, place, days }: PresenceLine): string[] => [organisation, sector, place, days]
const columnsOf = ({ columns }: DirectoryTexts): string[] => [
  ...[columns.organisation, columns.sector, columns.place, columns.days],
]

export function presenceBody({ scene, imported, lines, of, file, imports, edits, cuts }: PresenceView): Html {
  const { texts } = scene
  const { presence } = texts
  return tabBody(
    scene,
    html`${imports && importForm(scene, { file, edits, cuts })}
      <h2>${texts.tabs.presence}</h2>
      <p class="soft">${imported ?? presence.empty}</p>
      ${
        lines.length > 0 &&
        html`${lines.length < of && html`<p class="soft">${say(presence.shown, { count: lines.length, of })}</p>`}
        ${listing(texts.tabs.presence, columnsOf(texts), lines.map(cells))}`
      }`,
  )
}

function importForm(
  { at, csrf, texts }: TabScene,
  { file, edits, cuts }: Pick<PresenceView, 'file' | 'edits' | 'cuts'>,
): Html {
  const { presence, fields } = texts
  const { whole, codes = '' } = file.ticked
  return html`<h2>${presence.import}</h2>
    <form class="plain-form" method="post" action="${at}/presence/apercu" enctype="multipart/form-data">
      <input type="hidden" name="csrf" value="${csrf}" />
      ${fileField(texts, presence.expects, file)}
      <fieldset>
        <legend>${fields.whole.label}</legend>
        <div class="choices">
          <label class="choice"
            ><input type="radio" name="whole" value="non" ${whole !== 'oui' && raw('checked')} /><span
              >${presence.part}</span
            ></label
          >
          <label class="choice"
            ><input type="radio" name="whole" value="oui" ${whole === 'oui' && raw('checked')} /><span
              >${presence.whole}</span
            ></label
          >
        </div>
      </fieldset>
      <fieldset>
        <legend>${fields.codes.label}</legend>
        <div class="choices">
          ${Object.entries({
            '': presence.codesShown,
            ...Object.fromEntries(cuts.map((cut) => [cut, say(presence.codesOf, { cut })])),
            names: presence.codesIgnored,
          }).map(
            ([value, label]) =>
              html`<label class="choice"
                ><input type="radio" name="codes" value="${value}" ${value === codes && raw('checked')} /><span
                  >${label}</span
                ></label
              >`,
          )}
        </div>
      </fieldset>
      ${edits && html`<div class="field">${addsChoice(file, presence.adds)}</div>`}
      <button class="button">${presence.look}</button>
    </form>`
}

export interface PreviewView {
  scene: TabScene
  id: string
  /** The directory changed since it was first looked at. */
  again: boolean
  sums: Record<'added' | 'changed' | 'removed' | 'same' | 'unread' | 'organisations', number>
  /** The first of each. */
  added: readonly PresenceLine[]
  changed: readonly { before: PresenceLine; after: PresenceLine }[]
  removed: readonly PresenceLine[]
  unread: readonly { line: number; why: MatrixWhy; cell: string }[]
  organisations: readonly string[]
  sheet: SheetChosen | null
}

/** What a file would change, before it does. */
export function previewBody({
  scene,
  id,
  again,
  sums,
  added,
  changed,
  removed,
  unread,
  organisations,
  sheet,
}: PreviewView): Html {
  const { at, texts, csrf } = scene
  const { presence, columns } = texts
  const changes = sums.added + sums.changed + sums.removed + sums.organisations
  const part = (name: keyof typeof sums, shown: number, table: () => Html): Html | false =>
    shown > 0 &&
    html`<h2>${presence.sums[name]} (${sums[name]})</h2>
      ${table()} ${sums[name] > shown && html`<p class="soft">${say(presence.more, { count: sums[name] - shown })}</p>`}`
  return underBody(
    scene,
    presence.preview,
    html`${again && html`<p class="flash careful" role="status">${presence.stale}</p>`} ${sheetLine(sheet, texts)}
      <ul class="sums" role="list">
        ${Object.entries(sums).map(([name, count]) => html`<li><b>${count}</b>${presence.sums[name as keyof typeof sums]}</li>`)}
      </ul>
      ${
        changes > 0
          ? html`<p>${presence.nothingYet}</p>
              ${applyForm(`${at}/presence/appliquer`, csrf, id, presence.apply)}`
          : html`<p><b>${texts.nothing}</b></p>`
      }
      <p><a href="${at}/presence">${presence.another}</a></p>
      ${part('unread', unread.length, () =>
        listing(
          presence.sums.unread,
          [columns.line, columns.why, columns.cell],
          unread.map(({ line, why, cell }) => [String(line), presence.why[why], cell]),
        ),
      )}
      ${part('organisations', organisations.length, () =>
        listing(
          presence.sums.organisations,
          [columns.organisation],
          organisations.map((name) => [name]),
        ),
      )}
      ${part('added', added.length, () => listing(presence.sums.added, columnsOf(texts), added.map(cells)))}
      ${part('changed', changed.length, () =>
        listing(
          presence.sums.changed,
          [columns.organisation, columns.sector, columns.place, columns.before, columns.after],
          changed.map(({ before, after }) => [after.organisation, after.sector, after.place, before.days, after.days]),
        ),
      )}
      ${part('removed', removed.length, () => listing(presence.sums.removed, columnsOf(texts), removed.map(cells)))}`,
  )
}

const applyForm = (action: string, csrf: string, id: string, label: string): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="csrf" value="${csrf}" />
    <input type="hidden" name="draft" value="${id}" />
    <button class="button">${label}</button>
  </form>`
