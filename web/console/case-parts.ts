import { html, raw } from 'hono/html'
import { pauseLine } from './case-trail.ts'
import type { CaseView, HistoryLine, LinkedCase, NoticeLine } from './case-view.ts'
import { type CaseWords, day, happening, hour, inWords, ownerInWords, say, sentence, whoDid } from './case-words.ts'
import type { Html } from './layout.ts'
import { spellSpan } from './when.ts'

/** `dir=auto`: the letters decide. The language is that of the person, not of the page. */
const said = (text: string, language: string): Html =>
  html`<blockquote class="words" lang="${language}" dir="auto">${text}</blockquote>`

/** The words exactly as they were typed, and how they came. */
export function saidPart(view: CaseView, words: CaseWords): Html {
  const { said: texts, codes } = words.case
  const { kind, channel, receivedAt, languageName, source, onBehalf, text, lane, erased } = view
  const gone = erased.includes('words') || erased.includes('all')
  const none = gone ? texts.erased : lane === 'S2' ? texts.noneHere : texts.none
  const how = sentence(texts.how, {
    kind: inWords(codes.kinds, kind),
    channel: inWords(codes.channels, channel),
    day: day(receivedAt, view, words),
    time: hour(receivedAt, view, words),
    language: languageName,
  })
  return html`<section aria-labelledby="dit">
    <h2 id="dit">${texts.title}</h2>
    <p class="soft">
      ${how}${source !== null && html` ${say(texts.source, { source })}.`}
      ${onBehalf !== null && onBehalf !== 'self' && html`${say(texts.onBehalf, { who: onBehalf })}.`}
    </p>
    ${text === null ? html`<p class="soft">${none}</p>` : said(text, view.language)}
  </section>`
}

/** What a machine found in the words, and which words made it say so. */
export function suggestedPart({ suggested: { why, sensitive }, readyAnswer, lane }: CaseView, words: CaseWords): Html {
  const texts = words.case.suggested
  if (lane === 'S2') return html``
  const line = { place: texts.places, category: texts.category, sensitive: texts.sensitive }
  const because = (said: readonly string[]): string =>
    say(texts.because, { words: said.map((word) => say(texts.quoted, { word })).join(', ') })
  // Several codes may be sensitive; that it may be is said once.
  const alarm = why.filter(({ what }) => what === 'sensitive').flatMap(({ words }) => words)
  const once = [
    ...why.filter(({ what }) => what !== 'sensitive'),
    ...(alarm.length > 0 ? [{ what: 'sensitive' as const, name: '', words: [...new Set(alarm)] }] : []),
  ]
  const items = once.map(
    ({ what, name, words: found }) =>
      html`<li${what === 'sensitive' && raw(' class="alert"')}>${say(line[what], { name })} <span class="soft" dir="auto">${because(found)}</span></li>`,
  )
  if (sensitive && alarm.length === 0) items.unshift(html`<li class="alert">${texts.sensitive}</li>`)
  return html`<section aria-labelledby="propose">
    <h2 id="propose">${texts.title}</h2>
    ${
      items.length > 0
        ? html`<p class="soft">${texts.lead}</p>
            <ul>
              ${items}
            </ul>`
        : html`<p class="soft">${texts.none}</p>`
    }
    ${
      readyAnswer !== null &&
      html`<div class="calm">
        <h3>${texts.ready}</h3>
        <p>${readyAnswer}</p>
        <p class="soft">${texts.readyLead}</p>
      </div>`
    }
  </section>`
}

function promiseLine(view: CaseView, words: CaseWords): string {
  const { promise } = words.case
  const { promisedAt, lane, status, told, now } = view
  if (lane === 'S1' || lane === 'S2') return promise.never
  if (promisedAt === null) return promise.none
  const isKept = status === 'answered' || status === 'closed' || told !== null
  return say(promisedAt < now && !isKept ? promise.missed : promise.answer, { day: day(promisedAt, view, words) })
}

/** What the person was promised, and what is running against it. */
export function promisePart(view: CaseView, words: CaseWords): Html {
  const { promise, codes } = words.case
  const { clocks, told, status, satisfaction, waiting, handOver, now } = view
  const on = (at: string | null) => at && day(at, view, words)
  const clock = ({ name, dueAt }: CaseView['clocks'][number]): Html => {
    const isLate = dueAt < now
    const time = isLate ? spellSpan(dueAt, now, words.inbox.when) : spellSpan(now, dueAt, words.inbox.when)
    const text = say(isLate ? promise.late : promise.left, { time, day: on(dueAt), hour: hour(dueAt, view, words) })
    return html`<li${isLate && raw(' class="late"')}><b>${sentence(inWords(codes.clocks, name), {})}</b> ${text}</li>`
  }
  const waits = waiting && (waiting.until ? promise.waitingUntil : promise.waiting)
  const lines = [
    promiseLine(view, words),
    told &&
      say(told.unconfirmed ? promise.toldUnconfirmed : promise.told, {
        day: on(told.at),
        how: inWords(codes.hows, told.how),
      }),
    status === 'answered' && !told && promise.notTold,
    satisfaction !== null && say(promise.verdict, { verdict: inWords(codes.satisfaction, String(satisfaction)) }),
    waiting &&
      say(waits ?? '', {
        who: inWords(codes.waitingFor, waiting.waitingFor),
        day: on(waiting.sinceAt),
        until: on(waiting.until),
      }),
    pauseLine(view, words),
    handOver && say(promise.handOver, { organisation: handOver.organisation, day: on(handOver.offeredAt) }),
  ].filter((line) => typeof line === 'string')
  return html`<section aria-labelledby="promis">
    <h2 id="promis">${promise.title}</h2>
    ${lines.map((line, index) => html`<p${index === 0 && raw(' class="promised"')}>${line}</p>`)}
    <h3>${promise.clocks}</h3>
    ${
      clocks.length > 0
        ? html`<ul class="clocks">
            ${clocks.map(clock)}
          </ul>`
        : html`<p class="soft">${promise.no}</p>`
    }
  </section>`
}

const linked = (base: string, cases: readonly LinkedCase[]): Html[] =>
  cases.map(
    ({ reference, grouped }, index) => html`${index > 0 && ', '}<a href="${base}/cases/${reference}">${grouped}</a>`,
  )

function contactLine({ contact, erased }: CaseView, words: CaseWords): string {
  const { contact: texts, codes } = words.case
  const gone = erased.includes('contact') || erased.includes('all')
  const consent = inWords(codes.consents, contact.consent)
  const number = gone ? texts.erased : contact.masked === null ? texts.none : null
  return [
    number ?? `${sentence(texts.masked, { consent, masked: contact.masked })}.`,
    contact.callMe && texts.callMe,
    contact.optedOut && texts.optedOut,
    contact.masked !== null && (contact.takesSms ? texts.sms : texts.noSms),
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')
}

/** Level, owner, place and the rest, each with its name. */
export function factsPart(view: CaseView, words: CaseWords): Html {
  const { facts, codes } = words.case
  const {
    level,
    status,
    kind,
    category,
    place,
    owner,
    nextAction,
    person,
    disability,
    danger,
    named,
    mergedInto,
    followers,
  } = view
  const rows: (readonly [string, Html | string | null])[] = [
    [facts.next, nextAction && inWords(codes.actions, nextAction)],
    [facts.owner, owner && ownerInWords(owner, words)],
    [facts.level, level === null ? facts.unassessed : inWords(codes.levels, level)],
    [facts.status, inWords(codes.statuses, status)],
    [facts.kind, inWords(codes.kinds, kind)],
    [facts.category, category?.label ?? facts.none],
    [facts.place, place?.name ?? facts.none],
    [facts.rung, codes.ladder[view.escalationLevel] ?? null],
    [facts.person, person && inWords(codes.persons, person)],
    [facts.disability, disability && inWords(codes.disability, disability)],
    [facts.danger, danger && inWords(codes.danger, danger)],
    [facts.named, named.length > 0 ? named.map(({ label }) => label).join(', ') : null],
    [facts.contact, contactLine(view, words)],
    [facts.lead, mergedInto && html`${linked(view.base, [mergedInto])}`],
    [facts.followers, followers.length > 0 ? html`${linked(view.base, followers)}` : null],
  ]
  return html`<section aria-labelledby="etat">
    <h2 id="etat">${facts.title}</h2>
    <dl class="facts">
      ${rows.map(
        ([label, value]) =>
          value !== null &&
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

/** One line as it stands in the history, and in what changed since a form was opened. */
export function historyItem(line: HistoryLine, view: CaseView, words: CaseWords): Html {
  const { at } = line.entry
  return html`<li>
    <time datetime="${at}">${day(at, view, words)}, ${hour(at, view, words)}</time>
    <span class="soft">· ${whoDid(line, words)}</span>
    <div>${happening(line, view, words)}</div>
    ${line.words !== null && html`<blockquote class="words small" dir="auto">${line.words}</blockquote>`}
  </li>`
}

export function historyPart(view: CaseView, words: CaseWords): Html {
  return html`<section aria-labelledby="histoire">
    <h2 id="histoire">${words.case.history.title}</h2>
    <ol class="history" reversed>
      ${[...view.history].reverse().map((line) => historyItem(line, view, words))}
    </ol>
  </section>`
}

export function noticesPart(view: CaseView, words: CaseWords): Html {
  const { notices: texts, codes } = words.case
  const item = ({ template, to, state, at, segments, resent, unconfirmed }: NoticeLine): Html => {
    const how = say(unconfirmed ? texts.unconfirmed : inWords(texts.states, state), {
      day: day(at, view, words),
      time: hour(at, view, words),
    })
    const more = [segments !== null && say(texts.segments, { count: segments }), resent && texts.resent]
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
            ${view.notices.map(item)}
          </ol>`
        : html`<p class="soft">${texts.none}</p>`
    }
  </section>`
}
