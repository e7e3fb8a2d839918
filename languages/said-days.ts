import { type Languages, offeredOn } from '../core/language.ts'
import type { SaidDays } from '../core/lists/said-days.ts'
import { english } from './en/language.ts'
import { saidDaysEn } from './en/said-days.ts'
import { french } from './fr/language.ts'
import { saidDaysFr } from './fr/said-days.ts'

/** How days are said, one line a language. */
export const saidDaysStock = [
  { code: french.code, saidDays: saidDaysFr },
  { code: english.code, saidDays: saidDaysEn },
] as const

/** In every language staff work in: what somebody types need not be in that of the page. */
export const saidDaysFor = (languages: Languages): SaidDays[] => {
  const offered = offeredOn(languages, 'staff')
  return saidDaysStock.filter(({ code }) => offered.includes(code)).map(({ saidDays }) => saidDays)
}
