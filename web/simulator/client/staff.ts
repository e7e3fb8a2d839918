import { byId, inWords, make, texts, untilDue } from './dom.ts'
import { drawCase, type CaseView } from './case-panel.ts'
import { did } from './guide.ts'
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
}

const words = texts.staff
const status = byId('staff-status', HTMLElement)
const panel = byId('case', HTMLElement)
const tokens = new Map<number, string>()
let role = 0
let chosen: string | null = null
let drawn = ''
let chosenRow = ''

const roleOf = () => words.roles[role] ?? { label: '', role: 'focal-point', door: '/api' }

/** With the token of the role on stage; a token that has grown old is asked for again once. */
async function asStaff(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answered> {
  const { role: name, region, door } = roleOf()
  const who = role
  const signIn = async (): Promise<string> => {
    const { data } = await json('POST', '/local/sign-in', { role: name, ...(region === undefined ? {} : { region }) })
    const { token } = (data ?? {}) as { token?: string }
    tokens.set(who, token ?? '')
    return token ?? ''
  }
  const first = await json(method, `${door}${path}`, body, tokens.get(who) ?? (await signIn()))
  return first.status === 401 ? json(method, `${door}${path}`, body, await signIn()) : first
}

export async function drawQueue(): Promise<void> {
  const asked = role
  const { status: code, data } = await asStaff('GET', '/queue')
  if (code !== 200 || asked !== role) return
  const { cases } = data as { cases: Row[] }
  const row = JSON.stringify(cases.find(({ reference }) => reference === chosen) ?? null)
  if (row !== chosenRow) {
    chosenRow = row
    await openCase()
  }
  const seen = JSON.stringify([role, chosen, now().slice(0, 16), cases])
  if (seen === drawn) return
  drawn = seen
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['reference'] : undefined
  byId('queue', HTMLElement).replaceChildren(...cases.map(queueRow))
  byId('queue-empty', HTMLElement).hidden = cases.length > 0
  if (focused !== undefined) document.querySelector<HTMLElement>(`[data-reference="${focused}"]`)?.focus()
}

function queueRow({
  reference,
  level,
  status: state,
  owner,
  clock,
  dueAt,
  escalationLevel,
  nextAction,
}: Row): HTMLElement {
  const due = untilDue(dueAt, now())
  const pick = make('button', { type: 'button', class: 'pick', 'data-reference': reference }, reference)
  pick.addEventListener('click', () => {
    chosen = reference
    status.textContent = ''
    void openCase().then(drawQueue)
  })
  const rung = texts.ladder[escalationLevel] ?? String(escalationLevel)
  return make(
    'tr',
    reference === chosen ? { class: 'chosen' } : {},
    make('th', { scope: 'row' }, pick),
    make('td', {}, make('span', { class: `level ${level ?? ''}` }, level ?? words.unassessed), ` ${inWords(texts.statuses, state)}`),
    make('td', {}, inWords(texts.actions, nextAction)),
    make('td', due.late ? { class: 'late' } : {}, `${due.late ? '⚠ ' : ''}${due.text}`, make('small', {}, inWords(texts.clocks, clock))),
    make('td', {}, owner),
    make('td', {}, `${escalationLevel} · ${rung}`),
  ) // prettier-ignore
}

async function openCase(): Promise<void> {
  if (chosen === null) {
    panel.replaceChildren(make('p', { class: 'soft' }, words.pick))
    return
  }
  const { status: code, data } = await asStaff('GET', `/cases/${chosen}`)
  if (code === 200) drawCase(panel, data as CaseView, act)
  else panel.replaceChildren(make('p', { class: 'soft' }, words.gone))
}

/** One step on the open case. The request id makes a double press one step. */
async function act(step: string, body: Record<string, unknown>): Promise<void> {
  const reference = chosen ?? ''
  const { status: code, data } = await asStaff('POST', `/cases/${reference}/${step}`, { requestId: crypto.randomUUID(), ...body }) // prettier-ignore
  const { error, message } = (data ?? {}) as { error?: unknown; message?: unknown }
  const reason = [message, error].find((text) => typeof text === 'string') ?? code
  status.textContent = code === 200 ? words.changed : words.refused.replace('{reason}', String(reason))
  if (code === 200 && step === 'assess') did('triage')
  if (code === 200 && step === 'answer') did('answer')
  await refreshStaff()
}

export async function refreshStaff(): Promise<void> {
  drawn = ''
  await openCase()
  await drawQueue()
}

export function startStaff(): void {
  const tabs = document.querySelectorAll<HTMLButtonElement>('[data-role]')
  for (const tab of tabs)
    tab.addEventListener('click', () => {
      role = Number(tab.dataset['role'])
      status.textContent = ''
      for (const other of tabs) other.setAttribute('aria-pressed', String(other === tab))
      void refreshStaff()
    })
  byId('refresh', HTMLButtonElement).addEventListener('click', () => void refreshStaff())
}
