import type { Role } from '../../../core/case/actor.ts'
import type { FloodSource } from '../../../core/case/codes.ts'
import type { Gathered } from '../../../core/lists/gathered.ts'
import type { Row } from '../../../core/lists/row.ts'
import type { Choice, Range, Trait } from '../frame/inbox-choice.ts'
import type { Here } from '../frame/when.ts'

type RowPart =
  | 'level'
  | 'rank'
  | 'kind'
  | 'clock'
  | 'dueAt'
  | 'channel'
  | 'receivedAt'
  | 'nextAction'
  | 'waitingFor'
  | 'unreachable'
  | 'toCall'
  | 'reopened'
  | 'flood'

/** One line of the list: what its row says, with names for its codes and where it leads. */
export interface InboxRow extends Pick<Row, RowPart> {
  href: string
  reference: string
  /** When a person last did something. */
  movedAt: string
  /** Nobody has for more days than there should be. */
  silent: boolean
  /** The reference in groups. */
  grouped: string
  placeName: string | null
  categoryLabel: string | null
  /** Names of what the words suggest, while nobody has assessed the case. */
  suggested: readonly string[]
  language: string
  owner: string
  /** It is this viewer's turn. */
  mine: boolean
}

/** A hand-over that waits for this organisation; `requestId` makes accepting it twice once. */
export interface Offer {
  row: InboxRow
  requestId: string
}

/** What the page of the list shows. */
export interface InboxView extends Here {
  base: string
  role: Role
  /** Hand-overs to accept or refuse, on the first page of the whole list; the rows have the others. */
  offers: readonly Offer[]
  csrf: string
  rows: readonly InboxRow[]
  choice: Choice
  /** The address of this page. */
  here: string
  /** The case whose words are read in the list; its text is null where it has none. */
  read: { reference: string; text: string | null } | null
  /** Several at once may be chosen, and what is kept of the list for the way back. */
  chooses: { liste: string } | null
  /** Many about the same, in whatever languages they say it, each with where they are answered together. */
  waves: readonly { about: string; placeName: string; languages: readonly string[]; count: number; href: string }[]
  /** What came from one source in such number that it stands in one line, each with when the first is due and where they are. */
  floods: readonly { from: FloodSource; count: number; dueAt: string; href: string }[]
  /** Reports of danger of one phone or address, or of one commune: newest first, each opened and closed by itself. */
  dangers: readonly { by: Gathered['by']; rows: readonly InboxRow[] }[]
  /** How many cases each filter alone finds; null where nothing exact can be said. */
  counts: Readonly<Record<'all' | Range | Trait, number>> | null
  /** What somebody looked for and no reference was found in. */
  unreadable: string | null
  /** Words lead to the search, for whoever has one. */
  findsWords: boolean
  /** Where the list goes on; null at its end. */
  next: string | null
  /** The page begins where the list does. */
  fromStart: boolean
  /** How many rows were looked at where a page shows fewer than it may and the list goes on; else null. */
  examined: number | null
}
