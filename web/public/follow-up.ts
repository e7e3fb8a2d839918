import { html, raw } from 'hono/html'
import { addressOf, keptLanguage } from './address.ts'
import { problemList, textField } from './fields.ts'
import { flawOf, flawsOf, titleOf } from './form-view.ts'
import { publicPage, type PublicSettings } from './page.ts'
import { spellDay, type Problem, type PublicTexts } from './texts.ts'
import type { Html } from '../html.ts'
import { say } from '../say.ts'

/**
 * The same three words at every level; no promised date for S, and an answer at N levels only. Never what was said. A number
 * that is wrong and one that does not exist are both `unknown`.
 */
export interface FollowedCase {
  is: 'case'
  /** Grouped, as people read it. */
  reference: string
  stage: 'received' | 'in-hand' | 'answered'
  /** Days as `YYYY-MM-DD`. */
  receivedOn: string
  promisedOn: string | null
  answeredOn: string | null
  /** As its SMS read. */
  answer: string | null
}

export interface FollowUpView {
  /** As typed. */
  reference: string
  result: null | { is: 'unknown' } | { is: 'too-many' } | FollowedCase
  problems: readonly Problem[]
  settings: PublicSettings
}

const stages = ['received', 'in-hand', 'answered'] as const

export function followUpPage({ reference, result, problems, settings }: FollowUpView, texts: PublicTexts): Html {
  const { followUp } = texts
  const form = html`<form method="get" action="${addressOf('/suivi', texts)}">
    ${keptLanguage(texts)}
    ${textField({ name: 'reference', label: followUp.label, hint: followUp.hint, value: reference, flaw: flawOf('reference', problems, texts), attributes: ' inputmode="numeric" autocomplete="off" maxlength="60"' })}
    <button class="button${result?.is === 'case' && ' plain'}" type="submit">${followUp.send}</button>
  </form>`
  const intro = html`<h1>${followUp.title}</h1>
    <p class="lead">${followUp.lead}</p>`
  const body = html`${problemList(titleOf(problems, texts), flawsOf(problems, texts))}${result?.is === 'case' ? found(result, texts) : html`${intro}${notFound(result, texts)}`}
  ${result?.is === 'case' && html`<h2>${followUp.title}</h2>`}${form}`
  const again = result === null ? '/suivi' : `/suivi?reference=${encodeURIComponent(reference)}`
  return publicPage({
    texts,
    title: followUp.title,
    problem: problems.length > 0 ? titleOf(problems, texts) : null,
    here: '/suivi',
    settings,
    again,
    body,
  })
}

function notFound(result: FollowUpView['result'], { followUp }: PublicTexts): Html {
  if (result === null || result.is === 'case') return html``
  const { title, text } = result.is === 'unknown' ? followUp.unknown : followUp.tooMany
  return html`<div class="warn" role="status">
    <h2>${title}</h2>
    <p>${text}</p>
  </div>`
}

function found(one: FollowedCase, texts: PublicTexts): Html {
  const { followUp } = texts
  const reached = stages.indexOf(one.stage)
  const days = [
    [followUp.received, one.receivedOn],
    [followUp.promised, one.answeredOn === null ? one.promisedOn : null],
    [followUp.answered, one.answeredOn],
  ] as const
  return html`<h1>${followUp.heading} ${one.reference}</h1>
    <ol class="stages">
      ${stages.map((stage, index) => step(followUp, stage, index, reached))}
    </ol>
    <dl class="facts">
      ${days.map(
        ([label, on]) =>
          on !== null &&
          html`<div>
            <dt>${label}</dt>
            <dd>${spellDay(on, texts)}</dd>
          </div>`,
      )}
    </dl>
    ${one.stage === 'answered' && answer(one, texts)}
    <p class="soft">${followUp.neverText}</p>`
}

/** The last stage is done once it is reached; the others are where things stand. */
function step(
  { stages: names, state }: PublicTexts['followUp'],
  stage: FollowedCase['stage'],
  index: number,
  reached: number,
): Html {
  const now = index === reached
  const done = index < reached || (now && stage === 'answered')
  const word = done ? state.done : now ? state.now : state.coming
  return html`<li${done && raw(' class="done"')}${now && raw(' aria-current="step"')}><i aria-hidden="true">${done ? '✓' : index + 1}</i><b>${names[stage]}</b><br />${word}</li>`
}

function answer({ answer, reference }: FollowedCase, { followUp }: PublicTexts): Html {
  if (answer === null) return html`<p>${followUp.noAnswerHere}</p>`
  const number = reference.replace(/\D/g, '')
  return html`<h2>${followUp.answer}</h2>
    <p class="said">${answer}</p>
    <p>${say(followUp.appeal, { number })}</p>`
}
