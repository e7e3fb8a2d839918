/** By when it is due. */
export type Range = 'late' | 'today' | 'week'
/** How it stands. */
export type Trait = 'mine' | 'new' | 'unassigned' | 'waiting' | 'third-party' | 'reopened' | 'silent' | 'call' | 'visit'

/** What somebody asks of the list. */
export interface Choice {
  range: Range | null
  /** Any number of them may stand in an address; the page offers one at a time. */
  traits: readonly Trait[]
  /** Days on which nobody did anything that `silent` asks for. */
  silentDays: number
}

export const ranges: readonly Range[] = ['late', 'today', 'week']
export const traits: readonly Trait[] = [
  'mine',
  'new',
  'unassigned',
  'waiting',
  'third-party',
  'reopened',
  'silent',
  'call',
  'visit',
]

/** The address of a choice, as short as it can be bookmarked: `/console/inbox?late&reopened`. */
export function inboxHref(base: string, { range, traits, silentDays }: Choice, next: string | null = null): string {
  const asked = [
    ...(range ? [range] : []),
    ...traits.map((trait) => (trait === 'silent' ? `silent=${silentDays}` : trait)),
    ...(next === null ? [] : [`next=${encodeURIComponent(next)}`]),
  ]
  return `${base}/inbox${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}
