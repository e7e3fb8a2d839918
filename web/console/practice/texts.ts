import type { Common } from '../frame/common.ts'
import type { GuideStep } from '../help/texts.ts'

/** Whom one may play; « -2 » is the second of a pair. */
export const practiceParts = [
  'focal-point',
  'deputy',
  'regional-cluster',
  'partner',
  'coordinator',
  'authority',
  'integrity',
  'integrity-2',
  'protection',
  'protection-2',
] as const
export type PracticePart = (typeof practiceParts)[number]

/** Days one may let pass at once. */
export const timeSteps = [1, 3, 7, 15] as const

/** Characters of what a made-up person may write: four SMS. */
export const longestSms = 600

/** What an SMS of the person did. */
export type Outcome =
  | 'verdict'
  | 'joined'
  | 'opened'
  | 'repeated'
  | 'replied'
  | 'appealed'
  | 'caller'
  | 'stopped'
  | 'started'
  | 'language'
  | 'refused'

/** Practice on made-up cases, marked on every page. */
export interface PracticeTexts {
  /** Before every title. */
  mark: string
  /** `{day}` in `today`: which day it is, where somebody let time pass. */
  banner: { label: string; text: string; playing: string; today: string; change: string; leave: string }
  title: string
  lead: string
  rules: readonly string[]
  /** `{organisation}`: the one that the part of the partner plays. */
  exercises: { title: string; lead: string; begin: string; play: string; list: readonly Exercise[] }
  parts: Record<PracticePart, { name: string; tries: string }>
  choose: string
  start: string
  play: string
  startOver: string
  again: string
  /** `{day}`: when they go by themselves. */
  againHint: string
  back: string
  time: { title: string; lead: string; here: string; most: string }
  phone: {
    /** `{count}` */
    title: string
    none: string
    /** `{template}`, `{day}`, `{time}` */
    at: string
    later: string
    one: string
    several: string
    /** `{day}`, `{time}`, `{what}` */
    said: string
    /** `{reference}` in `opened` and `repeated`. */
    outcomes: Record<Outcome, string>
    play: string
    asks: Record<'verdict' | 'question' | 'nothing', string>
    scores: readonly [one: string, two: string, three: string]
    text: string
    textHint: string
    send: string
    silent: string
    note: string
  }
}

/** One thing to try, and the list it begins on. */
export interface Exercise extends GuideStep {
  title: string
}

/** The texts of these pages. */
export type PracticeWords = Common & { practice: PracticeTexts }
