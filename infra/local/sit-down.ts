import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { restrictedRoles } from './people.ts'

/** In a browser of their own somebody signs in to the console by a click; `person` is the id of one of the ready-made people (`people.ts`). */
export async function sitDown(
  person: string,
  { browser, base, ...options }: BrowserContextOptions & { browser: Browser; base: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  // Nothing here measures the machine, which may be slow or busy.
  context.setDefaultTimeout(0)
  const page = await context.newPage()
  await signIn(page, person, base)
  return page
}

/** Signs a ready-made person in on a page, by the click that stands for a password. */
export async function signIn(page: Page, person: string, base: string): Promise<void> {
  const restricted = restrictedRoles.some((role) => person.startsWith(role))
  const home = `${base}/console${person.startsWith('protection') ? '/protection' : ''}`
  // Wanting in and no more leads to what there is to do now; whoever sits down here begins at the list.
  await page.goto(`${home}/inbox`)
  await page.click(`a.button[href^="/console/connexion/${restricted ? 'restreint' : 'equipes'}"]`)
  await page.click(`button[name="personne"][value="${person}"]`)
  if (restricted) {
    await page.fill('[name="code"]', await page.innerText('#code-du-jour'))
    await page.click('button:has-text("Entrer")')
  }
  await page.waitForURL(`${home}/inbox`)
  await page.goto(home)
}
