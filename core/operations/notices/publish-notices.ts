import { claim } from '../../notices/notice-steps.ts'
import type { Notice } from '../../notices/notice.ts'
import { referencesPerPublication, type PublicationName } from '../../notices/publication.ts'
import type { SendNeeds } from './needs.ts'

/** Topics that are never told a reference, whatever called for the notice. */
const countsOnly = (topic: string): boolean => topic === 'protection' || topic === 'integrity'

const topicOf = ({ recipient }: Notice): string => (recipient.to === 'topic' ? recipient.topic : '')

/** One message per topic and kind for a whole batch: at most twenty references, then a count (design §5). */
export async function publishNotices(notices: readonly Notice[], needs: SendNeeds): Promise<string[]> {
  const groups = Map.groupBy(notices, (notice) => `${topicOf(notice)}#${notice.template}`)
  const failed: string[] = []
  for (const group of groups.values()) failed.push(...(await publishGroup(group, needs)))
  return failed
}

async function publishGroup(group: readonly Notice[], needs: SendNeeds): Promise<string[]> {
  const { programme, topics, now } = needs
  const claimed: Notice[] = []
  for (const notice of group) {
    const next = claim(notice, now, programme.settings.quietHours)
    if (next && (await needs.notices.replace(notice, next)) && next.state === 'claimed') claimed.push(next)
  }
  const [first] = claimed
  if (!first) return []
  const topic = topicOf(first)
  const { subject, body } = textOf(first.template as PublicationName, topic, claimed, needs)
  try {
    await topics.publish(topic, subject, body)
  } catch {
    for (const notice of claimed) await needs.notices.replace(notice, released(notice))
    return claimed.map(({ key }) => key)
  }
  for (const notice of claimed) await needs.notices.replace(notice, published(notice, now))
  return []
}

function textOf(name: PublicationName, topic: string, claimed: readonly Notice[], { programme }: SendNeeds) {
  const { publications, settings } = programme
  const link = settings.consoleLink
  if (name === 'digest') return publications.digest({ ...countsIn(claimed), link })
  if (name === 'care') return publications.care({ ...countsIn(claimed), link })
  if (name === 'pairChanged') return publications.pairChanged({ link })
  if (name === 'administratorAdded') return publications.administratorAdded({ link })
  if (name === 'readerAdded') return publications.readerAdded({ link })
  if (name === 'gateways') return publications.gateways({ link })
  if (name === 'ceiling') return publications.ceiling({ link })
  if (name === 'pairTraining') return publications.pairTraining({ ...ofPairs(claimed), link })
  if (name === 'pairUntrained') return publications.pairUntrained({ ...ofPairs(claimed), link })
  if (name === 'pairWoman') return publications.pairWoman({ days: ofPairs(claimed).longest, link })
  if (name === 'week') return publications.week({ ...countsIn(claimed), link })
  const references = [...new Set(claimed.map(({ reference }) => reference ?? ''))]
  if (name === 'attention' || countsOnly(topic)) return publications.attention({ count: references.length, link })
  return publications.escalated({
    references: references.slice(0, referencesPerPublication),
    more: Math.max(0, references.length - referencesPerPublication),
    link,
  })
}

/** A digest, or the word of a Monday, carries its counts; should two days' be published together, the later one holds. */
function countsIn(claimed: readonly Notice[]) {
  const values = claimed.at(-1)?.values ?? {}
  const count = (name: string) => Number(values[name] ?? 0)
  return {
    open: count('open'),
    late: count('late'),
    today: count('today'),
    own: count('own'),
    out: count('out'),
    soon: count('soon'),
    count: count('count'),
    days: count('days'),
  }
}

/** Several pairs and days may be told together: how many in all, how soon the first, and how long the longest. */
function ofPairs(claimed: readonly Notice[]) {
  const read = (name: string) => claimed.map(({ values }) => Number(values[name] ?? 0))
  const days = read('days')
  return {
    count: read('count').reduce((sum, count) => sum + count, 0),
    days: Math.min(...days),
    longest: Math.max(...days),
  }
}

const published = (notice: Notice, now: string): Notice => ({
  ...notice,
  version: notice.version + 1,
  state: 'delivered',
  attempts: notice.attempts + 1,
  endedAt: now,
})
const released = (notice: Notice): Notice => ({ ...notice, version: notice.version + 1, state: 'ready' })
