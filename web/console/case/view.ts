import type { PlaceList } from '../frame/places.ts'
import type { Cost } from '../../../core/case/codes.ts'
import type { Entry } from '../../../core/case/history.ts'
import type { Suggestion, Reason } from '../../../core/routing/suggestion.ts'
import type { Lane, Level } from '../../../core/case/level.ts'
import type { Status, Step } from '../../../core/case/status.ts'
import type { Why } from '../../../core/case/why.ts'
import type { Channel, Consent, Kind } from '../../../core/channel/message.ts'
import type { Answers } from '../../../core/channel/questions.ts'
import type { Clock } from '../../../core/deadlines/policy.ts'
import type { NoticeState } from '../../../core/notices/notice.ts'
import type { CaseTrail, LinkedCase } from './trail-view.ts'
import type { Here } from '../frame/when.ts'
import type { ConsoleBase } from '../frame/door.ts'
import type { Group, Option } from '../frame/choices.ts'
import type { FormState } from '../frame/form-state.ts'
import type { LiveSms } from './live-sms.ts'

/** One line of the history: its codes, the names of its codes, who did it, and the words sealed under it. */
export interface HistoryLine {
  entry: Entry
  /** By the field of the code: organisation, body, to, place, category. */
  names: Readonly<Record<string, string>>
  /** As the directory has it; null for the person and the machine. */
  who: string | null
  words: string | null
}

export interface NoticeLine {
  template: string
  to: string
  state: NoticeState
  /** When it will leave, or last changed. */
  at: string
  segments: number | null
  resent: boolean
  /** It counts as arrived because no report came in time. */
  unconfirmed: boolean
}

/** What each form offers to choose from, and what it says of the consequence. */
export interface CaseChoices {
  /** The one of the case, else the one its suggested category usually has; null where that is for a person to say. */
  level: Level | null
  categories: readonly Group[]
  /** Those recognised in the words first, then every cercle by region. */
  /** What the words name, where all places are, and those that what was typed may mean. */
  places: { recognised: readonly string[]; list: PlaceList; candidates: readonly Option[] }
  organisations: readonly Option[]
  bodies: readonly Option[]
  /** Languages some reader can be asked about, and the one the words look most like. */
  readers: { languages: readonly Option[]; guess: string | null }
  named: readonly Option[]
  /** What assessing at a level would promise; null: no date. */
  promises: Readonly<Record<Level, string | null>>
  /** Days `YYYY-MM-DD`; null where nothing can be put off. */
  extension: { from: string; until: string; proposed: string } | null
  waitUntil: string
  /** Between which days `YYYY-MM-DD` something may have been done. */
  actedOn: { from: string; until: string }
  pauseDays: number
  tried: { days: number; of: number }
  reopenedPromiseAt: string | null
}

/** Everything one person is shown of one case. Names stand beside codes; nothing in it is HTML. */
export interface CaseView extends Here, Answers {
  base: ConsoleBase
  csrf: string
  /** The list it was opened from: the way back, and what its forms carry so that the way is kept. */
  list: { back: string; next: string; fields: Readonly<Record<string, string>> }
  /** Random, new for every page. */
  requestId: string
  reference: string
  grouped: string
  version: number
  status: Status
  lane: Lane
  level: Level | null
  kind: Kind
  channel: Channel
  /** What the person is answered in: code and name. */
  language: string
  languageName: string
  intakePoint: string | null
  onBehalf: string | null
  category: { code: string; label: string } | null
  place: string | null
  owner: { code: string; name: string | null } | null
  escalationLevel: number
  nextAction: string | null
  text: string | null
  /** The language in which a reader is asked what the words mean; null where none is. */
  readerAsked: string | null
  /** What they mean; `who`: null where that is not told. */
  meaning: { words: string; language: string; who: string | null; at: string } | null
  erased: readonly string[]
  suggested: {
    category: { code: string; label: string } | null
    sensitive: boolean
    level: Suggestion['level']
    unread: boolean
    /** What the words are in, guessed when they are read; null where they do not say. Not what the person is answered in. */
    language: { code: string; name: string } | null
    /** `name`: of the place or category; of a kind, its code. */
    why: readonly { what: Reason['what']; name: string | null; words: readonly string[] }[]
  }
  readyAnswer: string | null
  receivedAt: string
  promisedAt: string | null
  told: { at: string; how: string; unconfirmed: boolean } | null
  satisfaction: number | null
  clocks: readonly Clock[]
  waiting: { waitingFor: string; sinceAt: string; until: string | null } | null
  pauseUsed: boolean
  /** Of a danger to life: its short evaluation is written. */
  evaluated: boolean
  handOver: { organisation: string; offeredAt: string } | null
  mergedInto: LinkedCase | null
  /** Cases whose question its words may answer, and its replies that may be split off, by where they stand. */
  replyTo: readonly Option[]
  replies: readonly Option[]
  /** Those of them that may be another complaint. */
  maybeOther: readonly string[]
  followers: readonly LinkedCase[]
  named: readonly Option[]
  contact: {
    consent: Consent
    masked: string | null
    optedOut: boolean
    callMe: boolean
    takesSms: boolean
    mayCall: boolean
  }
  history: readonly HistoryLine[]
  notices: readonly NoticeLine[]
  /** What they cost, by currency. */
  costs: readonly Cost[]
  steps: readonly Step[]
  /** What waits for a second person, and whether this viewer is the first. */
  second: {
    what: 'lower' | 'dismiss' | 'receipt'
    who: string
    /** Null where no lower level is proposed. */
    level: Level | null
    /** Whom the case would name no longer. */
    dropped: readonly string[]
    mine: boolean
  } | null
  referredTo: Option | null
  dismissed: boolean
  choices: CaseChoices
  trail: CaseTrail
  /** For the browser to show an SMS while it is written. */
  live: { script: string; steps: Partial<Record<Step, LiveSms>> }
}

/** One SMS as it will read, before it is sent: sent only if it is what was shown. */
export interface Preview {
  text: string
  alphabet: 'gsm7' | 'ucs2'
  units: number
  segments: number
  perSegment: number
  changes: readonly (readonly [from: string, to: string])[]
  tooLong: boolean
}

/** Why a step was not taken although its form was whole. */
export type Trouble = { is: 'refused'; why: Why } | { is: 'stale'; since: readonly HistoryLine[] }

/** The form of a step that came back; its flaws are codes. */
export interface StepForm extends FormState {
  step: Step
  requestId: string
  trouble: Trouble | null
  preview: Preview | null
}
