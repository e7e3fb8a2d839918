import { describe, expect, test } from 'vitest'
import { palettePng } from '../../../../infra/local/pictures/palette-png.ts'
import { withBrowser } from '../../../support/browser.ts'

const browser = await withBrowser()

/** What a browser makes of a picture: four numbers a pixel. */
async function painted(png: Buffer): Promise<number[]> {
  const page = await browser.newPage()
  const pixels = await page.evaluate(
    async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const paper = canvas.getContext('2d')
      paper?.drawImage(image, 0, 0)
      return [...(paper?.getImageData(0, 0, image.width, image.height).data ?? [])]
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return pixels
}

async function pictureOf(body: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 120, height: 60 } })
  await page.setContent(`<body style="margin:0">${body}`)
  const png = await page.screenshot()
  await page.close()
  return png
}

describe('a picture in 256 colours', () => {
  test('looks to a browser as it did where it has no more colours than that, and weighs less', async () => {
    const plain = await pictureOf('<p style="color:#123456;background:#fedcba">Dossier 4829</p><hr>')
    const small = palettePng(plain)
    expect(await painted(small)).toEqual(await painted(plain))
    expect(small.length).toBeLessThan(plain.length)
    expect(small[25]).toBe(3)
  })

  test('takes for every other colour one near it', async () => {
    const plain = await pictureOf('<div style="height:60px;background:linear-gradient(90deg,red,lime,blue)">')
    const [before, after] = [await painted(plain), await painted(palettePng(plain))]
    expect(after).toHaveLength(before.length)
    expect(Math.max(...before.map((value, index) => Math.abs(value - (after[index] ?? 0))))).toBeLessThan(24)
  })

  test('is refused of a picture that is not 8-bit RGB', async () => {
    const plain = Buffer.from(await pictureOf('a'))
    plain[25] = 6
    expect(() => palettePng(plain)).toThrow('only 8-bit RGB')
  })
})
