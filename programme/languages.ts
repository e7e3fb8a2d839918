import type { Languages } from '../core/language.ts'

/**
 * What is spoken in Mali and offered where, and whose texts stand in for what a language lacks. French first: it lacks nothing. What is
 * offered must exist in `languages/`.
 */
export const languages: Languages = [
  { code: 'fr', standIn: null, on: ['people', 'public', 'staff'] },
  { code: 'bm', standIn: 'fr', on: ['people'] },
  { code: 'en', standIn: 'fr', on: ['public', 'staff'] },
]
