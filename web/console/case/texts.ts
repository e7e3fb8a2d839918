import type { Step } from '../../../core/case/status.ts'
import type { Why } from '../../../core/case/why.ts'
import type { CaseTrailTexts } from './trail-texts.ts'

type Words = Readonly<Record<string, string>>

/** The page of one case, its steps and its referral sheet. `{holes}` are filled by the page. */
export interface CaseTexts {
  title: string
  back: string
  /** Of what may be sensitive: never put away before somebody said that it is not. */
  dismissLater: string
  said: {
    title: string
    how: string
    intakePoint: string
    onBehalf: string
    none: string
    noneHere: string
    erased: string
    /** A reader of `{language}` is asked; what the words mean; and `{who}` said so, where that is told. */
    asked: string
    meaning: string
    meaningBy: string
  }
  /** Why an organisation is offered first. */
  works: Record<'there' | 'around' | 'inside', string>
  suggested: {
    title: string
    lead: string
    none: string
    sensitive: string
    /** The words may mean a danger to life. */
    level: string
    /** Too few of the words are known here. */
    unread: string
    category: string
    kind: string
    /** What the words are in: `{name}`, or nobody can tell. */
    language: string
    noLanguage: string
    places: string
    noPlace: string
    because: string
    /** One phrase of the person, in the quotation marks of the language: `{word}`. */
    quoted: string
    ready: string
    readyLead: string
    /** Into the form of the answer, or why not yet. */
    readyTake: string
    readyLater: string
  }
  promise: {
    title: string
    answer: string
    /** Once it is answered: the date as it was. */
    was: string
    missed: string
    none: string
    dismissed: string
    never: string
    told: string
    /** S: the receipt of the body. */
    toldByBody: string
    toldUnconfirmed: string
    notTold: string
    verdict: string
    clocks: string
    /** Instead of the clock’s own name: after the verdict, and for the second erasure. */
    closing: string
    words: string
    left: string
    late: string
    no: string
    waiting: string
    waitingUntil: string
    handOver: string
  }
  facts: Record<
    | 'level'
    | 'status'
    | 'kind'
    | 'category'
    | 'place'
    | 'owner'
    | 'rung'
    | 'next'
    | 'named'
    | 'contact'
    | 'lead'
    | 'followers',
    string
  > & { none: string; unassessed: string; closesAlone: string; title: string }
  contact: Record<'masked' | 'none' | 'erased' | 'optedOut' | 'callMe' | 'sms' | 'noSms', string>
  /** `times`: the same reminder again and again, as one line. */
  history: { title: string; by: string; times: string }
  notices: {
    title: string
    none: string
    to: string
    /** By state: `{at}` when it was or will be. */
    states: Words
    /** Instead of « arrived », where no report came and time decided. */
    unconfirmed: string
    segments: string
    resent: string
    /** What all cost: `{sms}`, `{segments}`, `{amount}` in `{currency}`. */
    cost: string
  }
  actions: Record<'now' | 'others' | 'none' | 'over' | 'then' | 'optional' | 'choose', string>
  steps: Record<Step, { title: string; then: string; send: string; done: string }>
  /** What follows in some cases only. */
  also: {
    sms: string
    noSms: string
    followers: string
    quiet: string
    lower: string
    unname: string
    notThanks: string
    ordinary: string
    secondLead: string
    lastTry: string
    pauseUsed: string
    promiseAt: string
    promiseKept: string
    integrity: string
    protection: string
    newPromise: string
    noCall: string
  }
  fields: Record<
    | 'level'
    | 'category'
    | 'place'
    | 'suggestedPlaces'
    | 'kind'
    | 'someoneNamed'
    | 'named'
    | 'namedHint'
    | 'namedPerson'
    | 'namedPersonHint'
    | 'ofThePerson'
    | 'reason'
    | 'reasonLower'
    | 'reasonHint'
    | 'organisation'
    | 'body'
    | 'outcome'
    | 'answer'
    | 'answerHint'
    | 'done'
    | 'doneHint'
    | 'doneAt'
    | 'evaluation'
    | 'seenBy'
    | 'found'
    | 'did'
    | 'left'
    | 'question'
    | 'how'
    | 'reached'
    | 'reachedYes'
    | 'reachedNo'
    | 'reachedWrong'
    | 'reachedUnwanted'
    | 'number'
    | 'until'
    | 'untilHint'
    | 'waitingFor'
    | 'waitsComplainant'
    | 'waitsThird'
    | 'joinTo'
    | 'reply'
    | 'verdict'
    | 'verdictNone'
    | 'note'
    | 'lead'
    | 'leadHint'
    | 'readerLanguage'
    | 'noReader'
    | 'meaning'
    | 'meaningHint',
    string
  >
  preview: {
    ask: string
    title: string
    notSent: string
    one: string
    several: string
    ucs2: string
    changes: string
    tooLong: string
    again: string
  }
  trouble: {
    invalid: string
    refused: string
    stale: string
    staleLead: string
    keptHere: string
    keptApart: string
    /** By the code of the issue; `{field}` is the label of its field. */
    issues: Words & { other: string }
  }
  why: Record<Why, string>
  second: {
    title: string
    lower: string
    unname: string
    dismiss: string
    receipt: string
    mine: string
    yours: string
    rule: string
  }
  protection: { title: string; text: string; sheet: string }
  /** On a case that follows another, before the link to that one. */
  merged: string
  revealed: { title: string; text: string; again: string; none: string }
  gone: { title: string; text: string; back: string }
  sheet: {
    title: string
    lead: string
    to: string
    date: string
    reference: string
    level: string
    category: string
    received: string
    contact: string
    contactYes: string
    /** A number is kept, and the person does not want to be contacted. */
    contactNever: string
    contactNo: string
    words: string
    noWords: string
    receipt: string
    receiptLines: readonly string[]
    secrecy: string
    print: string
    back: string
  }
  trail: CaseTrailTexts
}
