import { byId, make, shortDay, texts } from './dom.ts'
import { json } from './server.ts'

interface Published {
  topic: string
  subject: string
  message: string
  at: string
}

const chosen = byId('topic', HTMLSelectElement)
const list = byId('published', HTMLElement)
let drawn = ''

const topicName = (topic: string): string =>
  [...chosen.options].find(({ value }) => value === topic)?.textContent ?? topic

export async function drawTopics(): Promise<void> {
  const query = chosen.value === '' ? '' : `?topic=${encodeURIComponent(chosen.value)}`
  const { status, data } = await json('GET', `/local/topics${query}`)
  const seen = JSON.stringify(data)
  if (status !== 200 || seen === drawn) return
  drawn = seen
  const lines = (data as Published[]).map(({ topic, subject, message, at }) =>
    make(
      'li',
      {},
      make('small', {}, `${shortDay(at)} · ${topicName(topic)}`),
      make('b', {}, subject),
      make('pre', {}, message),
    ),
  )
  list.replaceChildren(...(lines.length > 0 ? lines.reverse() : [make('li', { class: 'soft' }, texts.topics.empty)]))
}

export function startTopics(): void {
  chosen.addEventListener('change', () => void drawTopics())
}
