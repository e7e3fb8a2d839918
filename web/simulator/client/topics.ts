import { byId, make, shortDay, texts } from './dom.ts'
import { lists, topicName } from './lists.ts'
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

export async function drawTopics(): Promise<void> {
  fillChoice()
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

/** The clusters of the programme, once it is known, and the teams that are not regional. */
function fillChoice(): void {
  const topics = [...lists().clusters.map(({ topic }) => topic), ...Object.keys(texts.topics.names)]
  if (lists().clusters.length === 0 || chosen.options.length > 1) return
  chosen.append(...topics.map((topic) => make('option', { value: topic }, topicName(topic))))
}

export function startTopics(): void {
  chosen.addEventListener('change', () => void drawTopics())
}
