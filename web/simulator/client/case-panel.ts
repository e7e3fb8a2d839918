import { inWords, make, shortDay, texts } from './dom.ts'

interface PlaceCode {
  system: string
  code: string
}

/** What `GET /api/cases/{reference}` says, as far as this page shows it. */
export interface CaseView {
  reference: string
  version: number
  status: string
  level: string | null
  category: string | null
  place: PlaceCode | null
  text: string | null
  suggested: {
    category: string | null
    place: PlaceCode | null
    sensitive: boolean
    why?: { what: 'place' | 'category' | 'sensitive'; code: string; words: string[] }[]
  }
  contact: { consent: string; phone: string | null }
  history: { at: string; what: string; by: { role: string; person: string | null }; words?: string; to?: unknown }[]
  notices: { template: string; to: string; state: string; sendAt: string }[]
  /** Steps this role may take now. */
  steps?: string[]
}

type Act = (step: string, body: Record<string, unknown>) => Promise<void>

const words = texts.staff
/** What was being written survives a redraw. */
const drafts = new Map<string, string>()

export function drawCase(panel: HTMLElement, one: CaseView, act: Act): void {
  const title = [one.level ?? words.unassessed, inWords(texts.statuses, one.status), one.category, one.place?.code]
  panel.replaceChildren(
    make('h3', {}, one.reference, ' ', make('span', { class: 'soft' }, title.filter(Boolean).join(' · '))),
    make('h4', {}, words.words),
    make('blockquote', {}, one.text ?? words.noWords),
    make('div', { class: 'halves' }, suggestions(one), contact(one)),
    ...actions(one, act),
    make('div', { class: 'halves' }, history(one), notices(one)),
  )
}

function suggestions({ suggested }: CaseView): HTMLElement {
  const lines = (suggested.why ?? []).map(({ what, code, words: said }) =>
    make('li', {}, `${words.why[what]} : `, make('b', {}, code), ` « ${said.join(', ')} »`),
  )
  const none = make('li', { class: 'soft' }, words.nothingSuggested)
  return make('section', {}, make('h4', {}, words.suggested), make('ul', {}, ...(lines.length > 0 ? lines : [none])))
}

function contact({ contact: { consent, phone } }: CaseView): HTMLElement {
  const text = `${phone ?? '–'} · ${inWords(words.consents, consent)}`
  return make('section', {}, make('h4', {}, words.contact), make('p', {}, text))
}

function history({ history: lines }: CaseView): HTMLElement {
  const items = lines.map(({ at, what, by, words: said }) =>
    make(
      'li',
      {},
      make('small', {}, `${shortDay(at)} · ${inWords(texts.people, by.role)}`),
      inWords(texts.happenings, what),
      ...(said === undefined ? [] : [make('q', {}, said)]),
    ),
  )
  return make('section', {}, make('h4', {}, words.history), make('ol', { class: 'history' }, ...items))
}

function notices({ notices: sent }: CaseView): HTMLElement {
  const items = sent.map(({ template, to, state, sendAt }) =>
    make(
      'li',
      {},
      make('small', {}, `${shortDay(sendAt)} · ${inWords(texts.people, to)}`),
      `${inWords(texts.templates, template)} : ${inWords(texts.noticeStates, state)}`,
    ),
  )
  const none = make('li', { class: 'soft' }, words.noNotices)
  const shown = items.length > 0 ? items : [none]
  return make('section', {}, make('h4', {}, words.notices), make('ol', { class: 'history' }, ...shown))
}

/** Where the server does not say which steps are open, all are offered and it answers for itself. */
function actions(one: CaseView, act: Act): HTMLElement[] {
  const offered: [string, () => HTMLElement][] = [
    ['assess', () => assess(one, act)],
    ['assign', () => assign(act)],
    ['answer', () => answer(one, act)],
  ]
  return offered.filter(([step]) => one.steps?.includes(step) ?? true).map(([, draw]) => draw())
}

/** A small form whose fields are named; `send` gets their values. */
function form(send: (values: Record<string, string>) => Promise<void>, ...content: (Node | string)[]): HTMLFormElement {
  const element = make('form', { class: 'row' }, ...content)
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = element.querySelector('button')
    if (button) button.disabled = true
    const values = [...new FormData(element)].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
    void send(Object.fromEntries(values) as Record<string, string>)
  })
  return element
}

const option = (value: string, label: string): HTMLElement => make('option', { value }, label)
const submit = (label: string): HTMLElement => make('button', { class: 'small' }, label)

function assess({ suggested, category, place, level }: CaseView, act: Act): HTMLElement {
  const levels = make('select', { name: 'level', 'aria-label': words.assess }, ...['N0', 'N1', 'N2', 'S1', 'S2'].map((one) => option(one, one))) // prettier-ignore
  levels.value = level ?? 'N1'
  const found = { category: category ?? suggested.category, place: place ?? suggested.place }
  const known = Object.entries(found).filter(([, value]) => value !== null)
  const send = ({ level: chosen = 'N1' }: Record<string, string>) =>
    // What the words suggested is about the ordinary line: a protection level is set bare.
    act('assess', { level: chosen, ...(chosen.startsWith('N') ? Object.fromEntries(known) : {}) })
  return form(send, levels, submit(words.assess), make('span', { class: 'soft' }, words.assessHint))
}

function assign(act: Act): HTMLElement {
  const field = make('input', { type: 'text', name: 'organisation', id: 'organisation', value: words.organisationId })
  const label = make('label', { for: 'organisation' }, words.organisation)
  return form(({ organisation }) => act('assign', { organisation }), label, field, submit(words.assign))
}

function answer({ reference }: CaseView, act: Act): HTMLElement {
  const field = make('textarea', { name: 'answer', id: 'answer', rows: '2', required: '' })
  field.value = drafts.get(reference) ?? ''
  field.addEventListener('input', () => drafts.set(reference, field.value))
  const outcomes = Object.entries(words.outcomes).map(([code, label]) => option(code, label))
  const label = make('label', { for: 'answer', class: 'wide' }, words.answerLabel)
  const chosen = make('select', { name: 'outcome', 'aria-label': words.answer }, ...outcomes)
  const send = async (values: Record<string, string>): Promise<void> => {
    drafts.delete(reference)
    await act('answer', values)
  }
  return form(send, label, field, chosen, submit(words.answerSend))
}
