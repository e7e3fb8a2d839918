import type { Early } from '../case/codes.ts'

/**
 * The SMS we send, by name, with what each needs. Dates are `dd/mm` strings. No template carries a category, a place, an
 * organisation or a person (design §5). Each fits one GSM-7 segment at its longest; `answer`, `refused` and `question`,
 * written by staff, may take two.
 */
export interface Templates {
  /** After an N message with consent to SMS. `followUp` is the USSD code, null while none is configured. */
  acknowledgement: { reference: string; date: string; followUp: string | null }
  /** Says nothing: possible S, S1. */
  acknowledgementShort: { reference: string }
  /** The words may mean a danger to life: no emergency service is here, and where to go now. The number only where one is confirmed. */
  acknowledgementDanger: { reference: string; date: string; emergencyNumber: string | null }
  /** Several ordinary messages of one phone within an hour, of those that have no SMS of their own; by the day of the news. */
  acknowledgementList: { days: readonly { date: string; references: readonly string[] }[] }
  /** Thanks: no date is promised. */
  acknowledgementThanks: { reference: string }
  /** RAPPEL or "I do not write": a person will call, by this date. */
  acknowledgementCall: { reference: string; date: string }
  /** More time is needed: a later day, given by people. */
  delay: { reference: string; date: string }
  /** A later day because offices are closed: a feast declared meanwhile. */
  closedDays: { reference: string; date: string }
  /** A later day because the person's own reply was waited for. */
  paused: { reference: string; date: string }
  /** The case went up before the promised day, and why; that day stands. */
  raised: { reference: string; date: string; because: Early }
  /** The promised day came without an answer and the case escalated; `date` is when it next would. */
  escalated: { reference: string; date: string }
  /** At the top of the ladder: still late, next news by `date`. */
  late: { reference: string; date: string }
  /** Offered to another organisation or cluster, which has not accepted yet. */
  transferred: { reference: string; date: string }
  /** A question written by staff; the answer is free text. */
  question: { reference: string; text: string }
  /** The answer, and 1/2/3. */
  answer: { reference: string; text: string }
  /** Cannot be done, with the reason and how to appeal. */
  refused: { reference: string; text: string }
  /** One reminder to say 1/2/3. */
  satisfactionReminder: { reference: string }
  reopened: { reference: string; date: string }
  closed: { reference: string; date: string }
  /** "3" again at the top: closed as *en désaccord*, and says so. */
  closedDisagreed: { reference: string; date: string }
  /** Ended because the person said so, or staff for them. */
  withdrawn: { reference: string }
  /** To « je retire » where nothing may be said: neither yes, nor what a case is about. */
  withdrawalNoted: Record<string, never>
  /** « Je retire » without a number. */
  withdrawHow: Record<string, never>
  thanksForVerdict: { reference: string }
  /** To a greeting, or the name of a language nobody here writes: what happened? */
  greeting: Record<string, never>
  /** Replies to commands. */
  help: { followUp: string | null; helpNumber: string | null }
  /** SUIVI n: the stage in the same three words at every level; `date` null for S or when nothing is promised. */
  stage: { reference: string; stage: 'received' | 'in-hand' | 'answered'; date: string | null }
  /** SUIVI n of an answered N case repeats the answer as its SMS read. */
  unknownReference: { helpNumber: string | null }
  /** `reference`: it was said of that case alone. */
  stopped: { reference: string | null; helpNumber: string | null }
  started: Record<string, never>
  /** A new message of somebody who sent STOP: once a day, why no answer comes. */
  silenced: Record<string, never>
  /** LANGUE x: those there are, to choose again. */
  language: { languages: readonly { code: string }[] }
  /** LANGUE and no language we have: those there are, by code and as their speakers call them. */
  languages: { languages: readonly { code: string; smsName: string }[] }
  /** RAPPEL: a person will call by this date; who may, 1 anyone, 2 a woman, 3 a man. */
  callWho: { reference: string; date: string }
  /** To the responsible person of an organisation: counts and link only. */
  reminder: { open: number; late: number; link: string | null }
  /** To whoever was invited to work with Jaabi: where to sign in, and with what. Nothing in it opens anything. */
  invitation: { link: string | null }
}
export type TemplateName = keyof Templates
export type Catalogue = { [Name in TemplateName]: (values: Templates[Name]) => string }
/**
 * Names of templates that were once stored under another word. A notice of then is read as today's, and the key of a notice
 * keeps the old word: under a new one the same SMS would leave twice (`docs/words.md`, words in stored items).
 */
const storedAs: Readonly<Record<string, string>> = {
  acknowledgement: 'receipt',
  acknowledgementShort: 'receiptShort',
  acknowledgementThanks: 'receiptThanks',
  acknowledgementCall: 'receiptCall',
  escalated: 'climbed',
  reminder: 'nudge',
}
const readAs = Object.fromEntries(Object.entries(storedAs).map(([name, stored]) => [stored, name]))

/** The word a template has in a key. */
export const inKey = (template: string): string => storedAs[template] ?? template
/** Today's name of a template, whatever it was stored under. */
export const fromStored = (template: string): string => readAs[template] ?? template

/** Templates that carry what staff wrote. */
export const carriesWords = (template: string): boolean => ['answer', 'refused', 'question'].includes(template)
