/** Signatures and fields of a ZIP file's directory, all of them little-endian (APPNOTE 6.3.10, 4.3.12 to 4.3.16 and 4.5.3). */
const endOfDirectory = 0x06054b50
const entryOfDirectory = 0x02014b50
const endLength = 22
const entryLength = 46
const longestComment = 0xffff
/** Stands for a number that is too large for its field. */
const elsewhere16 = 0xffff
const elsewhere32 = 0xffffffff
const largeSizes = 1

/**
 * How many bytes the entries of a ZIP file say they unpack to, together, without unpacking any. Infinity where one does not say: an entry that
 * claims nothing and holds something, or more entries than a plain directory counts. Null where there is no whole directory.
 */
export function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endLength
  const first = Math.max(0, end - longestComment)
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end--
  if (end < first) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (entries === elsewhere16 || at === elsewhere32) return Infinity
  let sum = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entryOfDirectory) return null
    const [packed, name, extra, comment] = [view.getUint32(at + 20, true), ...[28, 30, 32].map((field) => view.getUint16(at + field, true))] as [number, number, number, number] // prettier-ignore
    const next = at + entryLength + name + extra + comment
    if (next > bytes.length) return null
    const said = view.getUint32(at + 24, true)
    const size = said === elsewhere32 ? largeSize(view, at + entryLength + name, extra) : said
    // Two bytes are what nothing at all packs to.
    sum += size === 0 && packed > 2 ? Infinity : size
    at = next
  }
  return sum
}

/** The size that stands in an entry's own field for large numbers, the first one there. */
function largeSize(view: DataView, from: number, length: number): number {
  for (let at = from; at + 12 <= from + length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === largeSizes) return Number(view.getBigUint64(at + 4, true))
  return Infinity
}
