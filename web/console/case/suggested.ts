import { html, raw } from 'hono/html'
import type { Reason } from '../../../core/routing/suggestion.ts'
import type { CaseView } from './view.ts'
import type { CaseWords } from './words.ts'
import type { Html } from '../../html.ts'
import { inWords } from '../frame/words.ts'
import { say } from '../../say.ts'

const alarming = ['sensitive', 'level'] as const
type Alarm = (typeof alarming)[number]
const isAlarm = (what: Reason['what']): what is Alarm => alarming.some((one) => one === what)

/** What a machine found in the words, and which words made it say so; what may not wait stands first. */
export function suggestedPart(view: CaseView, words: CaseWords): Html {
  const { suggested, readyAnswer, lane, status, text, steps, base, reference, list } = view
  const { codes } = words
  const { suggested: texts } = words.case
  if (lane === 'S2') return html``
  const because = (said: readonly string[]): string =>
    say(texts.because, { words: said.map((word) => say(texts.quoted, { word })).join(', ') })
  const line = (text: string, said: readonly string[], what?: Alarm): Html =>
    html`<li${what !== undefined && raw(' class="alert"')}>${text}${said.length > 0 && html` <span class="soft" dir="auto">${because(said)}</span>`}</li>`
  // Several codes may be sensitive; that it may be is said once.
  const alarm = (what: Alarm, isSo: boolean): Html[] => {
    const found = suggested.why.filter((one) => one.what === what)
    const said = [...new Set(found.flatMap((one) => one.words))]
    return isSo || found.length > 0 ? [line(texts[what], said, what)] : []
  }
  const others = suggested.why.flatMap(({ what, name, words: said }): Html[] => {
    if (isAlarm(what)) return []
    const text = { place: texts.places, category: texts.category, kind: texts.kind }[what]
    return [line(say(text, { name: what === 'kind' ? inWords(codes.kinds, name ?? '') : name }), said)]
  })
  const takes = new URLSearchParams({ reprendre: 'oui', ...list.fields }).toString()
  const items = [
    ...alarm('level', suggested.level !== null),
    ...alarm('sensitive', suggested.sensitive),
    ...(suggested.unread ? [line(texts.unread, [])] : []),
    ...others,
    ...(text === null
      ? []
      : [line(suggested.language ? say(texts.language, suggested.language) : texts.noLanguage, [])]),
  ]
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
      status !== 'answered' &&
      status !== 'closed' &&
      html`<div class="calm">
        <h3>${texts.ready}</h3>
        <p>${readyAnswer}</p>
        <p class="soft">${texts.readyLead}</p>
        <p>
          ${
            steps.includes('answer')
              ? html`<a class="button plain small" href="${base}/cases/${reference}?${takes}#geste-answer"
                  >${texts.readyTake}</a
                >`
              : html`<span class="soft">${texts.readyLater}</span>`
          }
        </p>
      </div>`
    }
  </section>`
}
