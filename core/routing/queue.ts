import type { Viewer } from '../case/actor.ts'
import type { Lane } from '../case/level.ts'

/** One list: a partition of an index. */
export interface QueueName {
  index: 'owner' | 'region'
  lane: Lane
  name: string
}

/**
 * Cases that name somebody stand aside in every list: the count of a list then holds for whoever reads it, and what stands aside is
 * few enough to be read, and left out, row by row (design §10, invariant 8).
 */
export const aside = (name: string): string => `${name}|named`

/** Offered to an organisation that has not accepted yet: first in its inbox, so a list of its own. */
export const handOverQueue = (organisation: string): string => `hand-over:${organisation}`

export const isHandOver = ({ name }: QueueName): boolean => name.startsWith(handOverQueue(''))

/** What came as a flood and nobody has decided about: a list of its own of those who triage, shown as one line a flood. */
export const floodList = 'flood'

export const isFloodList = ({ index, name }: QueueName): boolean => index === 'region' && name === floodList

/** What may be S and waits for a reader of this language; apart once protection has it too. */
export const readerQueue = (language: string, alerted: boolean): string =>
  `reader:${language}${alerted ? ':alerted' : ''}`

/** The queue in which it is a viewer's own turn; null for those who have none. */
export function ownQueue({
  role,
  region,
  organisation,
}: Pick<Viewer, 'role' | 'region' | 'organisation'>): string | null {
  if (role === 'focal-point' || role === 'deputy') return 'focal-point'
  if (role === 'regional-cluster') return region && `region:${region}`
  if (role === 'partner') return organisation && `organisation:${organisation}`
  if (role === 'coordinator') return 'coordination'
  return role === 'protection' || role === 'integrity' ? role : null
}
