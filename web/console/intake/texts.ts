import type { PublicTexts } from '../../public/texts.ts'
import type { Channel, Consent, HelpSaid, Kind } from '../../../core/channel/message.ts'

export type StaffChannel = Extract<Channel, 'call' | 'box' | 'face' | 'partner'>

/** What can be wrong in the form. */
export type IntakeProblem =
  | 'text-missing'
  | 'text-too-long'
  | 'no-words'
  | 'channel-missing'
  | 'received-unreadable'
  | 'received-future'
  | 'received-too-long-ago'
  | 'received-old'
  | 'place-unknown'
  | 'place-several'
  | 'phone-missing'
  | 'phone-unreadable'
  | 'phone-abroad'
  | 'consent-missing'
  | 'other'

/** « Nouvelle plainte »: writing down what somebody said elsewhere. `{holes}` are filled by the page. */
export interface IntakeTexts {
  title: string
  lead: string
  keys: string
  problems: { title: string } & Record<IntakeProblem, string>
  words: { title: string; label: string; hint: string }
  kind: { label: string; options: Record<Kind | 'integrity', { label: string; hint?: string }>; danger: string }
  who: { title: string }
  place: {
    label: string
    hint: string
    /** Beside what `{name}` may mean: it stays with the words. */
    asWritten: string
    list: string
    choose: string
    fromIntakePoint: string
    none: string
    all: string
    communes: string
    communesOf: string
  }
  phone: { label: string; hint: string }
  consent: { label: string; options: Record<Consent, string> }
  onBehalf: { label: string; hint: string; unsaid: string }
  /** What stands for no answer. */
  unsaid: string
  how: { title: string }
  /** `{name}` of one that is closed. */
  intakePoint: { label: string; hint: string; none: string; closed: string; groups: Record<StaffChannel, string> }
  channel: { label: string; options: Record<StaffChannel, string> }
  received: { label: string; hint: string; old: string; oldYes: string }
  language: { label: string; fromIntakePoint: string }
  send: string
  /** Intake points; `choose` to `more` of the page with all of them. */
  known: Record<'title' | 'lead' | 'by' | 'anywhere' | 'all' | 'choose' | 'search' | 'find' | 'none' | 'more', string>
  danger: {
    title: string
    lead: string
    notSaid: string
    help: { label: string; options: Record<HelpSaid, string>; notYet: string }
    place: { label: string; hint: string }
    call: string
    phone: { label: string; hint: string }
    send: string
    back: string
  }
  /** What is read out to the person before anything else, wherever a danger is written down. */
  care: PublicTexts['care']
  kept: {
    title: string
    /** Without script, or where a browser can keep nothing. */
    nothing: string
    some: string
    never: string
  }
  /** What the script says; read by the browser. */
  waiting: {
    draft: string
    dropDraft: string
    one: string
    several: string
    /** Nothing but what the server sent back is left. */
    stuck: string
    /** Before what a form without a link lacks. */
    lacking: string
    line: string
    offline: string
    signedOut: string
    signIn: string
    refused: string
    mend: string
    sending: string
    tryNow: string
    sent: string
    notKept: string
  }
  /** On the page that opens without a link. */
  offline: string
  /** What one wrote down oneself: numbers and stages, never words. */
  own: {
    title: string
    lead: string
    stages: Record<'received' | 'in-hand' | 'answered', string>
    give: string
    given: string
    correct: string
    correcting: { title: string; lead: string; send: string }
  }
  receipt: {
    title: string
    dangerTitle: string
    number: string
    writeDown: string
    aloud: string
    aloudOther: string
    draft: string
    past: string
    noDate: string
    thanks: string
    danger: readonly string[]
    another: string
    inbox: string
  }
}

/** What is read out in one language, and whether its speakers have checked it. */
export interface Spoken {
  code: string
  draft: boolean
  texts: SpokenTexts
}

/** What is read out to the person in their language; `{reference}` grouped, `{day}` as they say it. */
export interface SpokenTexts {
  promised: string
  thanks: string
  /** S, or what may be S: nothing is promised, and nothing more is said. */
  short: string
  /** Seven, Sunday first, and twelve; without them days are said as `21/06`. */
  weekdays?: readonly string[]
  months?: readonly string[]
  firstDay?: string
}
