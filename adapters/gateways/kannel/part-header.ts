import type { Message } from '../../../core/channel/message.ts'

/** The two headers that number the parts of a long SMS (3GPP TS 23.040, 9.2.3.24): how long the reference is, in octets. */
const referenceOctets: Readonly<Record<number, number>> = { 0x00: 1, 0x08: 2 }

/**
 * Kannel joins the parts of a long SMS itself and gives the header, `%u`, only where it waited in vain for some. Each that
 * came then comes by itself. Null where the header says something else, or nothing that can be.
 */
export function partOf(header: string): Message['part'] {
  const octets = [...Buffer.from(header, 'latin1')]
  for (let at = 1; at + 1 < octets.length;) {
    const [kind = -1, length = 0] = octets.slice(at, at + 2)
    const data = octets.slice(at + 2, at + 2 + length)
    const reference = referenceOctets[kind]
    if (reference !== undefined && data.length === reference + 2) {
      const [total = 0, part = 0] = data.slice(reference)
      const possible = total > 1 && part >= 1 && part <= total
      return possible ? { of: Buffer.from(data.slice(0, reference)).toString('hex'), at: part, total } : null
    }
    at += 2 + length
  }
  return null
}
