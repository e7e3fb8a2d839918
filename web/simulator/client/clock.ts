import { say } from '../../say.ts'
import { byId, longDay, texts } from './dom.ts'
import { did } from './guide.ts'
import { hearConfig, json, now } from './server.ts'

const status = byId('clock-status', HTMLElement)
const setAt = byId('set-at', HTMLInputElement)
let moves = 0

export const isMoving = (): boolean => moves > 0

export function drawClock(): void {
  byId('now', HTMLElement).textContent = longDay(now())
}

/** A conflict says why in the words of the machine; without words, that time does not go back. */
function said(data: unknown): string {
  const { error, message } = (data ?? {}) as { error?: unknown; message?: unknown }
  const text = message ?? error
  return typeof text === 'string' ? text : texts.clock.back
}

async function move(body: { advance: string } | { set: string }, settled: () => Promise<void>): Promise<void> {
  const buttons = document.querySelectorAll<HTMLButtonElement>('.clock button')
  for (const button of buttons) button.disabled = true
  status.textContent = texts.clock.moving
  moves += 1
  const { status: code, data } = await json('POST', '/local/clock', body)
  moves -= 1
  status.textContent = code === 200 ? '' : said(data)
  if (code === 200) did('wait')
  for (const button of buttons) button.disabled = false
  await hearConfig()
  await settled()
}

/** Shows how the machine is; answers with what changes when anything in it does. */
export async function drawHealth(): Promise<string | null> {
  const { status: code, data } = await json('GET', '/local/health')
  if (code !== 200) return null
  const counts = data as Record<string, number> & { mark: string }
  byId('health', HTMLElement).textContent = say(texts.clock.health, counts)
  return counts.mark
}

/** `settled` runs once the clock stands at its new place. */
export function startClock(settled: () => Promise<void>): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-advance]'))
    button.addEventListener('click', () => void move({ advance: button.dataset['advance'] ?? '' }, settled))
  byId('set-clock', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    // Bamako keeps UTC all year.
    void move({ set: `${setAt.value}:00.000Z` }, settled)
  })
  const mode = byId('gateway', HTMLSelectElement)
  mode.addEventListener('change', () => void json('POST', '/local/gateway', { mode: mode.value }))
}
