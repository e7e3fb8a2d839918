import type { InLanguage } from '../../core/language.ts'
import type { PointTexts } from '../points.ts'
import type { PublicQuestions } from '../question-texts.ts'

/**
 * Every text of the public pages in one language; `languages/` holds them. Braces are filled in by the page:
 * `{date}`, `{number}`, `{code}`, `{days}`.
 */
export interface PublicSections {
  /** `draft`: beside the name of a language whose speakers have not checked it. */
  site: Record<
    'name' | 'tagline' | 'skip' | 'write' | 'follow' | 'elsewhere' | 'poster' | 'menu' | 'languages' | 'draft',
    string
  >
  footer: { notEmergency: string; help: string; emergency: string; privacy: string }
  /** Twelve, and the first day of a month as it is said. */
  months: readonly string[]
  firstDay: string
  form: {
    title: string
    lead: string
    danger: { title: string; text: string; link: string }
    promises: { line: string; title: string; intro: string; thanks: string; urgent: string; late: string }
    know: { link: string; title: string; points: readonly { title: string; text: string }[] }
    formTitle: string
    kind: { label: string; options: Record<OfferedKind, { label: string }> }
    abuse: { text: string; link: string }
    integrity: { title: string; text: string; promise: string }
    text: { label: string; hint: string }
    place: { label: string; hint: string; region: string; noRegion: string }
    consent: {
      label: string
      hint: string
      options: Record<'sms' | 'call-woman' | 'call-man' | 'call' | 'none', string>
    }
    phone: { label: string; hint: string }
    language: string
    notSaid: string
    /** A hint says whom it is about, or what it is for. */
    questions: PublicQuestions<'N'>
    send: string
  }
  /** `title` where something is to mend, `unsent` where it is nobody's mistake. */
  problems: { title: string; unsent: string } & Record<Problem, string>
  sensitive: {
    title: string
    lead: string
    violence: { title: string; text: string; link: string }
    money: { title: string; text: string; link: string; send: string }
    dropped: string
    back: string
  }
  protection: {
    title: string
    lead: string
    notEmergency: string
    emergency: string
    notSaid: string
    place: { label: string; hint: string }
    /** The first is asked before the place. */
    questions: PublicQuestions<'S2'>
    call: { label: string; hint: string; no: string; woman: string; man: string }
    phone: { label: string; hint: string }
    after: string
    send: string
  }
  /** `{place}`: a line of its own place; `women`: a woman can be asked for. */
  care: { title: string; lead: string; receipt: string; women: string }
  leave: { label: string; text: string; href: string; history: string }
  receipt: {
    title: string
    lead: string
    thanks: string
    short: string
    number: string
    writeDown: string
    next: string
    promised: string
    /** Asked once the message is safe; the questions are those of the form. */
    about: {
      title: string
      lead: string
      place: string
      region: string
      send: string
      noted: string
      late: { title: string; text: string }
    }
    follow: { title: string; web: string; ussd: string; sms: string; link: string }
    anyone: string
    another: string
    protection: { title: string; lead: string; next: readonly string[] }
  }
  followUp: {
    title: string
    lead: string
    label: string
    hint: string
    send: string
    stages: Record<'received' | 'in-hand' | 'answered', string>
    state: { done: string; now: string; coming: string }
    heading: string
    received: string
    promised: string
    answered: string
    answer: string
    noAnswerHere: string
    appeal: string
    neverText: string
    unknown: { title: string; text: string }
    tooMany: { title: string; text: string }
  }
  poster: {
    title: string
    lead: string
    how: string
    sms: { title: string; text: string }
    ussd: { title: string; text: string }
    web: { title: string; text: string }
    call: { title: string; text: string; recall: string }
    missed: { title: string; text: string }
    face: { title: string; text: string; line: string }
    free: string
    promises: {
      title: string
      points: readonly string[]
      span: Record<'question' | 'complaint' | 'suggestion', string>
    }
    never: { title: string; points: readonly string[] }
    danger: { title: string; text: string; key: string; keyNote: string }
    print: string
    /** To whoever prints: what nobody has set yet, and is therefore left out. */
    unset: {
      title: string
      none: string
      ways: Record<
        'ussdCode' | 'smsShortCode' | 'helpNumber' | 'callBackNumber' | 'webAddress' | 'emergencyNumber' | 'freeSms',
        string
      >
      whom: string
    }
    byHand: string
    strip: string
  }
  /** Green lines, boxes and desks. */
  points: PointTexts
  elsewhere: Record<'title' | 'lead' | 'everywhere' | 'regions' | 'none' | 'number', string>
  notFound: { title: string; text: string; home: string; follow: string }
  /** Something broke behind the page. */
  trouble: { title: string; text: string }
}

export type PublicTexts = PublicSections & InLanguage

/** What the form offers; `abus` leads to a page of its own. */
export type OfferedKind = 'complaint' | 'question' | 'suggestion' | 'thanks' | 'abus'

/** What can be wrong with what was typed; `too-many` and `unavailable` are nobody's mistake. */
export type Problem =
  | 'text-missing'
  | 'text-too-long'
  | 'place-too-long'
  | 'consent-missing'
  | 'phone-missing'
  | 'phone-unreadable'
  | 'call-phone-missing'
  | 'phone-abroad'
  | 'reference-missing'
  | 'too-many'
  | 'unavailable'

/** `2027-03-12` as « 12 mars 2027 ». */
export function spellDay(on: string, texts: PublicTexts): string {
  const [year = '', month = '', day = ''] = on.split('-')
  const name = texts.months[Number(month) - 1] ?? month
  return `${day === '01' ? texts.firstDay : String(Number(day))}\u00a0${name}\u00a0${year}`
}
