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
  /** A line that nobody answers: whoever rings there is called back. */
  callBackNumber: string
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
    rang: string
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
  /** On a narrow screen: what the two buttons between phone and desk choose. */
  sides: string
  desk: {
    title: string
    /** What stands in the frame, for whoever does not see it. */
    frame: string
    sit: string
    another: string
    sitButton: string
    refresh: string
    news: string
  }
  topics: { title: string; empty: string; choose: string; all: string; names: Words; cluster: string }
  offline: string
}
