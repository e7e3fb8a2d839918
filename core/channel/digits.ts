/** Zeros of the digits phones in the Sahel may write: Arabic-Indic, its eastern form, N'Ko, full width. */
const zeros = [0x660, 0x6f0, 0x7c0, 0xff10]

/** The same text with every digit written 0–9. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
