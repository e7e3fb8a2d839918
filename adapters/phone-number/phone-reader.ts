/** Whose national numbers we can read without a country code; cut out of a library's metadata by the programme. */
export interface PhonePlan {
  /** After the plus: `223`. */
  callingCode: string
  /** Lengths of a national number, in digits. */
  lengths: readonly number[]
}

/** ASCII, Arabic-Indic, Persian, N'Ko and full-width: people and handsets write numbers in all of them. */
const zeros = ['0', '٠', '۰', '߀', '０'].map((zero) => zero.charCodeAt(0))
/** An unprefixed number this long carries a country code; shorter ones are national or short codes. */
const internationalDigits = 9

const asciiDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  const zero = zeros.find((first) => code >= first && code < first + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** Digits and a leading plus only, where the text is a written phone number; invisible marks, blanks and punctuation go. */
const dial = (written: string): string =>
  written
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/＋/gu, '+')
    .replace(/[\s\p{Cf}()./-]/gu, '')

/**
 * Reads a written number as E.164, or null when it is a name, a short code or no number at all.
 * Ranges are not checked: operators open new ones faster than libraries learn of them. A foreign number is accepted by its
 * shape alone (plus or `00` and 7 to 15 digits, or at least 9 digits without a prefix).
 */
export function phoneReader({ callingCode, lengths }: PhonePlan): (written: string) => string | null {
  const longest = Math.max(...lengths)

  /** The national part of a number of our own country. */
  function national(prefix: string, digits: string): string | null {
    const carriesCode = digits.startsWith(callingCode) && (prefix !== '' || digits.length > longest)
    if (prefix !== '' && !carriesCode) return null
    const own = carriesCode ? digits.slice(callingCode.length) : digits
    return lengths.includes(own.length) ? own : null
  }

  return (written) => {
    const [, prefix = '', digits = ''] = /^(\+|00(?=[1-9]))?(\d+)$/.exec(dial(written)) ?? []
    const own = national(prefix, digits)
    if (own !== null) return `+${callingCode}${own}`
    if (!/^[1-9]\d{6,14}$/.test(digits) || (prefix === '' && digits.length < internationalDigits)) return null
    return digits.startsWith(callingCode) ? null : `+${digits}`
  }
}
