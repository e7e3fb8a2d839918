import type { Page } from 'playwright-core'

declare global {
  interface Window {
    __pwned?: number
  }
}

/**
 * Catches what a page must never do with somebody's words: ask, fail, run, break its policy, call elsewhere. `sprung`: everything so far,
 * and what stands in the page as it is now.
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
      const standing = await page.evaluate(() => {
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
      })
      return [...caught, ...standing].map((one) => `${page.url()}: ${one}`)
    },
  }
}
