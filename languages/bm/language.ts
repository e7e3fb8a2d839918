import type { Language } from '../stock.ts'

export const bambara: Language = { code: 'bm', name: 'Bamanankan', smsName: 'Bamanankan' }
