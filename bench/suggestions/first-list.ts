import { readFileSync } from 'node:fs'
import { type Lexicon, readList, type Rule } from '../../core/routing/lexicon.ts'
import type { TermGroups } from '../../core/routing/term-finder.ts'
import { lexicon } from '../../programme/lexicon.ts'
import type { Read } from './measure.ts'

const { terms, rules } = JSON.parse(readFileSync(new URL('first-list.json', import.meta.url), 'utf8')) as {
  terms: TermGroups
  rules: readonly Rule[]
}

/** The list of words as it stood at commit 4e07b51, kept to measure against; it knew no danger and no kind. */
const first: Lexicon = { ...lexicon, terms, rules, dangers: [], kinds: [], idle: [], common: [] }

export const firstList: Read = (text) => {
  const { codes } = readList(text, first)
  const harm = codes.find(({ code }) => first.sensitive.includes(code))
  return { category: (harm ?? codes[0])?.code ?? null, sensitive: harm !== undefined, level: null, kind: null }
}
