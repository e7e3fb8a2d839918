import { byId, make, shortDay, texts } from './dom.ts'
import { json } from './server.ts'

interface Published {
  subject?: string
  message: unknown
  at: string
}

const chosen = byId('topic', HTMLSelectElement)
const list = byId('published', HTMLElement)

const read = (message: unknown): string => (typeof message === 'string' ? message : JSON.stringify(message))

export async function drawTopics(): Promise<void> {
  const { status, data } = await json('GET', `/local/topics?topic=${encodeURIComponent(chosen.value)}`)
  if (status !== 200) return
  const lines = (data as Published[]).map(({ subject, message, at }) =>
    make('li', {}, make('small', {}, shortDay(at)), make('b', {}, subject ?? ''), make('pre', {}, read(message))),
  )
  list.replaceChildren(...(lines.length > 0 ? lines.reverse() : [make('li', { class: 'soft' }, texts.topics.empty)]))
}

export function startTopics(): void {
  chosen.addEventListener('change', () => void drawTopics())
}
