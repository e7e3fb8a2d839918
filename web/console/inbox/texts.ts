import type { Range, Trait } from '../frame/inbox-choice.ts'
import type { Gathered } from '../../../core/lists/gathered.ts'
import type { Role } from '../../../core/case/actor.ts'
import type { FloodSource } from '../../../core/case/codes.ts'
import type { Common } from '../frame/common.ts'

/** The list of what needs somebody, and the codes in its rows. `{holes}` are filled by the page. */
export interface InboxTexts {
  title: string
  /** What this list holds, by who looks at it. */
  lead: Readonly<Record<Role, string>>
  filters: {
    when: string
    what: string
    /** Drops the filter of that line. */
    anytime: string
    anything: string
    ranges: Record<Range, string>
    /** `{days}` in `silent`. */
    traits: Record<Trait, string>
  }
  /** The link to how much everybody has to do. */
  workload: string
  /** To whom to call, where the list is of those. */
  calls: string
  /** The link to why figures have fewer. */
  figures: string
  /** Hand-overs that wait for an organisation; `{day}` by when the case is due. */
  offers: Record<'title' | 'lead' | 'by' | 'accept' | 'refuse', string>
  /** `words`: for whoever may look for cases by a few words, too. */
  search: { label: string; hint: string; send: string; unreadable: string; words: { label: string; hint: string } }
  columns: Record<'due' | 'case' | 'about' | 'last' | 'action', string>
  /** `{time}` is a span; `{clock}` what the running clock asks for; `{day}` and `{at}` when. */
  due: { late: string; today: string; left: string; by: string }
  last: { ago: string; silent: string; received: string }
  /** To read the words of a case nobody assessed, in the list; `of` before its number, for whoever hears the page. */
  words: Record<'read' | 'close' | 'none' | 'of', string>
  /** Several at once: `{case}` in the label of one box. */
  together: Record<'choose' | 'title' | 'assign' | 'merge' | 'dismiss' | 'lead', string>
  /** Many about the same; `{names}` of several languages. */
  waves: Record<'title' | 'lead' | 'line' | 'languages' | 'answer', string>
  /** Reports of danger together, by what they share: `{count}`, `{place}`; `{day}` and `{at}` when one came. */
  dangers: { lead: string; lines: Record<Gathered['by'], string>; came: string }
  /** What came as a flood, by its source, with `{count}`; `{day}` when the first is due. */
  floods: { title: string; lead: string; lines: Record<FloodSource, string>; due: string; open: string; latest: string }
  unassessed: string
  noPlace: string
  /** Before what a machine read in the words. */
  suggested: string
  you: string
  /** Whoever did not begin what two must decide. */
  another: string
  marks: {
    first: string
    flood: string
    reopened: string
    call: string
    visit: string
    complainant: string
    'third-party': string
  }
  /** By the row's next action. */
  actions: Readonly<Record<string, string>>
  empty: {
    title: string
    text: Readonly<Record<Role, string>>
    filtered: string
    /** By the only filter there is, where it says good news. */
    good: Partial<Record<Range | Trait, string>>
    /** A page looked at all the rows it may, and none fits. */
    noneYet: string
    end: string
    all: string
  }
  /** To where the work is of those who have no list of cases. */
  instead: { administrator: string; relay: string }
  pages: { label: string; start: string; next: string; partly: string; all: string; one: string }
  keys: {
    open: string
    title: string
    intro: string
    /** What is pressed, then what it does. */
    lines: readonly (readonly [keys: string, does: string])[]
    on: string
    close: string
  }
}

/** The texts of this page. */
export type InboxWords = Common & { inbox: InboxTexts }
