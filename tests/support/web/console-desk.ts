import type { Frame, Locator, Page } from 'playwright-core'

/** What somebody does at the console in a browser, on a page or in its frame, by what they see: open a case, fill in the form of a step, send it. */
export function consoleDesk(page: Page | Frame, base: string, door: '/console' | '/console/protection' = '/console') {
  const [whole, shown] = 'page' in page ? [page.page(), page] : [page, page.mainFrame()]
  const form = (step: string): Locator => page.locator(`form[action$="/${step}"]`)

  /** What is put away is opened first, as a person would click it. */
  async function unfold(step: string): Promise<void> {
    const details = form(step).locator('xpath=ancestor::details[not(@open)]')
    for (let left = await details.count(); left > 0; left = await details.count())
      await details.first().locator('summary').first().click()
  }

  async function fill(step: string, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const field = form(step).locator(`[name="${name}"]`)
      const radio = form(step).locator(`[type="radio"][name="${name}"][value=${JSON.stringify(value)}]`)
      if ((await radio.count()) > 0) await radio.check()
      else if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value)
      else await field.fill(value)
    }
  }

  /** Presses a button and waits for what the server makes of it, so that whatever comes next is on the page that follows. */
  async function send(button: Locator): Promise<void> {
    const answered = whole.waitForEvent('framenavigated', (frame) => frame === shown)
    await button.click()
    await answered
    await page.waitForLoadState()
  }

  return {
    open: (reference: string) => page.goto(`${base}${door}/cases/${reference}`),
    /** Fills in a step of the case on the page and sends it; an SMS that is shown first is sent as it was shown. */
    async takes(step: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
      await unfold(step)
      await fill(step, fields)
      await send(form(step).locator('button[value="send"]:visible, button[value="preview"]:visible').first())
      const sends = page.locator(`form[action$="/${step}"] .buttons[data-plain] button[value="send"]`)
      if ((await page.locator('#apercu').count()) > 0 && (await sends.isVisible())) await send(sends)
    },
    /** What the page says was done, or why it was not. */
    said: async (): Promise<string> => (await page.locator('.flash, .problems, .warn').first().innerText()).trim(),
    history: (text: string | RegExp) => page.locator('main', { hasText: text }).first().waitFor(),
    steps: () =>
      page.$$eval('details.act form', (all) => all.map((one) => one.getAttribute('action')?.split('/').at(-1))),
  }
}
