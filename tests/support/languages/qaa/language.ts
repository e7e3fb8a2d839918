import type { Language } from '../../../../languages/stock.ts'

/** An invented language, under one of the codes kept free for such: its texts are what they stand for, turned round. */
export const invented: Language = { code: 'qaa', name: 'Éguɐl', smsName: 'Eguel' }
