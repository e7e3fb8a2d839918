import { expect, test } from 'vitest'
import { stylesheet } from '../../web/style.ts'

/** WCAG 2.2: relative luminance of `#rgb` or `#rrggbb`. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex
  const parts = [1, 3, 5].map((at) => parseInt(digits.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const tokensIn = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
const [light = '', dark = ''] = stylesheet.split(/@media \(prefers-color-scheme: ?dark\)/)
const themes = { light: tokensIn(light), dark: tokensIn(dark.split('@media')[0] ?? '') }

const text: [string, string][] = [
  ...['paper', 'card', 'tint', 'calm'].flatMap((ground): [string, string][] => [['ink', ground], ['soft', ground], ['indigo', ground]]),
  ['ochre', 'paper'], ['ochre', 'card'], ['done', 'paper'], ['done', 'card'], ['paper', 'done'], ['bad', 'card'], ['bad', 'paper'], ['bad', 'bad-tint'],
  ['on-button', 'button'], ['on-button', 'button-over'], ['on-deep', 'deep'], ['paper', 'ink'],
] // prettier-ignore

test.each(Object.entries(themes))(
  'text can be read in the %s theme (4.5 to 1), and edges seen (3 to 1)',
  (_, tokens) => {
    expect(Object.keys(tokens).length).toBeGreaterThan(18)
    const colour = (name: string): string => tokens[name] ?? 'missing'
    for (const [ink, ground] of text)
      expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['paper', 'card'])
      expect(contrast(colour('edge'), colour(ground)), `edge on ${ground}`).toBeGreaterThanOrEqual(3)
  },
)
