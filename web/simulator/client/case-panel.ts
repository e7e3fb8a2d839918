import type { Act, CaseView } from './case-view.ts'
import { draft } from './case-forms.ts'
import { historyOf, noticesOf } from './case-lines.ts'
import { formsFor } from './case-steps.ts'
import { fill, inWords, make, shortDay, texts } from './dom.ts'
import { ownerName } from './lists.ts'

const { codes, staff: words } = texts
/** Which of the other steps stands open, by case: it stays so through a redraw. */
const opened = new Map<string, string>()

/** `desk` is the owner whose turn is this desk's turn. */
export function drawCase(panel: HTMLElement, one: CaseView, desk: string, act: Act): void {
  const redraw = (): void => {
    drawCase(panel, one, desk, act)
  }
  const { now, others } = formsFor(one, act)
  const focused = document.activeElement?.id ?? ''
  panel.replaceChildren(
    heading(one),
    make('h4', {}, words.words),
    make('blockquote', one.text === null ? { class: 'soft' } : {}, said(one)),
    make('div', { class: 'halves' }, suggestions(one), person(one)),
    make(
      'section',
      { class: 'todo' },
      make('h4', {}, words.now),
      hint(one, desk, now.length > 0),
      ...offer(one, redraw),
      ...now,
    ),
    ...(others.length > 0 ? [otherSteps(one.reference, others)] : []),
    make('div', { class: 'halves' }, historyOf(one), noticesOf(one)),
  )
  // Somebody in the middle of a sentence goes on where they were.
  if (focused !== '' && panel.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused)?.focus()
}

function heading({ reference, level, status, kind, categoryLabel, placeName }: CaseView): HTMLElement {
  const state = [inWords(codes.statuses, status), inWords(codes.kinds, kind), categoryLabel, placeName]
  return make(
    'h3',
    {},
    `${reference} `,
    make('span', { class: `level ${level ?? ''}` }, level === null ? words.unassessed : inWords(codes.levels, level)),
    make('span', { class: 'soft' }, ` ${state.filter((part) => part !== null).join(' · ')}`),
  )
}

const isErased = ({ history }: CaseView): boolean =>
  history.some(({ what, ...line }) => what === 'erased' && line['part'] !== 'contact')
const said = (one: CaseView): string => one.text ?? (isErased(one) ? words.erasedWords : words.noWords)

function suggestions({ suggested }: CaseView): HTMLElement {
  const lines = suggested.why.map(({ what, code, name, words: heard }) =>
    make(
      'li',
      {},
      `${words.why[what]} : `,
      make('b', {}, what === 'kind' ? inWords(codes.kinds, code) : (name ?? code)),
      ` «\u00a0${heard.join(', ')}\u00a0»`,
    ),
  )
  const none = make('li', { class: 'soft' }, words.nothingSuggested)
  return make('section', {}, make('h4', {}, words.suggested), make('ul', {}, ...(lines.length > 0 ? lines : [none])))
}

function person(one: CaseView): HTMLElement {
  const { contact, promisedAt, informedAt, informedUnconfirmed, satisfaction, status } = one
  const { facts } = words
  const how = inWords(codes.hows, one.informedHow ?? '')
  const told = informedUnconfirmed ? facts.toldUnconfirmed : facts.told
  const isOpen = status !== 'answered' && status !== 'closed'
  const lines = [
    `${contact.phone ?? words.noPhone} · ${inWords(codes.consents, contact.consent)}`,
    one.danger && fill(facts.danger, { danger: inWords(codes.danger, one.danger) }),
    one.person && fill(facts.person, { person: inWords(codes.persons, one.person) }),
    one.disability && fill(facts.disability, { disability: inWords(codes.disability, one.disability) }),
    promisedAt && isOpen && fill(facts.promised, { at: shortDay(promisedAt) }),
    informedAt ? fill(told, { at: shortDay(informedAt), how }) : status === 'answered' && facts.notTold,
    satisfaction && fill(facts.satisfaction, { score: inWords(codes.satisfaction, String(satisfaction)) }),
  ]
  const shown = lines.flatMap((line) => (typeof line === 'string' ? [make('li', {}, line)] : []))
  return make('section', {}, make('h4', {}, words.contact), make('ul', {}, ...shown))
}

/** What the person at this desk should do now; at another desk's turn, whose it is. */
function hint({ nextAction, owner }: CaseView, desk: string, canAct: boolean): HTMLElement {
  const todo = words.hints[nextAction ?? 'gone'] ?? ''
  const waits = nextAction === null || ['erase', 'wait-for-verdict'].includes(nextAction)
  if (owner === desk || waits) return make('p', {}, todo)
  const elsewhere = fill(words.elsewhere, {
    owner: ownerName(owner ?? ''),
    action: inWords(codes.actions, nextAction),
  })
  return make('p', {}, canAct ? `${elsewhere} ${words.mayHelp}` : elsewhere)
}

/** A text the programme has ready for this, put into the answer by one press. */
function offer({ readyAnswer, steps, reference }: CaseView, redraw: () => void): HTMLElement[] {
  if (typeof readyAnswer !== 'string' || !steps.includes('answer')) return []
  const take = make('button', { type: 'button', class: 'small' }, words.useReadyAnswer)
  take.addEventListener('click', () => {
    draft(reference, 'answer', 'answer', readyAnswer)
    redraw()
  })
  return [
    make('p', { class: 'ready' }, make('b', {}, `${words.readyAnswer} : `), `«\u00a0${readyAnswer}\u00a0» `, take),
  ]
}

function otherSteps(reference: string, others: [string, HTMLElement][]): HTMLElement {
  const items = others.map(([step, form]) => {
    const item = make(
      'details',
      { name: 'other-step', 'data-other': step },
      make('summary', {}, words.steps[step]?.title ?? step),
      form,
    )
    item.open = opened.get(reference) === step
    item.addEventListener('toggle', () => {
      if (item.open) opened.set(reference, step)
      else if (opened.get(reference) === step && item.isConnected) opened.delete(reference)
    })
    return item
  })
  return make('section', { class: 'others' }, make('h4', {}, words.others), ...items)
}
