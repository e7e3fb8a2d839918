import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { signIn } from '../../../../infra/local/sit-down.ts'
import { startProfile } from '../../../support/browser.ts'
import { withRunningJaabi } from '../../../support/web/running.ts'

const jaabi = await withRunningJaabi()

/** A link to Jaabi that can be cut, for pages and workers alike. */
async function linkTo(port: number) {
  const open = new Set<Socket>()
  let up = true
  const server = createServer((near) => {
    open.add(near)
    near.on('error', () => undefined).on('close', () => open.delete(near))
    if (!up) return near.destroy()
    const far = connect(port, '127.0.0.1')
    far.on('error', () => near.destroy()).on('close', () => near.destroy())
    near.pipe(far).pipe(near)
    return near.on('close', () => far.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.close()
  })
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(): void {
      up = false
      for (const socket of open) socket.destroy()
    },
    mend(): void {
      up = true
    },
  }
}

const link = await linkTo(Number(new URL(jaabi.base).port))
const form = `${link.base}/console/nouvelle`
const folder = mkdtempSync(join(tmpdir(), 'jaabi-profile-'))

/** The same browser, closed and opened again as often as wanted. */
async function opened(): Promise<{ context: BrowserContext; tab: Page }> {
  const context = await startProfile(folder, { viewport: { width: 360, height: 740 } })
  const [tab = await context.newPage()] = context.pages()
  return { context, tab }
}
async function writes(tab: Page, words: string): Promise<void> {
  await tab.fill('#text', words)
  await tab.check('[name=channel][value=face]')
  await tab.click('.send .button')
}
const kept = (tab: Page) => tab.evaluate(() => JSON.stringify(Object.entries(localStorage)))

test('reloaded without a link, three entries, the browser closed and opened, the link back: three numbers, none twice', async () => {
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const first = await opened()
  await signIn(first.tab, 'relay', jaabi.base)
  await first.tab.goto(form)
  await first.tab.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // A cercle somebody chose: its villages are there without a link too.
  const choosesGolea = async (): Promise<void> => {
    await first.tab.fill('#place', 'Ansongo (cercle, Gao)')
    await first.tab.locator('#place').blur()
    await first.tab.focus('#place')
    await first.tab.waitForSelector('text=160 de ce cercle sont connus')
    await first.tab.fill('#place', 'golea')
    await first.tab.waitForSelector('[role=option] >> text=Golea (localité, Bourra, Ansongo, Gao)')
  }
  await choosesGolea()
  link.cut()
  await first.tab.reload()
  await first.tab.waitForSelector('[data-keeps=some]:not([hidden])')
  expect(await first.tab.locator('#attente[data-offline]').count()).toBe(1)
  // Nothing of a person lies in the copy.
  expect(await first.tab.locator('.who').count()).toBe(0)
  expect(await first.tab.inputValue('#requestId, [name=requestId]')).toMatch(/^[0-9a-f-]{36}$/)
  await choosesGolea()
  await first.tab.fill('#place', '')
  const words = ['Le puits est à sec', 'Le moulin est cassé', 'La route est coupée']
  for (const [index, one] of words.entries()) {
    await writes(first.tab, one)
    await first.tab.waitForSelector(index === 0 ? 'text=1 plainte attend' : `text=${index + 1} plaintes attendent`)
  }
  expect(await kept(first.tab)).not.toMatch(/puits|moulin|route/)
  await first.context.close()

  const second = await opened()
  await second.tab.goto(form)
  await second.tab.waitForSelector('text=3 plaintes attendent')
  // Whoever sits down next, or steals the device, reads nothing.
  expect(await second.tab.textContent('main')).not.toMatch(/puits|moulin|route/)
  link.mend()
  await signIn(second.tab, 'relay', jaabi.base)
  await second.tab.goto(form)
  await second.tab.waitForSelector('.waiting .sent li:nth-child(3)')
  await second.tab.reload()
  const numbers = await second.tab.locator('.own ol > li > b').allTextContents()
  expect(new Set(numbers).size).toBe(3)
  expect(numbers).toHaveLength(3)
  const desk = await jaabi.sitDown('focal-point')
  await expect.poll(async () => { await desk.reload(); return desk.locator('a[data-case]').count() }).toBe(3) // prettier-ignore
  // The numbers lie as the slips do, whatever order the browser kept them in.
  for (const [at, number] of numbers.entries()) {
    await desk.goto(`${jaabi.base}/console/cases/${number.replaceAll(/\D/g, '')}`)
    expect(await desk.locator('blockquote').first().textContent()).toContain(words[at])
  }
  await desk.context().close()

  // Opened by its address while there is a link, the copy makes way for the page.
  await second.tab.goto(`${form}/hors-ligne`)
  await second.tab.waitForURL(form)
  await second.tab.waitForSelector('.own')

  // Signing out takes the copy away: nobody writes under a name that has left.
  await second.tab.click('details.who summary')
  await second.tab.click('form[data-unsent] button >> nth=0')
  await second.tab.waitForURL('**/console/sortie')
  await expect.poll(() => second.tab.evaluate(async () => [...(await caches.keys()), ...Object.keys(localStorage)])).toEqual([]) // prettier-ignore
  await second.context.close()
})
