import type { Browser, Page } from 'playwright-core'
import { absences, pictures, publicPictures } from './console-picture-list.ts'
import { sitDown } from '../sit-down.ts'
import { telling } from './telling.ts'

/** Made up, each about a place and a subject of its own; nobody said them. */
const messages = [
  'Au CSCom d’Ansongo on nous fait payer les médicaments des enfants',
  'Le centre de santé de Gao est fermé depuis lundi',
  'Pas de médicaments au centre de santé de Bourem',
  'On attend six heures au centre de santé de Gao sans consultation',
  'Il manque des médicaments au CSCom d’Ansongo',
  'Le centre de santé est fermé à Bourem',
  'On nous fait payer la consultation au centre de santé de Gao',
] as const

/** What the pictures show: cases new, handed out, handed out and answered; one of danger. By name, their references. */
async function tell(browser: Browser, base: string): Promise<ReadonlyMap<string, string>> {
  const { ask, hears, fills, says: saysFrom } = await telling(base)
  let count = 0
  const says = async (text: string): Promise<void> => {
    count += 1
    await saysFrom(text, count)
  }
  const waits = (advance: string) =>
    ask('/local/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance }),
    })

  const focal = await sitDown('focal-point', { browser, base, locale: 'fr-FR' })
  const step = (name: string) => focal.locator(`form[action$="/${name}"]`)
  const sends = async (name: string): Promise<void> => {
    await step(name).locator('button[value="send"]:visible, button[value="preview"]:visible').first().click()
    await focal.locator('.flash').waitFor()
  }
  const unfold = async (name: string): Promise<void> => {
    const away = step(name).locator('xpath=ancestor::details[not(@open)]')
    for (let left = await away.count(); left > 0; left = await away.count())
      await away.first().locator('summary').first().click()
  }
  const unread = async (): Promise<string[]> => {
    await focal.goto(`${base}/console?new`)
    return focal.$$eval('a[data-case]', (all) => all.map((one) => one.getAttribute('href') ?? ''))
  }
  const assess = async (path: string): Promise<string> => {
    await focal.goto(base + path)
    // Whatever the words suggest today, the story goes on.
    const levels = step('assess').locator('[name="level"]')
    if ((await levels.and(focal.locator(':checked')).count()) === 0)
      await levels.and(focal.locator('[value="N1"]')).check()
    await sends('assess')
    return new URL(path, base).pathname.split('/').at(-1) ?? ''
  }

  for (const text of messages) await says(text)
  const first: string[] = []
  for (const path of await unread()) first.push(await assess(path))
  const [answered = '', ...others] = first
  for (const reference of others.slice(0, 4)) {
    await focal.goto(`${base}/console/cases/${reference}`)
    await unfold('assign')
    await step('assign').locator('[name="organisation"]').selectOption('ong-sante-gao')
    await sends('assign')
  }
  await focal.goto(`${base}/console/cases/${answered}`)
  await unfold('answer')
  const outcome = step('answer').locator('[name="outcome"]')
  await outcome.selectOption('resolved')
  await step('answer').locator('[name="answer"]').fill('Le centre a été visité : la gratuité est de nouveau affichée.')
  await sends('answer')
  await waits('P9D')
  for (const text of messages.slice(0, 6)) await says(`Bonjour. ${text}`)
  for (const text of ['', '4', '4*1', '4*1*2', '4*1*2*1', '4*1*2*1*1', '4*1*2*1*1*1', '4*1*2*1*1*1*1']) {
    const call = { sessionId: 'picture', phoneNumber: '+22370000099', serviceCode: '*384#', networkCode: '', text }
    if ((await (await hears('ussd', call)).text()).startsWith('END')) break
  }
  const [left = '', ...more] = await unread()
  for (const path of more.slice(0, 2)) await assess(path)
  const guarded = {
    kind: 'integrity',
    text: 'Un agent demande de l’argent pour donner un lit.',
    consent: 'none',
    requestId: 'p',
  }
  const noted = await (await fills(guarded)).text()
  const integrity = /\d{4}\u00a0\d{4}\u00a0\d{2}/.exec(noted)?.[0].replaceAll(/\D/g, '') ?? ''
  // Somebody without credit rings, to be called back.
  await hears('voice', { isActive: '1', sessionId: 'picture-call', callerNumber: '+22370000090' })
  await waits('PT5H')
  // Whoever is to replace somebody must be in the directory: ready-made people are once they have signed in.
  await (await sitDown('coordinator', { browser, base, locale: 'fr-FR' })).context().close()
  const { now } = (await (await ask('/local/config')).json()) as { now: string }
  await focal.goto(`${base}/console${absences}`)
  for (const day of ['fromOn', 'untilOn']) await focal.fill(`[name="${day}"]`, now.slice(0, 10))
  await focal.selectOption('[name="deputy"]', 'coordinator')
  await focal.click('form[action$="/absences"] button')
  await focal.locator('.flash').waitFor()
  await focal.context().close()

  const protection = await sitDown('protection', { browser, base, locale: 'fr-FR' })
  const danger = await protection.locator('a[data-case]').first().getAttribute('href')
  await protection.context().close()
  const last = (path: string): string => path.split('/').at(-1) ?? ''
  return new Map([
    ['new', last(left)],
    ['answered', answered],
    ['assigned', others[0] ?? ''],
    ['danger', last(danger ?? '')],
    ['integrity', integrity],
  ])
}

/** Every page of the console with something on it, as those see it who work there; `door`: a small window of somebody who has not signed in. */
export async function takeConsolePictures(
  { browser, base, door }: { browser: Browser; base: string; door: Page },
  keep: (png: Buffer, name: string) => void,
): Promise<void> {
  await door.goto(`${base}/console`)
  keep(await door.screenshot(), 'console-sign-in-360')
  const cases = await tell(browser, base)
  const filled = (path: string): string => path.replace(/\{(\w+)\}/, (_, of: string) => cases.get(of) ?? '')
  for (const [person, own] of Map.groupBy(pictures, (picture) => picture.person)) {
    const page = await sitDown(person, { browser, base, locale: 'fr-FR' })
    for (const { name, path, height = 1000, dark, english, width, before, then } of own) {
      await before?.(page, base)
      const address = new URL(`/console${filled(path)}`, base)
      address.searchParams.set('langue', english ? 'en' : 'fr')
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      for (const wide of width ? [width] : ([360, 1280] as const)) {
        await page.setViewportSize({ width: wide, height: 600 })
        await page.context().setOffline(false)
        await page.goto(address.href)
        await then?.(page)
        await page.evaluate(() => {
          window.scrollTo(0, 0)
        })
        const tall = await page.evaluate(() => document.documentElement.scrollHeight)
        await page.setViewportSize({ width: wide, height: Math.min(tall, height) })
        keep(await page.screenshot(), `console-${name}-${String(wide)}`)
      }
    }
    await page.context().close()
  }
  // Last: whoever follows a case is told by it.
  for (const { name, path } of publicPictures) {
    await door.goto(base + filled(path))
    await door.setViewportSize({ width: 360, height: 900 })
    keep(await door.screenshot(), `public-${name}-360`)
  }
}
