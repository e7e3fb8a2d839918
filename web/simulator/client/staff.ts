import { drawCase } from './case-panel.ts'
import { forgetDrafts } from './case-forms.ts'
import { happening, whoDid } from './case-lines.ts'
import type { CaseView, HistoryLine } from './case-view.ts'
import { byId, fill, inWords, make, shortDay, texts, untilDue } from './dom.ts'
import { did } from './guide.ts'
import { ownerName } from './lists.ts'
import { json, now, type Answered } from './server.ts'

interface Row {
  reference: string
  level: string | null
  status: string
  owner: string
  clock: string
  dueAt: string
  escalationLevel: number
  nextAction: string
  placeName: string | null
  categoryLabel: string | null
}

const { codes, staff: words } = texts
const status = byId('staff-status', HTMLElement)
const panel = byId('case', HTMLElement)
const person = byId('person', HTMLSelectElement)
const tokens = new Map<string, string>()
let role = 0
let chosen: string | null = null
/** The case as it was last drawn: a step is taken on what its person saw. */
let shown: CaseView | null = null
let drawn = ''
let chosenRow = ''
let asked = 0

const roleOf = () => words.roles[role] ?? { label: '', role: 'focal-point', door: '/api', desk: 'focal-point' }

/** Who signs in: the second person of a desk has an id of their own. */
function signInAs(): Record<string, string> {
  const { role: name, region, organisation } = roleOf()
  const home = { ...(region === undefined ? {} : { region }), ...(organisation === undefined ? {} : { organisation }) }
  return { role: name, ...home, ...(person.value === '1' ? {} : { person: `${name}-${person.value}` }) }
}

/** With the token of whoever sits at the desk; a token that has grown old is asked for again once. */
async function asStaff(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answered> {
  const { door } = roleOf()
  const wanted = signInAs()
  const who = JSON.stringify(wanted)
  const signIn = async (): Promise<string> => {
    const { data } = await json('POST', '/local/sign-in', wanted)
    const { token = '' } = (data ?? {}) as { token?: string }
    tokens.set(who, token)
    return token
  }
  const first = await json(method, `${door}${path}`, body, tokens.get(who) ?? (await signIn()))
  return first.status === 401 ? json(method, `${door}${path}`, body, await signIn()) : first
}

export async function drawQueue(): Promise<void> {
  const at = role
  const { status: code, data } = await asStaff('GET', '/queue')
  if (code !== 200 || at !== role) return
  const { cases } = data as { cases: Row[] }
  const row = JSON.stringify(cases.find(({ reference }) => reference === chosen) ?? null)
  if (row !== chosenRow) {
    chosenRow = row
    await openCase()
  } else if (shown && isOnItsWay(shown)) await openCase()
  // Somebody else sat down meanwhile: these rows are not theirs to see.
  if (at !== role) return
  const seen = JSON.stringify([role, chosen, now().slice(0, 16), cases])
  if (seen === drawn) return
  drawn = seen
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['reference'] : undefined
  byId('queue', HTMLElement).replaceChildren(...cases.map(queueRow))
  byId('queue-empty', HTMLElement).hidden = cases.length > 0
  if (focused !== undefined) document.querySelector<HTMLElement>(`[data-reference="${focused}"]`)?.focus()
}

function queueRow(row: Row): HTMLElement {
  const { reference, level, dueAt, escalationLevel, placeName, categoryLabel } = row
  const { columns } = words
  const due = untilDue(dueAt, now())
  const pick = make('button', { type: 'button', class: 'pick', 'data-reference': reference }, reference)
  pick.addEventListener('click', () => {
    chosen = reference
    status.textContent = ''
    void openCase().then(drawQueue)
  })
  const small = (text: string | null): HTMLElement[] => (text === null ? [] : [make('small', {}, text)])
  const cell = (label: string, attributes: Record<string, string>, ...content: (Node | string)[]): HTMLElement =>
    make('td', { 'data-label': label, ...attributes }, ...content)
  const badge = make('span', { class: `level ${level ?? ''}` }, level ?? words.unassessed)
  // S cases do not climb: they go to a pair, whatever happens.
  const climbs = !(level ?? '').startsWith('S')
  const rung = climbs ? (codes.ladder[escalationLevel] ?? String(escalationLevel)) : '–'
  return make(
    'tr',
    reference === chosen ? { class: 'chosen' } : {},
    make('th', { scope: 'row' }, pick, ...small(placeName)),
    cell(columns.state, {}, badge, ` ${inWords(codes.statuses, row.status)}`, ...small(categoryLabel)),
    cell(columns.action, {}, inWords(codes.actions, row.nextAction)),
    cell(columns.due, due.late ? { class: 'late' } : {}, `${due.late ? '⚠ ' : ''}${due.text}`, ...small(inWords(codes.clocks, row.clock))),
    cell(columns.owner, {}, ownerName(row.owner)),
    cell(columns.level, {}, rung),
  ) // prettier-ignore
}

/** A notice that moves leaves the row as it is. An S case is not read again for that: every reading of it is recorded. */
const isOnItsWay = ({ lane, notices }: CaseView): boolean =>
  lane === 'N' && notices.some(({ state }) => ['ready', 'claimed', 'sent', 'undecided'].includes(state))

async function openCase(): Promise<void> {
  if (chosen === null) {
    panel.replaceChildren(make('p', { class: 'soft' }, words.pick))
    return
  }
  const mine = ++asked
  const { status: code, data } = await asStaff('GET', `/cases/${chosen}`)
  // Two readings may overtake each other: the one asked for last is the newest.
  if (mine !== asked) return
  const before = JSON.stringify(shown)
  shown = code === 200 ? (data as CaseView) : null
  if (shown && JSON.stringify(shown) === before && panel.hasChildNodes()) return
  if (shown) drawCase(panel, shown, roleOf().desk, act)
  else if (code !== 0) panel.replaceChildren(make('p', { class: 'soft' }, words.gone))
}

interface StepAnswer {
  error?: string
  why?: string
  since?: HistoryLine[]
  reveals?: { phone: string | null }
}

const changesIn = (lines: HistoryLine[]): string =>
  lines.map((line) => `${happening(line)} (${whoDid(line.by)}, ${shortDay(line.at)})`).join(' ; ')

/** What came of a step, for the person who took it. */
function said(step: string, code: number, { error, why, since, reveals }: StepAnswer): string {
  if (code === 200 && reveals) return fill(words.revealed, { phone: reveals.phone ?? words.noPhone })
  if (code === 200) return fill(words.changed, { step: words.steps[step]?.title ?? step })
  if (since) return fill(words.stale, { changes: changesIn(since) })
  return fill(words.refused, { reason: inWords(words.reasons, why ?? error ?? String(code)) })
}

/** What a newcomer is shown, done by these steps. */
const guided: Record<string, 'triage' | 'answer'> = { assess: 'triage', answer: 'answer' }

/** One step on the case as it was seen. The request id makes a double press one step. */
async function act(step: string, body: Record<string, unknown>): Promise<void> {
  if (!shown) return
  const { reference, version } = shown
  const envelope = { requestId: crypto.randomUUID(), version }
  const { status: code, data } = await asStaff('POST', `/cases/${reference}/${step}`, { ...envelope, ...body })
  if (code !== 0) status.textContent = said(step, code, data ?? {})
  if (code === 200) forgetDrafts(reference, step)
  const shows = guided[step]
  if (code === 200 && shows) did(shows)
  await refreshStaff()
}

export async function refreshStaff(): Promise<void> {
  drawn = ''
  await openCase()
  await drawQueue()
}

export function startStaff(): void {
  const tabs = document.querySelectorAll<HTMLButtonElement>('[data-role]')
  // Nothing of the desk before is left on the table while this one's papers come.
  const sitDown = (): void => {
    status.textContent = ''
    shown = null
    panel.replaceChildren()
    byId('queue', HTMLElement).replaceChildren()
    void refreshStaff()
  }
  for (const tab of tabs)
    tab.addEventListener('click', () => {
      role = Number(tab.dataset['role'])
      for (const other of tabs) other.setAttribute('aria-pressed', String(other === tab))
      sitDown()
    })
  person.addEventListener('change', sitDown)
  byId('refresh', HTMLButtonElement).addEventListener('click', () => void refreshStaff())
}
