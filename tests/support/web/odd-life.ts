import type { Page } from 'playwright-core'
import { consoleDesk } from './console-desk.ts'
import { asShown, oddWords } from './odd-words.ts'
import type { withRunningJaabi } from './running.ts'
import { trapOn } from './trap.ts'

const water = { level: 'N1', category: 'SAN-QUAL', place: 'cod-2021 ML0703' }
const [script = '', breakout = '', , , svg = '', link = ''] = oddWords
/** What fits the plain letters of an SMS and its two segments. */
export const inSms = `${script} {reference} [x] $& &lt;b&gt;`
/** All of it in one text, as one would in a note. */
export const everything = oddWords.join('\n')
export const visible = asShown(everything)
export const names = oddWords.map((typed) => typed.trim().slice(0, 120).trim())

export const phone = (number: number): string => `+223700000${String(number).padStart(2, '0')}`
export const numberIn = (page: string): string =>
  /\d{4}[\s\u00a0]?\d{4}[\s\u00a0]?\d{2}(?!\d)/.exec(page)?.[0].replaceAll(/\D/g, '') ?? ''

/** Odd words through every door, and the work of a day on them. `happens` once; `practised` by somebody who plays. */
export function oddLife({ base, says, dials, sitDown }: Awaited<ReturnType<typeof withRunningJaabi>>) {
  const sms = (): Promise<[string, string][]> =>
    Promise.all(oddWords.map(async (typed, index) => [await says(phone(index), typed), typed] as [string, string]))

  /** The words, then: never contact me, no place, no more about me. */
  const keypad = (): Promise<[string, string][]> =>
    Promise.all(
      oddWords.map(async (typed, index) => {
        let screen = ''
        for (const text of ['', '1', `1*${typed}`, `1*${typed}*4`, `1*${typed}*4*1`, `1*${typed}*4*1*1`])
          screen = await dials(phone(40 + index), `odd-${String(index)}`, text)
        return [numberIn(screen), typed] as [string, string]
      }),
    )

  const posted = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${base}/plainte`, { method: 'POST', body: new URLSearchParams({ consent: 'none', ...fields }) })
  const web = (): Promise<[string, string][]> =>
    Promise.all(
      oddWords.map(async (typed, index) => {
        const answer = await posted({ text: typed, requestId: `odd-${String(index)}` })
        return [numberIn((await answer.text()).replace(/.*<h1/s, '')), typed] as [string, string]
      }),
    )

  /** What staff write down for somebody. */
  async function writtenDown(page: Page): Promise<[string, string][]> {
    const long = `${everything}\n${'très long '.repeat(1900)}`.slice(0, 20_000)
    const found: [string, string][] = []
    for (const typed of [everything, long]) {
      await page.goto(`${base}/console/nouvelle`)
      await page.fill('#text', typed)
      await page.check('[name="channel"][value="face"]')
      await page.click('.send button')
      await page.waitForURL(/\/nouvelle\/\d{10}$/)
      found.push([page.url().slice(-10), typed])
    }
    return found
  }

  /** What each case was opened with. */
  const said = new Map<string, string>()
  /** The cases that somebody worked on, by what was done. */
  const noted: Record<string, string> = {}
  const preview: string[] = []

  async function workedOn(page: Page): Promise<void> {
    const desk = consoleDesk(page, base)
    const [answered = '', dismissed = '', referred = '', waiting = ''] = said.keys()
    Object.assign(noted, { answered, dismissed, referred, waiting })
    for (const reference of [answered, referred, waiting]) {
      await desk.open(reference)
      await desk.takes('assess', water)
      await desk.takes('note', { text: everything })
    }
    // What nobody can read may be sensitive: it is assessed before anybody puts it aside.
    await desk.open(dismissed)
    await desk.takes('assess', water)
    await desk.takes('dismiss', { reason: everything.slice(0, 1900) })
    await desk.open(answered)
    await desk.takes('reveal-contact', { reason: breakout })
    await desk.open(answered)
    await desk.takes('answer', { outcome: 'information', answer: inSms })
    await page.locator('.flash.done').waitFor()
    await desk.open(waiting)
    await desk.takes('extend', { reason: svg })
    await desk.takes('wait', { for: 'third-party', reason: link })
    await desk.open(referred)
    await desk.takes('refer', { to: 'cluster-eha' })
    const cluster = await sitDown('partner-cluster-eha')
    const there = consoleDesk(cluster, base)
    await there.open(referred)
    await there.takes('refuse', { reason: breakout })
    await cluster.context().close()
  }

  /** What only the pairs read: words about integrity, and the number a mandated body gave its receipt. */
  async function guarded(): Promise<void> {
    noted['integrity'] = numberIn(await (await posted({ kind: 'integrity', text: everything })).text())
    const reference = numberIn(await (await posted({ kind: 'protection', danger: 'no' })).text())
    noted['protection'] = reference
    const page = await sitDown('protection')
    const desk = consoleDesk(page, base, '/console/protection')
    await desk.open(reference)
    await desk.takes('assess', { level: 'S2', category: 'PRO-ENF' })
    const body = page.locator('form[action$="/refer"] select option:not([value=""])').first()
    await desk.takes('refer', { to: (await body.getAttribute('value')) ?? '' })
    await desk.takes('receipt', { number: script })
    await page.locator('.flash.done').waitFor()
    await page.context().close()
  }

  /** Organisations with every odd name at once, out of a spreadsheet, and people with some of them. */
  async function named(page: Page): Promise<void> {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
    const rows = names.flatMap((name) => [
      [name, 'Santé', 'Gao'],
      ['CROIX', name, 'Gao'],
      ['CROIX', 'Santé', name],
    ])
    const csv = [['Organisation', 'Secteur', 'Région'], ...rows].map((row) => row.map(cell).join(';')).join('\r\n')
    await page.goto(`${base}/console/annuaire/presence`)
    await page.setInputFiles('[name="file"]', { name: '3w.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.check('[name="adds"]')
    await page.click('form[action$="/apercu"] button')
    await page.locator('form[action$="/appliquer"]').first().waitFor()
    preview.push(...(await trapOn(page, base).sprung()))
    await page.click('form[action$="/appliquer"] button')
    await page.locator('.flash.done').waitFor()
    for (const [index, name] of [script, breakout, svg].entries()) {
      await page.goto(`${base}/console/annuaire/personnes/nouvelle`)
      await page.fill('#person-id', `odd-${String(index)}`)
      await page.fill('#person-name', name)
      await page.selectOption('#person-role', 'focal-point')
      await page.check('#person-languages')
      await page.click('#person button')
      await page.locator('.flash.done').waitFor()
    }
  }

  /** Playing, too, somebody writes. */
  async function practised(page: Page): Promise<void> {
    await page.goto(`${base}/console/exercice/jeu`)
    await page.click('button[value="start"]')
    // The first page says what to do now; the cases are in the inbox.
    await page.goto(`${base}/console/exercice`)
    await page.locator('a[data-case]').first().click()
    await consoleDesk(page, base, '/console/exercice' as '/console').takes('note', { text: everything })
    await page.locator('.flash.done').waitFor()
    await page.goto(`${base}/console`)
  }

  async function happens(): Promise<void> {
    const page = await sitDown('focal-point')
    for (const part of [await sms(), await keypad(), await web(), await writtenDown(page)])
      for (const [reference, typed] of part) said.set(reference, typed)
    await workedOn(page)
    await page.context().close()
    await guarded()
    const administrator = await sitDown('administrator')
    await named(administrator)
    await administrator.context().close()
  }

  return { said, noted, preview, happens, practised }
}
