import { html, raw } from 'hono/html'
import type { QuestionName } from '../../../core/channel/questions.ts'
import type { Clock } from '../../../core/deadlines/policy.ts'
import { pauseLine } from './trail.ts'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'
import { spellSpan } from '../frame/when.ts'
import type { LinkedCase } from './trail-view.ts'
import type { Html } from '../../html.ts'
import { day, hour, inWords, ownerInWords } from '../frame/words.ts'
import { say, sentence } from '../../say.ts'

/** `dir=auto`: the letters decide. The language is that of the words, not of the page; an empty one says that nobody knows. */
export const said = (text: string, language: string): Html =>
  html`<blockquote class="words" lang="${language}" dir="auto">${text}</blockquote>`

/** The words exactly as they were typed, and how they came. */
export function saidPart(view: CaseView, words: CaseWords): Html {
  const { codes } = words
  const { said: texts } = words.case
  const { kind, channel, receivedAt, languageName, intakePoint, onBehalf, text, lane, erased } = view
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
      ${how}${intakePoint !== null && html` ${say(texts.intakePoint, { intakePoint })}.`}
      ${onBehalf !== null && onBehalf !== 'self' && html`${say(texts.onBehalf, { who: inWords(codes.onBehalf, onBehalf) })}.`}
    </p>
    ${text === null ? html`<p class="soft">${none}</p>` : said(text, view.suggested.language?.code ?? '')}
    ${meaningPart(view, words)}
  </section>`
}

/** What the words mean, said by somebody who reads them; or that this is asked. */
function meaningPart(view: CaseView, words: CaseWords): Html {
  const { said: texts } = words.case
  const { meaning, readerAsked } = view
  if (!meaning)
    return html`${readerAsked !== null && html`<p class="soft">${sentence(texts.asked, { language: readerAsked })}</p>`}`
  const { language, who, at } = meaning
  return html`<h3>${texts.meaning}</h3>
    <p class="soft">${sentence(texts.meaningBy, { language, who, day: day(at, view, words) })}</p>
    <blockquote class="words" dir="auto">${meaning.words}</blockquote>`
}

function promiseLine(view: CaseView, words: CaseWords): string {
  const { promise } = words.case
  const { promisedAt, lane, status, told, dismissed, now } = view
  if (dismissed) return promise.dismissed
  if (lane === 'S1' || lane === 'S2') return promise.never
  if (promisedAt === null) return promise.none
  const isKept = status === 'answered' || status === 'closed' || told !== null
  const line = isKept ? promise.was : promisedAt < now ? promise.missed : promise.answer
  return say(line, { day: day(promisedAt, view, words) })
}

/** After the verdict only closing is left; the second of two erasures is that of the words. */
function clockName(
  { name, dueAt }: Clock,
  { clocks, satisfaction, erased }: CaseView,
  { codes, case: { promise } }: CaseWords,
): string {
  if (name === 'confirm' && satisfaction !== null) return promise.closing
  const isFirst = !clocks.some((other) => other.name === name && other.dueAt < dueAt)
  if (name === 'erase' && (!isFirst || erased.includes('contact'))) return promise.words
  return sentence(inWords(codes.clocks, name), {})
}

function toldLine({ told, ...view }: CaseView, words: CaseWords): string | null {
  const { codes } = words
  const { promise } = words.case
  if (!told) return null
  const line = told.how === 'receipt' ? promise.toldByBody : told.unconfirmed ? promise.toldUnconfirmed : promise.told
  return say(line, { day: day(told.at, view, words), how: inWords(codes.hows, told.how) })
}

/** What the person was promised, and what is running against it. */
export function promisePart(view: CaseView, words: CaseWords): Html {
  const { codes } = words
  const { promise } = words.case
  const { clocks, told, status, satisfaction, waiting, handOver, now } = view
  const on = (at: string | null) => at && day(at, view, words)
  const clock = (one: Clock): Html => {
    const { dueAt } = one
    const isLate = dueAt < now
    const time = isLate ? spellSpan(dueAt, now, words.when) : spellSpan(now, dueAt, words.when)
    const text = say(isLate ? promise.late : promise.left, { time, day: on(dueAt), hour: hour(dueAt, view, words) })
    return html`<li${isLate && raw(' class="late"')}><b>${clockName(one, view, words)}</b> ${text}</li>`
  }
  const waits = waiting && (waiting.until ? promise.waitingUntil : promise.waiting)
  const lines = [
    promiseLine(view, words),
    toldLine(view, words),
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
  const { codes } = words
  const { contact: texts } = words.case
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

/** What the person concerned answered, as far as somebody asked. */
const answered = (view: CaseView, { questions }: CaseWords) =>
  Object.entries(questions.facts).map(([name, { label, answers }]) => {
    const answer = view[name as QuestionName]
    return [label, answer && inWords(answers, answer)] as const
  })

/** Level, owner, place and the rest, each with its name. */
export function factsPart(view: CaseView, words: CaseWords): Html {
  const { codes } = words
  const { facts } = words.case
  const { level, status, kind, category, place, owner, nextAction, named, mergedInto, followers } = view
  const closesAlone = nextAction === 'wait-for-verdict' && view.satisfaction !== null
  const escalates = view.lane === 'N' || view.lane === 'P'
  const rows: (readonly [string, Html | string | null])[] = [
    [facts.next, nextAction && (closesAlone ? facts.closesAlone : inWords(codes.actions, nextAction))],
    [facts.owner, owner && ownerInWords(owner, words)],
    [facts.level, level === null ? facts.unassessed : inWords(codes.levels, level)],
    [facts.status, inWords(codes.statuses, status)],
    [facts.kind, inWords(codes.kinds, kind)],
    [facts.category, category?.label ?? facts.none],
    [facts.place, place ?? facts.none],
    [facts.rung, escalates ? (codes.ladder[view.escalationLevel] ?? null) : null],
    ...answered(view, words),
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
