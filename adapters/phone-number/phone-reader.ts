import { parsePhoneNumberFromString, type CountryCode, type MetadataJson } from 'libphonenumber-js/core'

/** Whose national numbers we can read without a country code; `metadata` holds that country only. */
export interface PhonePlan {
  country: CountryCode
  metadata: MetadataJson
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
export function phoneReader({ country, metadata }: PhonePlan): (written: string) => string | null {
  const ownCode = Object.entries(metadata.country_calling_codes).find(([, countries]) =>
    countries.includes(country),
  )?.[0]
  return (written) => {
    const dialled = dial(written)
    if (!/^\+?\d+$/.test(dialled)) return null
    const own = parsePhoneNumberFromString(dialled, { defaultCountry: country, extract: false }, metadata)
    if (own?.isPossible()) return own.number
    const [, prefix, digits] = /^(\+|00)?([1-9]\d{6,14})$/.exec(dialled) ?? []
    if (digits === undefined || (prefix === undefined && digits.length < internationalDigits)) return null
    return ownCode !== undefined && digits.startsWith(ownCode) ? null : `+${digits}`
  }
}
