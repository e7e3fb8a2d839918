import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Page } from 'playwright-core'
import { startJaabi } from './jaabi.ts'
import { sitDown } from './sit-down.ts'

/** `npm run keystrokes`: what the tasks of a day cost in keys and clicks, counted while they are done, into docs/console.md. */
const port = Number(process.env['PORT'] ?? 8098)
const file = fileURLToPath(new URL('../../docs/console.md', import.meta.url))
const marks = ['<!-- keystrokes -->', '<!-- /keystrokes -->'] as const

const state = mkdtempSync(join(tmpdir(), 'jaabi-keystrokes-'))
const jaabi = await startJaabi({
  port,
  state,
  onGone: (error) => {
    throw error
  },
})
const { base } = jaabi
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  ignoreDefaultArgs: ['--headless'],
  args: ['--headless=shell', '--no-sandbox', '--disable-dev-shm-usage'],
})

/** Each is about a place and a subject of its own, so that the form stands filled in; nobody said them. */
const places = ['Ansongo', 'Gao', 'Bourem', 'Ménaka']
const subjects = [
  'il manque des médicaments au centre de santé',
  'le centre de santé est fermé depuis lundi',
  'on nous fait payer la consultation au CSCom',
]
const config = (await (await fetch(`${base}/local/config`)).json()) as Record<'gateway' | 'gatewayToken', string>
for (let at = 0; at < 12; at++) {
  const text = `À ${places[at % places.length] ?? ''} ${subjects[at % subjects.length] ?? ''}, message ${String(at)}`
  const sms = { id: `key-${String(at)}`, from: `+223700001${String(at).padStart(2, '0')}`, to: '36000' }
  await fetch(`${base}/gateways/${config.gateway}/${config.gatewayToken}/sms`, {
    method: 'POST',
    body: new URLSearchParams({ ...sms, text, date: '', linkId: '' }),
  })
}

/** Counts what a person does. Words typed into a field are theirs and not counted. */
function hands(page: Page) {
  let count = 0
  return {
    count: () => count,
    async key(name: string): Promise<void> {
      count += 1
      await page.keyboard.press(name)
    },
    async click(what: string): Promise<void> {
      count += 1
      await page.locator(what).first().click()
    },
    async choose(what: string, value: string): Promise<void> {
      count += 2
      await page.locator(what).first().selectOption(value)
    },
  }
}

type Task = (page: Page, hand: ReturnType<typeof hands>) => Promise<void>
const saved = (page: Page, from: string) => page.waitForURL((url) => url.href !== from && url.search.includes('fait='))

/** Opens the first with the keyboard, and goes on with one key a case: each form is as it was filled in. */
const triage =
  (cases: number): Task =>
  async (page, hand) => {
    await hand.key('j')
    await hand.key('Enter')
    await page.waitForURL(/\/cases\//)
    for (let done = 0; done < cases; done++) {
      const at = page.url()
      await hand.key('s')
      await saved(page, at)
    }
  }

/** Slips of one box, after one another: the place they were found in is kept from slip to slip. */
const slips =
  (count: number): Task =>
  async (page, hand) => {
    await hand.choose('[name=source]', 'boite-cscom-ansongo')
    for (let done = 0; done < count; done++) {
      await page.locator('#text').fill(`Le centre manque de lits, feuille ${String(done)}`)
      await hand.key('Control+Enter')
      await page.waitForURL(/\/nouvelle\/\d{10}/)
      await page.locator('#encore:focus').waitFor()
      await hand.key('Enter')
      await page.waitForURL(/\/nouvelle$/)
    }
  }

/** `before`: the same done at build 4e07b51, each in its shortest way; null where it could not be done. */
interface Measured {
  label: string
  at: string
  before: number | null
  task: Task
  person?: string
}
const tasks: readonly Measured[] = [
  { label: 'triage one', at: '/console/inbox?new', before: 3, task: triage(1) },
  { label: 'ten triaged, each as proposed', at: '/console/inbox?new', before: 48, task: triage(10) },
  {
    label: 'answer one, besides the words',
    at: '/console/inbox?unassigned',
    before: 5,
    task: async (page, hand) => {
      await hand.click('a[data-case]')
      await page.waitForURL(/\/cases\//)
      await hand.click('#geste-answer > summary')
      await hand.choose('#answer-outcome', 'resolved')
      await page.locator('#answer-answer').fill('Le centre de santé a reçu les médicaments.')
      const at = page.url()
      await hand.click('#geste-answer [data-live] button[value=next]')
      await saved(page, at)
    },
  },
  {
    label: 'five cases given to one organisation',
    at: '/console/inbox?unassigned',
    before: 28,
    task: async (page, hand) => {
      const boxes = page.locator('input[name=d]')
      for (let at = 0; at < 5; at++) await hand.click(`tbody tr:nth-child(${String(at + 1)}) input[name=d]`)
      if ((await boxes.count()) < 5) throw new Error('fewer than five cases')
      await hand.click('#ensemble button[value=assign]')
      await hand.choose('select[name=organisation]', 'ong-sante-gao')
      await hand.click('form.together .button')
      await page.waitForURL(/\/ensemble\/assign/)
    },
  },
  { label: '23 slips of one box, besides the words', at: '/console/nouvelle', before: 48, task: slips(23) },
  {
    label: 'a region’s figures of the month',
    at: '/console/accueil',
    before: 1,
    person: 'regional-cluster-gao',
    task: async (page, hand) => {
      await hand.click('nav a[href$="/chiffres"]')
      await page.waitForURL(/\/chiffres/)
    },
  },
  {
    label: '« the fee thing in Ansongo two weeks ago », besides the words',
    at: '/console',
    before: null,
    task: async (page, hand) => {
      const later = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advance":"P14D"}' }
      await fetch(`${base}/local/clock`, later)
      await hand.key('/')
      await page.keyboard.type('the fee thing in Ansongo two weeks ago')
      await hand.key('Enter')
      await page.waitForURL(/\/recherche\?du=/)
      await hand.click('[data-case]')
      await page.waitForURL(/\/cases\//)
    },
  },
]

const lines: string[] = []
for (const { label, at, before, task, person = 'focal-point' } of tasks) {
  const page = await sitDown(person, { browser, base })
  await page.goto(base + at)
  const hand = hands(page)
  await task(page, hand)
  lines.push(`| ${label} | ${String(hand.count())} | ${before === null ? '–' : String(before)} |`)
  await page.context().close()
}
const table = ['| task | keys and clicks | at 4e07b51 |', '| --- | --- | --- |', ...lines].join('\n')
const text = readFileSync(file, 'utf8')
const [before = ''] = text.split(marks[0])
const after = text.split(marks[1])[1] ?? ''
writeFileSync(file, `${before}${marks[0]}\n\n${table}\n\n${marks[1]}${after}`)
console.log(table)
await browser.close()
await jaabi.stop()
rmSync(state, { recursive: true, force: true })
