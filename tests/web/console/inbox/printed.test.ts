import { describe, expect, test } from 'vitest'
import { contextIn, withBrowser } from '../../../support/browser.ts'
import { consoleTexts } from '../../../support/console/texts.ts'
import { everything, morning, now, row, view } from '../../../support/web/inbox-samples.ts'
import { inboxBody } from '../../../../web/console/inbox/page.ts'
import type { InboxView } from '../../../../web/console/inbox/view.ts'
import { consolePage } from '../../../../web/console/layout.ts'
import { consoleStyle } from '../../../../web/console/style.ts'

const browser = await withBrowser()
const texts = consoleTexts.fr

/** Every mark and every long name a row can carry, again and again. */
const cases = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const { reference } = row()
    return row({ ...morning[at % morning.length], reference, grouped: reference })
  })

/** A sheet of the list as it lies in the printer: A4 across without its margins, in CSS pixels. */
const sheet = { width: 1054, height: 726 }

/** How many sheets come out of the printer, what stands on them, and which places and people run out of their column. */
async function printed(over: Partial<InboxView>) {
  const context = await contextIn(browser, { viewport: sheet })
  const page = await context.newPage()
  const body = inboxBody(view({ chooses: { liste: '' }, ...over }), texts)
  const at = { now, utcOffsetMinutes: 0 }
  const who = { name: 'Aïssata Traoré', role: 'focal-point', csrf: 'csrf', base: '/console' } as const
  const whole = String(await consolePage({ texts, title: texts.inbox.title, here: 'inbox', at, ...who, body }))
  await page.setContent(whole.replace(/<link rel="stylesheet"[^>]*>/, `<style>${consoleStyle.body}</style>`))
  await page.emulateMedia({ media: 'print' })
  const text = (await page.innerText('body')).replaceAll('\u00a0', ' ')
  const cut = await page.$$eval(
    '.in-due small, .level, .in-about > span, .in-last *, .in-action > :last-child',
    (all) =>
      all
        .filter((one) => one.getBoundingClientRect().right > (one.parentElement?.getBoundingClientRect().right ?? 0))
        .map((one) => one.textContent),
  )
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await context.close()
  return { sheets: Number(/\/Count (\d+)/.exec(pdf)?.[1]), text, cut }
}

describe('on paper the list is a table, thirty cases a sheet', () => {
  test.each([
    [1, 1],
    [30, 1],
    [31, 2],
    [50, 2],
  ])('%i cases: %i', async (count, sheets) => {
    const rows = cases(count)
    const paper = await printed({ rows })
    expect(paper.sheets).toBe(sheets)
    for (const { grouped } of rows) expect(paper.text).toContain(grouped)
  })
  test('by when, how urgent, where, since when and whose turn is not cut off', async () => {
    expect((await printed({ rows: cases(30) })).cut).toEqual([])
  })
  test('words that were open stay at the desk; which part of the list it is, is said', async () => {
    const [first, ...others] = cases(30).map((one) => ({ ...one, level: null }))
    if (!first) throw new Error('no row')
    const read = { reference: first.reference, text: 'On nous fait payer.\nDepuis lundi.' }
    const paper = await printed({
      rows: [first, ...others],
      read,
      choice: { ...everything, range: 'late', traits: ['call'] },
    })
    expect(paper.sheets).toBe(1)
    expect(paper.text).not.toContain('On nous fait payer')
    expect(paper.text).toMatch(/En retard\s+✓?\s*À appeler/)
  })
  test('what is offered lies on a sheet before them', async () => {
    const offers = cases(3).map((one) => ({ row: one, requestId: 'request-1' }))
    const paper = await printed({ role: 'partner', rows: cases(30), offers })
    expect(paper.sheets).toBe(2)
    for (const { row } of offers) expect(paper.text).toContain(row.grouped)
  })
})
