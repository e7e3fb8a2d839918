import { say } from '../../say.ts'
import { byId, dayOnly, hour, make, shortDay, texts } from './dom.ts'
import { now } from './server.ts'
import { held, isOn, markRead, reportHeld, rings, sendSms, switchPhone, thread, unread } from './sms.ts'
import { dial, end, reply, type Session } from './ussd.ts'

type Mode = 'idle' | 'thread' | 'ussd'

const words = texts.phone
const number = byId('number', HTMLSelectElement)
const power = byId('power', HTMLInputElement)
const view = byId('view', HTMLElement)
const typed = byId('typed', HTMLTextAreaElement)
const parts = {
  softLeft: byId('soft-left', HTMLButtonElement),
  softRight: byId('soft-right', HTMLButtonElement),
  call: byId('call', HTMLButtonElement),
  hang: byId('hang', HTMLButtonElement),
}

let mode: Mode = 'idle'
let session: Session | null = null
let drawn = ''
let remark = ''
let busy = false

const softs: Record<Mode, () => [string, string]> = {
  idle: () => [words.messages, words.erase],
  thread: () => [words.send, words.back],
  ussd: () => (session?.over ? [words.ok, ''] : [words.send, words.erase]),
}
const labels: Record<Mode, string> = { idle: words.typeDial, thread: words.typeSms, ussd: words.typeAnswer }

const screens: Record<Mode, () => (Node | string)[]> = {
  idle: () => [
    make('p', { class: 'big' }, hour(now())),
    make('p', {}, dayOnly(now())),
    make('p', {}, remark === '' ? say(words.dial, { code: texts.serviceCode, line: texts.callBackNumber }) : remark),
  ],
  thread: () => {
    const bubbles = thread(number.value)
    const trouble = remark === '' ? [] : [make('p', { class: 'remark' }, remark)]
    if (bubbles.length === 0) return [make('p', {}, words.noMessages), ...trouble]
    const lines = bubbles.map(({ at, text, mine }) =>
      make('p', { class: mine ? 'bubble mine' : 'bubble' }, text, make('small', {}, shortDay(at))),
    )
    return [...lines, ...trouble]
  },
  ussd: () => [make('p', { class: 'ussd' }, session?.screen ?? '')],
}

/** Draws what changed; what a person is typing stays. */
export function drawPhone(): void {
  const on = isOn(number.value)
  const open = on && !(mode === 'ussd' && session?.over === true)
  const [left, right] = softs[mode]()
  drawView(on)
  // Behind the desk, on a narrow screen, nobody has read it.
  if (on && mode === 'thread' && view.offsetParent !== null) markRead(number.value)
  const count = unread(number.value)
  const news = count > 0 ? `✉ ${say(words.unread, { count })}` : ''
  byId('handset', HTMLElement).classList.toggle('off', !on)
  power.checked = on
  byId('power-label', HTMLElement).textContent = on ? words.on : words.off
  byId('bar-number', HTMLElement).textContent = number.value.slice(4).replace(/(..)(?=.)/g, '$1 ')
  byId('bar-unread', HTMLElement).textContent = news
  byId('side-unread', HTMLElement).textContent = news
  byId('bar-time', HTMLElement).textContent = hour(now())
  byId('soft-left-label', HTMLElement).textContent = left
  byId('soft-right-label', HTMLElement).textContent = right
  parts.softLeft.textContent = left
  parts.softRight.textContent = right
  parts.softRight.hidden = right === ''
  byId('typed-label', HTMLElement).textContent = labels[mode]
  byId('count', HTMLElement).textContent = mode === 'idle' || typed.value === '' ? '' : String(typed.value.length)
  typed.placeholder = open ? labels[mode] : ''
  typed.disabled = !open
  for (const key of document.querySelectorAll<HTMLButtonElement>('.key')) key.disabled = !on
  const pending = held(number.value)
  byId('held', HTMLElement).hidden = on || pending === 0
  byId('held-text', HTMLElement).textContent = say(words.held, { count: pending })
  drawNumbers()
}

/** Another phone that got something says so in the list. */
function drawNumbers(): void {
  for (const [index, option] of [...number.options].entries()) {
    const count = option.value === number.value ? 0 : unread(option.value)
    const label = texts.phones[index]?.label ?? option.value
    const text = count > 0 ? `${label} · ✉ ${count}` : label
    if (option.textContent !== text) option.textContent = text
  }
}

function drawView(on: boolean): void {
  const content = on ? make('div', {}, ...screens[mode]()) : make('div')
  if (content.outerHTML === drawn) return
  drawn = content.outerHTML
  view.replaceChildren(content)
  view.scrollTop = mode === 'thread' ? view.scrollHeight : 0
}

function go(to: Mode): void {
  mode = to
  remark = ''
  typed.value = ''
  if (to !== 'ussd') session = null
  drawPhone()
  typed.focus({ preventScroll: true })
}

/** One thing at a time: a second press while the network answers is lost, as on a phone. */
async function during(work: () => Promise<void>): Promise<void> {
  if (busy) return
  busy = true
  await work()
  busy = false
  drawPhone()
}

async function send(): Promise<void> {
  const text = typed.value
  if (mode === 'idle') return call()
  if (mode === 'ussd' && session) {
    const { over } = session
    if (over) go('idle')
    else await answer(session, text)
    return
  }
  if (text.trim() === '') return
  const taken = await sendSms(number.value, text)
  remark = taken ? '' : words.notTaken
  if (taken) typed.value = ''
}

async function answer(current: Session, text: string): Promise<void> {
  await reply(current, text)
  typed.value = ''
}

async function call(): Promise<void> {
  if (mode !== 'idle') return send()
  const code = typed.value.trim()
  if (code === texts.callBackNumber) {
    remark = (await rings(number.value)) ? words.rang : words.cut
    typed.value = ''
    return
  }
  if (code !== '' && code !== texts.serviceCode) {
    remark = say(words.notHere, { code: texts.serviceCode, line: texts.callBackNumber })
    return
  }
  const started = await dial(number.value)
  session = started
  mode = 'ussd'
  typed.value = ''
  typed.disabled = false
  typed.focus({ preventScroll: true })
}

async function hangUp(): Promise<void> {
  const left = session
  go('idle')
  if (left && !left.over) await end(left, 'Incomplete')
}

function right(): void {
  const erases = mode === 'idle' || (mode === 'ussd' && session?.over === false)
  if (erases) typed.value = typed.value.slice(0, -1)
  else void hangUp()
  drawPhone()
}

/** In view again: drawn anew, the last message at the foot of the screen. */
export function phoneShown(): void {
  drawn = ''
  drawPhone()
}

/** A text ready to send, for somebody who is shown how. */
export function prefill(text: string): void {
  go('thread')
  typed.value = text
  drawPhone()
}

export function startPhone(): void {
  parts.softLeft.addEventListener('click', () => {
    if (mode === 'idle') go('thread')
    else void during(send)
  })
  parts.softRight.addEventListener('click', right)
  parts.call.addEventListener('click', () => void during(call))
  parts.hang.addEventListener('click', () => void hangUp())
  for (const key of document.querySelectorAll<HTMLButtonElement>('[data-key]'))
    key.addEventListener('click', () => {
      if (!typed.disabled) typed.value += key.dataset['key'] ?? ''
      drawPhone()
    })
  typed.addEventListener('input', drawPhone)
  typed.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void during(send)
  })
  number.addEventListener('change', () => void hangUp())
  power.addEventListener('change', () => {
    switchPhone(number.value, power.checked)
    void hangUp()
  })
  byId('absent', HTMLButtonElement).addEventListener('click', () => void reportHeld(number.value, 'AbsentSubscriber').then(drawPhone)) // prettier-ignore
  byId('failed', HTMLButtonElement).addEventListener('click', () => void reportHeld(number.value, 'Failed').then(drawPhone)) // prettier-ignore
}
