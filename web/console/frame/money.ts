/** Amounts come in whole millionths of a currency (`core/case/codes.ts`). */
const microsPerUnit = 1_000_000
/** An SMS costs parts of a cent. */
const decimals = 3

/** An amount as a language writes it, without its currency. */
export const amountInWords = (micros: number, language: string): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: micros % microsPerUnit === 0 ? 0 : decimals,
    maximumFractionDigits: decimals,
  }).format(micros / microsPerUnit)
