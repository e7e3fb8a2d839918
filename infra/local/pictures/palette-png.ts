import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = 8
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = signature; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

/** PNG 12.9 (Paeth): whichever neighbour is nearest to left + above − upper left. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** Undoes the row filters of 8-bit RGB: three bytes a pixel, no filter bytes. */
function pixelsOf(raw: Buffer, width: number, height: number): Buffer {
  const row = width * 3
  const pixels = Buffer.alloc(row * height)
  const predict = [
    () => 0,
    (left: number) => left,
    (_: number, above: number) => above,
    (left: number, above: number) => (left + above) >> 1,
    paeth,
  ]
  for (let y = 0; y < height; y++) {
    const filter = predict[raw[y * (row + 1)] ?? 0] ?? (() => 0)
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const left = x < 3 ? 0 : (pixels[at - 3] ?? 0)
      const above = y === 0 ? 0 : (pixels[at - row] ?? 0)
      const corner = x < 3 || y === 0 ? 0 : (pixels[at - row - 3] ?? 0)
      pixels[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + filter(left, above, corner)
    }
  }
  return pixels
}

/** The 256 colours used most, and for any other the nearest of them. */
function paletteOf(pixels: Buffer): { colours: number[]; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const colours = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour) // prettier-ignore
  const known = new Map(colours.map((colour, index) => [colour, index]))
  const distance = (a: number, b: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0)
  const nearest = (colour: number): number =>
    colours.reduce(
      (best, one, index) => (distance(one, colour) < distance(colours[best] ?? 0, colour) ? index : best),
      0,
    )
  return {
    colours,
    indexOf: (colour) => {
      const index = known.get(colour) ?? nearest(colour)
      known.set(colour, index)
      return index
    },
  }
}

/** The same picture (8-bit RGB, as a browser takes it) with 256 colours: a third of the size for pages of flat colour. */
export function palettePng(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = Buffer.from(chunks.find(({ type }) => type === 'IHDR')?.data ?? [])
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  if (header[8] !== 8 || header[9] !== 2) throw new Error('only 8-bit RGB without transparency')
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const pixels = pixelsOf(inflateSync(packed), width, height)
  const { colours, indexOf } = paletteOf(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(pixels.readUIntBE((y * width + x) * 3, 3))
  header[9] = 3
  const palette = Buffer.alloc(colours.length * 3)
  colours.forEach((colour, index) => palette.writeUIntBE(colour, index * 3, 3))
  return Buffer.concat([
    png.subarray(0, signature),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
