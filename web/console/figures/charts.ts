import { html } from 'hono/html'
import type { Colour } from '../../../core/figures/indicators.ts'
import type { Html } from '../../html.ts'

/** A sign for each colour, more of it the better: what is printed grey or seen without colour says the same. */
export const signs: Record<Colour, string> = { green: '●', yellow: '◕', orange: '◑', red: '○' }

/** How wide lines and dots are apart, by colour: drawn once, used by every bar of the page. */
const patterns: Record<Colour, Html> = {
  green: html`<rect width="8" height="8" />`,
  yellow: html`<rect width="8" height="8" class="half" /><path d="M0 8L8 0" />`,
  orange: html`<rect width="8" height="8" class="half" /><path d="M0 8L8 0M0 0L8 8" />`,
  red: html`<rect width="8" height="8" class="half" /><circle cx="4" cy="4" r="1.6" />`,
}
export const chartPatterns: Html = html`<svg class="visually-hidden" aria-hidden="true" focusable="false">
  <defs>
    ${(Object.keys(patterns) as Colour[]).map(
      (colour) =>
        html`<pattern id="motif-${colour}" class="ccpm-${colour}" width="8" height="8" patternUnits="userSpaceOnUse">
          ${patterns[colour]}
        </pattern>`,
    )}
  </defs>
</svg>`

const hundredth = (share: number): string => String(Math.round(share * 1000) / 10)

/** A share on its scale, with the limits between the colours. What is not certain is drawn open. */
export function gauge({ low, high }: { low: number; high: number }, colour: Colour | null, said: string): Html {
  const fill = colour ? `url(#motif-${colour})` : 'currentColor'
  return html`<svg class="gauge" viewBox="0 0 100 9" preserveAspectRatio="none" role="img" aria-label="${said}">
    <rect class="track" y="1" width="100" height="7" />
    <rect y="1" width="${hundredth(low)}" height="7" fill="${fill}" />
    ${high > low && html`<rect class="open" x="${hundredth(low)}" y="1" width="${hundredth(high - low)}" height="7" />`}
    <path class="limits" d="M25 0V9M50 0V9M75 0V9" />
  </svg>`
}

/** A length beside others. */
export const bar = (part: number, said: string): Html =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${said}">
    <rect class="track" width="100" height="8" />
    <rect class="part" width="${hundredth(part)}" height="8" />
  </svg>`
