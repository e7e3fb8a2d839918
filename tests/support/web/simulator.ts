import type { Frame, Page } from 'playwright-core'
import { simulatorFr } from '../../../languages/fr/simulator.ts'
import { consoleDesk } from './console-desk.ts'

/** What somebody does on the page of the simulator, by what they see: on the phone, and in the console that stands in a frame beside it. */
export function onSimulator(page: Page, base: string) {
  /** The console in the frame beside the phone. */
  function frame(): Frame {
    const found = page.frame({ name: 'desk' })
    if (!found) throw new Error('no desk beside the phone')
    return found
  }
  const row = (reference: string) =>
    frame().locator('tr', { has: frame().locator(`a[data-case][href$="${reference}"]`) })
  /** Keys pressed one by one, as on a phone without letters. */
  const press = async (digits: string): Promise<void> => {
    for (const digit of digits) await page.click(`[data-key="${digit}"]`)
  }

  return {
    frame,
    row,
    press,
    desk: (door?: '/console/protection') => consoleDesk(frame(), base, door),
    shows: (text: string | RegExp) => frame().locator('main', { hasText: text }).waitFor(),
    /** Sits somebody down by a click, by the code too where one is asked for, and waits for their console. */
    async seat(name: string): Promise<void> {
      const button = page.locator('[data-seat]', { hasText: name })
      if ((await button.count()) > 0) await button.click()
      else {
        await page.selectOption('#someone', { label: name })
        await page.getByRole('button', { name: simulatorFr.desk.sitButton, exact: true }).click()
      }
      const [code, seated] = [frame().locator('#code-du-jour'), frame().locator('.who summary', { hasText: name })]
      await code.or(seated).first().waitFor()
      if ((await code.count()) > 0) {
        await frame().fill('#code', (await code.textContent()) ?? '')
        await frame().click('button.button')
      }
      await seated.waitFor()
    },
    /** Opens a case of the list by its link. */
    async open(reference: string): Promise<void> {
      await row(reference).locator('a[data-case]').click()
      await frame().waitForURL((url) => url.pathname.endsWith(`/cases/${reference}`))
    },
    /** What the console answers in the frame at an address that no link leads to. */
    async statusAt(path: string): Promise<number> {
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.url() === base + path),
        page.locator('#desk').evaluate((desk, to) => {
          desk.setAttribute('src', to)
        }, path),
      ])
      return answer.status()
    },

    async sendSms(text: string): Promise<void> {
      await page.fill('#typed', text)
      await page.click('#soft-left')
      await page.locator('.bubble.mine', { hasText: text }).last().waitFor()
    },
    /** The number in the last SMS that came. */
    async receipt(): Promise<string> {
      const last = page.locator('.bubble:not(.mine)').last()
      await last.waitFor()
      return referenceIn(await last.textContent())
    },
    async answerScreen(key: string, next: string): Promise<void> {
      await press(key)
      await page.click('#soft-left')
      await page.locator('.ussd', { hasText: next }).waitFor()
    },
  }
}

export const referenceIn = (text: string | null): string => /No (\d{10})/.exec(text ?? '')?.[1] ?? ''
