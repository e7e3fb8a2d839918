import { describe, expect, onTestFinished, test } from 'vitest'
import { consoleTexts } from '../../../support/console/texts.ts'
import { inboxBody } from '../../../../web/console/inbox/page.ts'
import { consoleScript } from '../../../../web/console/script.ts'
import { consoleStyle } from '../../../../web/console/style.ts'
import { contextIn, withBrowser } from '../../../support/browser.ts'
import { morning, row, view, views } from '../../../support/web/inbox-samples.ts'

const browser = await withBrowser()
const site = 'https://console.example'
const rows = morning.map((one, at) => row({ ...one, href: `/console/cases/${at}` }))
const list = view({ rows, next: '/console/inbox?next=x' })

/** The list in a browser of its own, as the server sends it: what else is asked for is an empty page. */
async function opened({ script = true, shown = list, width = 1280 } = {}) {
  const context = await contextIn(browser, { viewport: { width, height: 740 }, javaScriptEnabled: script })
  onTestFinished(() => context.close())
  const body = String(await inboxBody(shown, consoleTexts.fr))
  const page = `<!doctype html><html lang="fr"><link rel="stylesheet" href="${consoleStyle.href}"><script src="${consoleScript.href}" defer></script><main>${body}</main>`
  const files: Record<string, { contentType: string; body: string }> = {
    '/console': { contentType: 'text/html; charset=utf-8', body: page },
    [consoleScript.path]: { contentType: consoleScript.type, body: consoleScript.body },
    [consoleStyle.path]: { contentType: consoleStyle.type, body: consoleStyle.body },
  }
  await context.route('**/*', (route) =>
    route.fulfill(files[new URL(route.request().url()).pathname] ?? { contentType: 'text/html', body: '<p>' }),
  )
  const tab = await context.newPage()
  const errors: string[] = []
  tab.on('pageerror', ({ message }) => errors.push(message))
  await tab.goto(`${site}/console`)
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await tab.keyboard.press(key)
  }
  const focused = () => tab.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id)
  const path = () => new URL(tab.url()).pathname + new URL(tab.url()).search
  return { tab, press, focused, path, errors }
}

describe('triage by keyboard', () => {
  test('J and K go from case to case and stop at the ends, Enter opens', async () => {
    const { tab, press, focused, path, errors } = await opened()
    await press('j')
    expect(await focused()).toBe('/console/cases/0')
    await press('j', 'j', 'k')
    expect(await focused()).toBe('/console/cases/1')
    await press('k', 'k', 'k')
    expect(await focused()).toBe('/console/cases/0')
    await press(...Array.from({ length: 20 }, () => 'j'))
    expect(await focused()).toBe('/console/cases/7')
    await press('Enter')
    await tab.waitForURL('**/cases/7')
    expect(path()).toBe('/console/cases/7')
    expect(errors).toEqual([])
  })
  test('the arrows go from case to case once one is chosen, and scroll before', async () => {
    const { press, focused } = await opened()
    await press('ArrowDown')
    expect(await focused()).toBe('')
    await press('j', 'ArrowDown', 'ArrowDown', 'ArrowUp')
    expect(await focused()).toBe('/console/cases/1')
  })
  test('N turns the page, / looks for a number, and what is typed there stays text', async () => {
    const { tab, press, focused, path } = await opened()
    await press('/', 'j', '4', '/')
    expect(await focused()).toBe('q')
    expect(await tab.inputValue('#q')).toBe('j4/')
    await tab.locator('h1').click()
    await press('n')
    await tab.waitForURL('**/inbox?next=x')
    expect(path()).toBe('/console/inbox?next=x')
  })
  test('? helps, Escape closes; keys of the browser stay its own', async () => {
    const { tab, press, focused } = await opened()
    await press('?')
    expect(await tab.isVisible('dialog#clavier')).toBe(true)
    await press('Escape')
    expect(await tab.isVisible('dialog#clavier')).toBe(false)
    await press('Control+j')
    expect(await focused()).not.toContain('/cases/')
  })
  test('single letters can be switched off, and stay off on this device', async () => {
    const { tab, press, focused } = await opened()
    await tab.click('#clavier-ouvre')
    await tab.uncheck('#clavier-actif')
    await press('Escape')
    await tab.reload()
    await press('j', '?')
    expect(await focused()).not.toContain('/cases/')
    expect(await tab.isVisible('dialog#clavier')).toBe(false)
    await tab.click('#clavier-ouvre')
    expect(await tab.isChecked('#clavier-actif')).toBe(false)
  })
})

test('without script everything is links, and no key is promised', async () => {
  const { tab } = await opened({ script: false })
  expect(await tab.isVisible('#clavier-ouvre')).toBe(false)
  await tab.click('a[data-case] >> nth=2')
  expect(new URL(tab.url()).pathname).toBe('/console/cases/2')
})

test.each(Object.keys(views))('on a small phone nothing is wider than the screen: %s', async (name) => {
  const { tab } = await opened({ width: 360, shown: views[name] ?? list })
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
