import { guessLanguage } from '../../../adapters/franc/language-guesser.ts'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { languagesReadOn } from '../../../core/directory/readers.ts'
import type { readCase } from '../../../core/operations/casework/read-case.ts'
import type { CaseChoices, CaseView } from '../../../web/console/case/view.ts'
import { languageName } from '../frame/language-name.ts'
import type { CaseScene } from './scene.ts'

type Seen = Pick<Awaited<ReturnType<typeof readCase>>, 'text' | 'lane' | 'steps' | 'meaning' | 'readerAsked'>

/** In which languages somebody can be asked; what the words look most like is proposed, no more. */
export async function readersFor({ text, steps }: Seen, scene: CaseScene): Promise<CaseChoices['readers']> {
  const { directory, needs, texts } = scene
  if (!steps.includes('ask-reader')) return { languages: [], guess: null }
  const codes = languagesReadOn(await directory.members(), dayOf(needs.programme.calendar, needs.now))
  const languages = codes.map((value) => ({ value, label: languageName(value, texts) }))
  return { languages, guess: text === null ? null : await guessLanguage(text, codes) }
}

/** What was asked of readers and what they said, with names. */
export async function readingIn(
  { meaning, lane, readerAsked: code }: Seen,
  { directory, texts }: CaseScene,
): Promise<Pick<CaseView, 'meaning' | 'readerAsked'>> {
  const named = (code: string) => languageName(code, texts)
  // Once somebody decided, nobody is asked any more.
  const readerAsked = lane === 'P' && code !== null ? named(code) : null
  if (!meaning) return { meaning, readerAsked }
  const { words, language, at, by } = meaning
  const who = by && ((await directory.member(by))?.name ?? by)
  return { meaning: { words, at, language: named(language), who }, readerAsked }
}
