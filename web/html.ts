import { html } from 'hono/html'

/** A piece of HTML: what was put in is escaped. */
export type Html = ReturnType<typeof html>

/** Somebody speaks, and the word comes back. */
export const mark = html`<svg viewBox="0 0 40 40" aria-hidden="true">
  <path
    d="M5 4h21a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H13l-7 6v-6H5a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"
    fill="none"
    stroke="currentColor"
    stroke-width="2.6"
    stroke-linejoin="round"
  />
  <path d="M18 17h17a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4h-1v5l-6-5H18a4 4 0 0 1-4-4v-8a4 4 0 0 1 4-4z" fill="#d98a3d" />
  <path
    d="m21 25 4 4 7-8"
    fill="none"
    stroke="#1a2359"
    stroke-width="2.8"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`
