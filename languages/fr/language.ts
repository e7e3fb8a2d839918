import type { Language } from '../stock.ts'

export const french: Language = { code: 'fr', name: 'Français', smsName: 'Francais' }
