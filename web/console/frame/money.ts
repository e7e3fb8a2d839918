import { microsPerUnit } from '../../../core/case/codes.ts'

/** An SMS costs parts of a cent. */
const decimals = 3

/** An amount as a language writes it, without its currency. */
export const amountInWords = (micros: number, language: string): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: micros % microsPerUnit === 0 ? 0 : decimals,
    maximumFractionDigits: decimals,
  }).format(micros / microsPerUnit)
