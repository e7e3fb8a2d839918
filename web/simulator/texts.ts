import type { Reason } from '../../core/routing/suggestion.ts'
import type { CodeTexts } from '../code-texts.ts'

type Words = Readonly<Record<string, string>>

/** Every text of the simulator in one language, for people who learn the mechanism or are shown it. */
export interface SimulatorTexts {
  language: string
  /** IANA name: instants are shown in it. */
  timeZone: string
  title: string
  intro: string
  /** Placeholder numbers only. */
  phones: readonly { number: string; label: string }[]
  /** What is dialled here while no operator has given a code. */
  serviceCode: string
  shortCode: string
  networkCode: string
  guide: {
    title: string
    steps: readonly { title: string; text: string }[]
    example: string
    exampleButton: string
    done: string
  }
  phone: {
    title: string
    choose: string
    on: string
    off: string
    unread: string
    dial: string
    typeDial: string
    typeSms: string
    typeAnswer: string
    noMessages: string
    messages: string
    send: string
    erase: string
    back: string
    ok: string
    call: string
    hangUp: string
    notHere: string
    cut: string
    notTaken: string
    held: string
    absent: string
    failed: string
  }
  clock: {
    title: string
    now: string
    steps: readonly { label: string; advance: string }[]
    more: string
    set: string
    setButton: string
    moving: string
    back: string
    gateway: string
    /** The first is how the fake gateway starts. */
    modes: readonly { mode: string; label: string }[]
    health: string
  }
  staff: DeskTexts
  topics: { title: string; empty: string; choose: string; all: string; names: Words; cluster: string }
  codes: CodeTexts
  offline: string
}

/** A role somebody sits down as. `desk` is the owner whose cases are this desk's to act on. */
export interface DeskRole {
  label: string
  role: string
  region?: string
  organisation?: string
  door: string
  desk: string
}

/** What one step asks for; `fields` are drawn in this order. */
export interface StepTexts {
  title: string
  send: string
}

export interface DeskTexts {
  title: string
  roles: readonly DeskRole[]
  person: string
  /** The first has no suffix; the second confirms what the first proposed. */
  persons: readonly string[]
  empty: string
  columns: { reference: string; state: string; action: string; due: string; owner: string; level: string }
  late: string
  inTime: string
  units: { day: string; hour: string; minute: string }
  gone: string
  refused: string
  stale: string
  changed: string
  revealed: string
  refresh: string
  pick: string
  unassessed: string
  words: string
  noWords: string
  erasedWords: string
  suggested: string
  why: Record<Reason['what'], string>
  nothingSuggested: string
  readyAnswer: string
  useReadyAnswer: string
  contact: string
  noPhone: string
  facts: Record<
    'promised' | 'told' | 'toldUnconfirmed' | 'notTold' | 'satisfaction' | 'danger' | 'person' | 'disability',
    string
  >
  history: string
  notices: string
  noNotices: string
  heldUntil: string
  now: string
  others: string
  /** What to do here, by next action; `elsewhere` when it is another desk's turn. */
  hints: Words
  elsewhere: string
  mayHelp: string
  steps: Readonly<Record<string, StepTexts>>
  fields: Words
  notGiven: string
  nobody: string
  /** Why a step was refused, by the machine's word. */
  reasons: Words
}

/** `GET /local/programme`: what the desk chooses from. */
export interface ProgrammeLists {
  organisations: readonly { id: string; name: string; regions: readonly string[]; mandatedFor: readonly string[] }[]
  categories: readonly { code: string; label: string; level: string }[]
  clusters: readonly { id: string; name: string; topic: string }[]
  places: readonly { system: string; code: string; name: string; region: string | null }[]
}
