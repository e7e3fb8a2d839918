import { html } from 'hono/html'
import type { InboxRow, InboxView } from './view.ts'
import { capital, say } from '../../say.ts'
import type { InboxWords } from './texts.ts'
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

function urgencyOf(dueAt: string, here: Here, { when }: InboxWords): Urgency {
  if (dueAt <= here.now) return 'late'
  return spellDay(dueAt, here, when) === spellDay(here.now, here, when) ? 'today' : 'left'
}

function dueCell({ clock, dueAt }: InboxRow, here: Here, words: InboxWords): Html {
  const { when, codes } = words
  const { due } = words.inbox
  const urgency = urgencyOf(dueAt, here, words)
  const time = urgency === 'late' ? spellSpan(dueAt, here.now, when) : spellSpan(here.now, dueAt, when)
  const by = say(due.by, {
    clock: capital(codes.clocks[clock] ?? clock),
    day: spellDay(dueAt, here, when),
    at: spellTime(dueAt, here, when),
  })
  return html`<span class="tag ${urgency}"
      ><i aria-hidden="true">${shapes[urgency]}</i> ${say(due[urgency], { time })}</span
    >
    <small>${by}</small>`
}

function level({ level, rank }: InboxRow, { inbox, codes }: InboxWords): Html {
  if (level !== null)
    return html`<small class="level ${level}"
      ><i aria-hidden="true">${levelShapes[level] ?? ''}</i> ${codes.levels[level] ?? level}</small
    >`
  // It says that it comes first, never why: what the words may mean is for whoever opens it.
  return rank === 0
    ? html`<span class="tag first"><i aria-hidden="true">⇧</i> ${inbox.marks.first}</span>`
    : html`<span class="tag new"><i aria-hidden="true">✶</i> ${inbox.unassessed}</span>`
}

function marks(
  { reopened, unreachable, toCall, nextAction, waitingFor, flood }: InboxRow,
  { inbox }: InboxWords,
): Html[] {
  const said = [
    ['↺', reopened && inbox.marks.reopened],
    ['≡', flood !== undefined && inbox.marks.flood],
    ['☎', toCall && nextAction !== 'call' && inbox.marks.call],
    ['⌂', unreachable && inbox.marks.visit],
    ['…', waitingFor === 'complainant' && inbox.marks.complainant],
    ['…', waitingFor === 'third-party' && inbox.marks['third-party']],
  ] as const
  return said.flatMap(([shape, text]) =>
    text === false ? [] : [html`<span class="tag mark"><i aria-hidden="true">${shape}</i> ${text}</span>`],
  )
}

function about(row: InboxRow, { inbox, codes }: InboxWords): Html {
  const how = `${codes.channelNames[row.channel]} · ${row.language}`
  const kind = capital(codes.kinds[row.kind] ?? row.kind)
  return html`<b>${row.categoryLabel ?? kind}</b
    ><span>${row.placeName ?? inbox.noPlace}</span
    >${row.suggested.length > 0 && html`<small>${`${inbox.suggested} ${row.suggested.join(' · ')}`}</small>`}<small
      >${row.categoryLabel === null ? how : `${kind} · ${how}`}</small
    >`
}

function lastCell({ movedAt, silent, receivedAt }: InboxRow, here: Here, { inbox, when }: InboxWords): Html {
  const { last } = inbox
  return html`<span>${say(silent ? last.silent : last.ago, { time: spellSpan(movedAt, here.now, when) })}</span
    ><small>${say(last.received, { day: spellDay(receivedAt, here, when) })}</small>`
}

/** Whose turn it is. */
function turn({ mine, nextAction, owner }: InboxRow, { inbox }: InboxWords): Html {
  if (!mine || rests.includes(nextAction)) return html`<small>${owner}</small>`
  const who = needsAnother.includes(nextAction) ? inbox.another : inbox.you
  return html`<span class="you"><i aria-hidden="true">➜</i> ${who}</span>`
}

/** Chosen for what is done with several at once. */
const box = ({ reference, grouped }: InboxRow, { inbox: { together } }: InboxWords): Html =>
  html`<input
    type="checkbox"
    name="d"
    value="${reference}"
    form="ensemble"
    aria-label="${say(together.choose, { case: grouped })}"
  /> `

/** The words themselves, one click away and without leaving the list. */
function spoken({ reference, grouped }: InboxRow, { read, here }: InboxView, { inbox: { words } }: InboxWords): Html {
  const which = html`<span class="visually-hidden"> ${words.of} ${grouped}</span>`
  if (read === null || read.reference !== reference)
    return html`<a class="read" href="${here}${here.includes('?') ? '&' : '?'}lire=${reference}#d-${reference}"
      >${words.read}${which}</a
    >`
  return html`${
      read.text === null
        ? html`<p class="soft">${words.none}</p>`
        : html`<blockquote class="words small" lang="" dir="auto">${read.text}</blockquote>`
    }<a class="read" href="${here}#d-${reference}">${words.close}${which}</a>`
}

/**
 * One row of the table. It is a card on a small screen, where a style sheet takes the table away: the roles say again what
 * the tags say, so that it stays one for a screen reader.
 */
export function inboxRow(row: InboxRow, here: InboxView, words: InboxWords): Html {
  return html`<tr role="row" class="is-${urgencyOf(row.dueAt, here, words)}" id="d-${row.reference}">
    <td role="cell" class="in-due">${dueCell(row, here, words)}</td>
    <th role="rowheader" scope="row" class="in-case">
      ${here.chooses && box(row, words)}<a href="${row.href}" data-case>${row.grouped}</a
      >${level(row, words)}${marks(row, words)}
    </th>
    <td role="cell" class="in-about">${about(row, words)}${row.level === null && spoken(row, here, words)}</td>
    <td role="cell" class="in-last">${lastCell(row, here, words)}</td>
    <td role="cell" class="in-action">
      <b>${words.inbox.actions[row.nextAction] ?? row.nextAction}</b>${turn(row, words)}
    </td>
  </tr>`
}
