import type { Caller } from './message.ts'

/**
 * What an SMS asks for. Whatever is not plainly a command is somebody's voice: a long text that begins with AIDE or STOP
 * is a message. `reference` null: none was cited, or the digits were no reference.
 */
export type SmsIntent =
  /** AIDE, alone. */
  | { is: 'help' }
  /** SUIVI n, or n alone; `bare`: nothing but digits that are no reference; `wonders`: « c'est bon ? », which may be said of an answer. */
  | { is: 'follow-up'; reference: string | null; bare?: true; wonders?: true }
  /** APPEL n. */
  | { is: 'appeal'; reference: string | null }
  /** RAPPEL: somebody should call; `says`: when, how soon, a number stands beside it that must not be lost; `caller`: who, where it says so. */
  | { is: 'call-me'; reference: string | null; says: boolean; caller?: Caller }
  /** Nothing but who may call. */
  | { is: 'caller'; caller: Caller; says: boolean }
  /** STOP, or STOP n for one case; `mistyped`: a number stands beside it that is nearly one of ours, so that it is not all of them. */
  | { is: 'stop'; reference: string | null; mistyped?: true }
  | { is: 'start' }
  /** JE RETIRE n. */
  | { is: 'withdraw'; reference: string | null }
  /** LANGUE x, or the name alone (`bare`); null where we do not know x or none was named. */
  | { is: 'language'; language: string | null; bare?: true }
  /** 1 solved, 2 in part, 3 not; for the cited case, else the last delivered question. */
  | { is: 'verdict'; verdict: Verdict; reference: string | null }
  /** Only thanks or OK; `agrees`: it may say yes to something; `greets`: those words that greet as well. */
  | { is: 'thanks-only'; agrees?: true; greets?: string }
  /** Only a greeting, or only a language nobody here writes (`names`). `words`: those of our lists that it was said with. */
  | { is: 'greeting'; words: string; names?: true }
  /** A text that belongs to the case it cites, if there is such a case. */
  | { is: 'cites'; reference: string }
  | { is: 'voice' }
export type Verdict = 1 | 2 | 3
