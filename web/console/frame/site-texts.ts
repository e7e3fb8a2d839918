import type { Role } from '../../../core/case/actor.ts'

/** What is around every page of the console, its sign-in pages, and the pages that say why there is nothing to see. */
export interface SiteTexts {
  name: string
  console: string
  skip: string
  /** Going from case to case: `{reference}` is the one just left. */
  inList: Record<'next' | 'saveAndNext' | 'saved' | 'ended', string>
  /** While a place is typed: how many fit, that none does, and how many villages of its cercle can be typed too. */
  places: Record<'found' | 'none' | 'several' | 'ofCercle', string>
  menu: string
  /** On paper: when the page was printed; `{day}` and `{time}`. */
  printed: string
  /** Beside the name of a language that is not all there, or not checked yet. */
  draft: string
  /** The page that says what to do now. */
  start: string
  inbox: string
  search: string
  intake: string
  /** Who is in the pairs. */
  pairs: string
  /** The protection pair's list. */
  care: string
  figures: string
  directory: string
  /** Instead of the directory, for those to whom it shows their absences only. */
  absences: string
  help: string
  /** In the menu under one's name. */
  practice: string
  signOut: string
  signOutEverywhere: string
  /** Asked before signing out erases what waits for the link. */
  unsent: string
  roles: Record<Role, string>
  signIn: {
    title: string
    lead: string
    teams: { label: string; hint: string }
    restricted: { label: string; hint: string }
    publicPages: string
    problems: { title: string } & Record<SignInProblem, string>
  }
  signedOut: { title: string; text: string; again: string; provider: string }
  forged: { title: string; text: string; back: string }
  tooMuch: { title: string; text: string; back: string }
  notFound: { title: string; text: string; back: string }
  trouble: { title: string; text: string; back: string }
}

/**
 * Why somebody stands before the sign-in page again: the link was old or another one's (`link`), nobody in the directory has this
 * account (`unknown`), the role needs the other door (`restricted`), their organisation has no protocol yet (`protocol`), a seat in a pair is not confirmed or its training lapsed (`pair`), the provider does not answer (`provider`), the
 * session ended (`ended`), or did
 * while something was being typed (`typing`).
 */
export type SignInProblem = 'link' | 'unknown' | 'restricted' | 'protocol' | 'pair' | 'provider' | 'ended' | 'typing'
