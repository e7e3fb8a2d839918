import { chainOf, type Languages } from '../core/language.ts'
import type { PublicationTexts } from '../core/notices/publication.ts'
import { french } from './fr/language.ts'
import { publicationsFr } from './fr/publications.ts'
import { complete, type Stock, textsIn } from './stock.ts'

/** What there is for the topics, one line a language. */
export const publicationsStock: readonly Stock<PublicationTexts>[] = [complete(french, publicationsFr)]

/** What the topics are told: a team reads one language together, the programme's first. */
export const publicationsFor = (languages: Languages): PublicationTexts =>
  textsIn(publicationsStock, chainOf(languages, languages[0].code))
