import type { Language } from '../stock.ts'

export const english: Language = { code: 'en', name: 'English', smsName: 'English' }
