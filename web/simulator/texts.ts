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
    held: string
    absent: string
    failed: string
    reported: string
    states: Record<string, string>
  }
  clock: {
    title: string
    now: string
    steps: readonly { label: string; advance: string }[]
    set: string
    setButton: string
    moving: string
    back: string
    gateway: string
    /** The first is how the fake gateway starts. */
    modes: readonly { mode: string; label: string }[]
    health: string
  }
  staff: {
    title: string
    roles: readonly { label: string; role: string; region?: string; door: string }[]
    empty: string
    columns: { reference: string; state: string; action: string; due: string; owner: string; level: string }
    late: string
    inTime: string
    units: { day: string; hour: string; minute: string }
    gone: string
    refused: string
    changed: string
    refresh: string
    pick: string
    unassessed: string
    words: string
    noWords: string
    suggested: string
    why: Record<'place' | 'category' | 'sensitive', string>
    nothingSuggested: string
    contact: string
    consents: Record<string, string>
    history: string
    notices: string
    noNotices: string
    assess: string
    assessHint: string
    assign: string
    organisation: string
    organisationId: string
    answer: string
    answerLabel: string
    answerSend: string
    outcomes: Record<string, string>
  }
  topics: { title: string; empty: string; choose: string; list: readonly { topic: string; label: string }[] }
  /** Codes as staff read them. A code without words is shown as it is. */
  statuses: Record<string, string>
  clocks: Record<string, string>
  actions: Record<string, string>
  ladder: readonly string[]
  happenings: Record<string, string>
  people: Record<string, string>
  templates: Record<string, string>
  noticeStates: Record<string, string>
  offline: string
}
