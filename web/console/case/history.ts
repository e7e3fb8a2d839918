import { html } from 'hono/html'
import type { CaseView, HistoryLine, NoticeLine } from './view.ts'
import { type CaseWords, happening, whoDid } from './words.ts'
import type { Html } from '../../html.ts'
import { amountInWords } from '../frame/money.ts'
import { day, hour, inWords } from '../frame/words.ts'
import { say, sentence } from '../../say.ts'

/** One line as it stands in the history, and in what changed since a form was opened. */
export function historyItem(line: HistoryLine, view: CaseView, words: CaseWords, times: string | null = null): Html {
  const { at } = line.entry
  return html`<li>
    <time datetime="${at}">${day(at, view, words)}, ${hour(at, view, words)}</time>
    <span class="soft">· ${whoDid(line, words)}</span>
    <div>${happening(line, view, words)}${times !== null && html` <span class="soft">· ${times}</span>`}</div>
    ${line.words !== null && html`<blockquote class="words small" dir="auto">${line.words}</blockquote>`}
  </li>`
}

/** The same reminder to the same desk, again and again with nothing between, is one line. */
function runsOf(history: readonly HistoryLine[]): HistoryLine[][] {
  const runs: HistoryLine[][] = []
  for (const line of history) {
    const run = runs.at(-1)
    const { entry } = line
    const before = run?.[0]?.entry
    if (run && entry.what === 'reminded' && before?.what === 'reminded' && before.to === entry.to) run.push(line)
    else runs.push([line])
  }
  return runs
}

export function historyPart(view: CaseView, words: CaseWords): Html {
  const { title, times } = words.case.history
  const drawn = ([first, ...more]: HistoryLine[]): Html | '' => {
    if (!first) return ''
    const { at } = first.entry
    const since = { count: more.length + 1, day: day(at, view, words), time: hour(at, view, words) }
    return historyItem(more.at(-1) ?? first, view, words, more.length > 0 ? say(times, since) : null)
  }
  return html`<section aria-labelledby="histoire">
    <h2 id="histoire">${title}</h2>
    <ol class="history" reversed>
      ${runsOf(view.history).reverse().map(drawn)}
    </ol>
  </section>`
}

interface NoticeRun {
  /** The last of them. */
  line: NoticeLine
  count: number
  sinceAt: string
}

/** The same message to the same reader, gone the same way again and again, is one line too. */
function noticeRuns(notices: readonly NoticeLine[]): NoticeRun[] {
  const same = (line: NoticeLine): string =>
    [line.template, line.to, line.state, line.unconfirmed, line.resent].join(' ')
  const runs: NoticeRun[] = []
  for (const line of notices) {
    const last = runs.at(-1)
    if (last && line.to !== 'complainant' && same(last.line) === same(line))
      Object.assign(last, { line, count: last.count + 1 })
    else runs.push({ line, count: 1, sinceAt: line.at })
  }
  return runs
}

export function noticesPart(view: CaseView, words: CaseWords): Html {
  const { codes } = words
  const { notices: texts } = words.case
  const item = ({ line, count, sinceAt }: NoticeRun): Html => {
    const { template, to, state, at, segments, resent, unconfirmed } = line
    const since = { count, day: day(sinceAt, view, words), time: hour(sinceAt, view, words) }
    const how = say(unconfirmed ? texts.unconfirmed : inWords(texts.states, state), {
      day: day(at, view, words),
      time: hour(at, view, words),
    })
    const more = [
      segments !== null && say(texts.segments, { count: segments }),
      resent && texts.resent,
      count > 1 && say(words.case.history.times, since),
    ]
    return html`<li>
      <b>${sentence(inWords(codes.templates, template), {})}</b>
      <span class="soft">${say(texts.to, { who: inWords(codes.people, to) })}</span>
      <div>${how}${more.filter(Boolean).map((one) => html` · ${one}`)}</div>
    </li>`
  }
  return html`<section aria-labelledby="messages">
    <h2 id="messages">${texts.title}</h2>
    ${
      view.notices.length > 0
        ? html`<ol class="history">
            ${noticeRuns(view.notices).map(item)}
          </ol>`
        : html`<p class="soft">${texts.none}</p>`
    }
    ${view.costs.map((cost) => html`<p class="soft">${say(texts.cost, { ...cost, amount: amountInWords(cost.micros, words.language) })}</p>`)}
  </section>`
}
