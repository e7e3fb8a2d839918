import { html } from 'hono/html'
import { fill } from '../../public/texts.ts'
import type { InboxRow } from './view.ts'
import type { InboxTexts } from './texts.ts'
import { type Here, spellDay, spellSpan, spellTime } from '../frame/when.ts'
import type { Html } from '../../html.ts'

type Urgency = 'late' | 'today' | 'left'

/** Where nobody has anything to do but wait, it is nobody’s turn. */
const rests: readonly string[] = ['wait', 'wait-for-verdict']

/** Two of a list decide it: whoever did not begin it. */
const needsAnother: readonly string[] = ['confirm-level', 'confirm-receipt']

/** Shapes beside the words, for whoever looks quickly; never instead of them. */
const shapes: Record<Urgency, string> = { late: '▲', today: '◆', left: '○' }
const levelShapes: Readonly<Record<string, string>> = { N0: '○', N1: '●', N2: '▲', S1: '■', S2: '■' }

function urgencyOf(dueAt: string, here: Here, texts: InboxTexts): Urgency {
  if (dueAt <= here.now) return 'late'
  return spellDay(dueAt, here, texts.when) === spellDay(here.now, here, texts.when) ? 'today' : 'left'
}

function due({ clock, dueAt }: InboxRow, here: Here, texts: InboxTexts): Html {
  const urgency = urgencyOf(dueAt, here, texts)
  const time = urgency === 'late' ? spellSpan(dueAt, here.now, texts.when) : spellSpan(here.now, dueAt, texts.when)
  const by = fill(texts.due.by, {
    clock: capital(texts.codes.clocks[clock] ?? clock),
    day: spellDay(dueAt, here, texts.when),
    at: spellTime(dueAt, here, texts.when),
  })
  return html`<span class="tag ${urgency}"
      ><i aria-hidden="true">${shapes[urgency]}</i> ${fill(texts.due[urgency], { time })}</span
    >
    <small>${by}</small>`
}

/** « plainte » at the head of a line. */
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function level(row: InboxRow, texts: InboxTexts): Html {
  return row.level === null
    ? html`<span class="tag new"><i aria-hidden="true">✶</i> ${texts.unassessed}</span>`
    : html`<small class="level ${row.level}"
        ><i aria-hidden="true">${levelShapes[row.level] ?? ''}</i> ${texts.codes.levels[row.level] ?? row.level}</small
      >`
}

function marks({ level, rank, reopened, unreachable, waitingFor }: InboxRow, texts: InboxTexts): Html[] {
  const said = [
    // It says that it comes first, never why: what the words may mean is for whoever opens it.
    ['⇧', rank === 0 && level === null && texts.marks.first],
    ['↺', reopened && texts.marks.reopened],
    ['⌂', unreachable && texts.marks.visit],
    ['…', waitingFor === 'complainant' && texts.marks.complainant],
    ['…', waitingFor === 'third-party' && texts.marks['third-party']],
  ] as const
  return said.flatMap(([shape, text]) =>
    text === false ? [] : [html`<span class="tag mark"><i aria-hidden="true">${shape}</i> ${text}</span>`],
  )
}

function about(row: InboxRow, texts: InboxTexts): Html {
  const { codes } = texts
  const how = `${texts.channels[row.channel]} · ${row.language}`
  const kind = capital(codes.kinds[row.kind] ?? row.kind)
  return html`<b>${row.categoryLabel ?? kind}</b
    ><span>${row.placeName ?? texts.noPlace}</span
    >${row.suggested.length > 0 && html`<small>${`${texts.suggested} ${row.suggested.join(' · ')}`}</small>`}<small
      >${row.categoryLabel === null ? how : `${kind} · ${how}`}</small
    >`
}

function last({ movedAt, silent, receivedAt }: InboxRow, here: Here, texts: InboxTexts): Html {
  const { when } = texts
  return html`<span
      >${fill(silent ? texts.last.silent : texts.last.ago, { time: spellSpan(movedAt, here.now, when) })}</span
    ><small>${fill(texts.last.received, { day: spellDay(receivedAt, here, when) })}</small>`
}

/** Whose turn it is. */
function turn({ mine, nextAction, owner }: InboxRow, texts: InboxTexts): Html {
  if (!mine || rests.includes(nextAction)) return html`<small>${owner}</small>`
  const who = needsAnother.includes(nextAction) ? texts.another : texts.you
  return html`<span class="you"><i aria-hidden="true">➜</i> ${who}</span>`
}

/**
 * One row of the table. It is a card on a small screen, where a style sheet takes the table away: the roles say again what
 * the tags say, so that it stays one for a screen reader.
 */
export function inboxRow(row: InboxRow, here: Here, texts: InboxTexts): Html {
  return html`<tr role="row" class="is-${urgencyOf(row.dueAt, here, texts)}">
    <td role="cell" class="in-due">${due(row, here, texts)}</td>
    <th role="rowheader" scope="row" class="in-case">
      <a href="${row.href}" data-case>${row.grouped}</a>${level(row, texts)}${marks(row, texts)}
    </th>
    <td role="cell" class="in-about">${about(row, texts)}</td>
    <td role="cell" class="in-last">${last(row, here, texts)}</td>
    <td role="cell" class="in-action"><b>${texts.actions[row.nextAction] ?? row.nextAction}</b>${turn(row, texts)}</td>
  </tr>`
}
