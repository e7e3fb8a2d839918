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

/** A choice as it stands in an address: `late&reopened`. */
function askedIn({ range, traits, silentDays }: Choice, next: string | null): string {
  const asked = [
    ...(range ? [range] : []),
    ...traits.map((trait) => (trait === 'silent' ? `silent=${silentDays}` : trait)),
    ...(next === null ? [] : [`next=${encodeURIComponent(next)}`]),
  ]
  return asked.join('&')
}

/** The address of a choice, as short as it can be bookmarked: `/console/inbox?late&reopened`. */
export function inboxHref(base: string, choice: Choice, next: string | null = null): string {
  const asked = askedIn(choice, next)
  return `${base}/inbox${asked && `?${asked}`}`
}

/** Where somebody stands in the list: what they asked of it, where their page of it began, and at which case they are. */
export interface InList {
  choice: Choice
  from: string | null
  at: string | null
}

/** What a page of a case keeps of the list it was opened from, in its address and in its forms. */
export function listFields({ choice, from, at }: InList): Readonly<Record<string, string>> {
  const asked = askedIn(choice, from)
  return { ...(asked === '' ? {} : { liste: asked }), ...(at === null ? {} : { ici: at }) }
}

/** The address of a case, with the list to go back to: of the whole list from its beginning nothing need be kept. */
export function caseHref(base: string, reference: string, inList: InList, also: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...also, ...listFields(inList) }).toString()
  return `${base}/cases/${reference}${query && `?${query}`}`
}
