import type { Page } from 'playwright-core'

declare global {
  interface Window {
    __pwned?: number
  }
}

/**
 * Catches what a page must never do with somebody's words: ask, fail, run, break its policy, call elsewhere. `sprung`: everything so far,
 * and what stands in the page and its frames as they are now.
 */
export function trapOn(page: Page, base: string): { sprung: () => Promise<string[]> } {
  const caught: string[] = []
  page.on('dialog', (dialog) => {
    caught.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => caught.push(`error: ${message}`))
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) caught.push(line.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) caught.push(`request: ${request.url()}`)
  })
  return {
    sprung: async () => {
      // A frame that just loads again is looked at as it comes.
      const looks = page.frames().map((frame) => frame.evaluate(amiss).catch(() => frame.evaluate(amiss)))
      const standing = (await Promise.all(looks)).flat()
      return [...caught, ...standing].map((one) => `${page.url()}: ${one}`)
    },
  }
}

/** Runs in the browser: what stands in a page that none of ours has. */
function amiss(): string[] {
  const all = [...document.querySelectorAll('*')]
  const handlers = all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')))
  const made = all.filter((one) => one.classList.contains('xss')).map((one) => one.outerHTML)
  const run = [...document.querySelectorAll('[href], [action], [src], [formaction]')].filter((one) =>
    ['href', 'action', 'src', 'formaction'].some((name) =>
      /^\s*(javascript|vbscript):/i.test(one.getAttribute(name) ?? ''),
    ),
  )
  const ran = window.__pwned === undefined ? [] : [`ran: ${String(window.__pwned)}`]
  return [...handlers, ...made, ...run.map((one) => one.outerHTML), ...ran]
}
