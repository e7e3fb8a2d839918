/** How a text was written: Kannel's `%C` and `%c`. */
interface Written {
  charset: string
  coding: string
}

const ucs2 = '2'
const eightBit = '1'

/** UTF-8 where it is, else Latin-1, which takes any octet. */
function plainText(octets: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return new TextDecoder('latin1').decode(octets)
  }
}

/**
 * Octets, one a character, as the text they are. Kannel names UTF-16BE for what came as UCS-2, `8-BIT` for data, UTF-8 for
 * everything else. A long SMS of parts in both alphabets comes as UTF-8 with raw UTF-16 in it, told by octets that no text
 * has: `bad-encoding`, and the query is kept.
 */
export function readText(octets: string, { charset, coding }: Written = { charset: 'UTF-8', coding: '' }) {
  const bytes = Buffer.from(octets, 'latin1')
  if (coding === eightBit || charset.toUpperCase() === '8-BIT') return { text: plainText(bytes), flags: ['eight-bit'] }
  const wide = coding === ucs2 || /^utf-?16/i.test(charset)
  const text = new TextDecoder(wide ? 'utf-16be' : 'utf-8', { ignoreBOM: true }).decode(bytes)
  const broken = text.includes('\uFFFD') || (!wide && /[^\P{Cc}\t\n\r\f]/u.test(text))
  return { text, flags: broken ? ['bad-encoding'] : [] }
}
