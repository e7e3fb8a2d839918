import { describe, expect, onTestFinished, test } from 'vitest'
import { staffSms } from '../../../../core/notices/staff-sms.ts'
import { contextIn, withBrowser } from '../../../support/browser.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { atCase, filed } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const browser = await withBrowser()

type Seat = Awaited<ReturnType<typeof seatOf>>

/** The page of a case in a real browser, served by the console itself. */
async function inBrowser(seat: Seat, path: string) {
  const context = await contextIn(browser, { viewport: { width: 1280, height: 900 }, locale: 'fr' })
  onTestFinished(() => context.close())
  await context.route('**/*', async (route) => {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const fields = Object.fromEntries(new URLSearchParams(request.postData() ?? ''))
    const answer = await (request.method() === 'POST' ? seat.post(pathname, fields) : seat.get(pathname + search))
    const to = answer.headers.get('location')
    // A redirect that was fulfilled is not followed: the page it leads to is what comes back.
    const shown = to === null ? answer : await seat.get(to)
    const headers = Object.fromEntries(shown.headers)
    await route.fulfill({ status: shown.status, headers, body: await shown.text() })
  })
  const tab = await context.newPage()
  const errors: string[] = []
  tab.on('pageerror', ({ message }) => errors.push(message))
  await tab.goto(`https://jaabi.example${path}`)
  return { tab, errors }
}

async function desk(): Promise<{ jaabi: Jaabi; seat: Seat; reference: string }> {
  const jaabi = await newJaabi()
  const seat = await seatOf(jaabi, await jaabi.person('Aïssata T.', { role: 'focal-point' }))
  const reference = await filed(jaabi)
  await atCase(seat, reference).does('assess', { level: 'N1', namedPerson: '' })
  return { jaabi, seat, reference }
}

describe('while an answer is written', () => {
  test('its SMS stands below as the server would make it, whatever is typed, and is sent in one step', async () => {
    const { jaabi, seat, reference } = await desk()
    const { tab, errors } = await inBrowser(seat, `/console/cases/${reference}`)
    const form = tab.locator('#geste-answer')
    await form.locator('summary').click()
    const live = form.locator('[data-live]')
    expect(await live.isVisible()).toBe(false)
    for (const [outcome, text, template] of [
      ['resolved', 'C’est réglé, très bientôt « gratuit »', 'answer'],
      ['refused', 'Trop tard !', 'refused'],
      ['resolved', 'ߒߞߏ مرحبا 👍', 'answer'],
      ['partly', ' Deux\nlignes et un € {} $& \t œuf. ', 'answer'],
    ] as const) {
      await form.locator('select').selectOption(outcome)
      await form.locator('textarea').fill(text)
      const { result, segments } = staffSms(jaabi.programme.messages, { language: 'fr', reference }, template, text)
      expect(await live.locator('[data-part=sms]').textContent()).toBe(result)
      expect(await live.locator('[data-part=size]').textContent()).toMatch(new RegExp(`^${segments}\\sSMS`))
    }
    expect(await live.locator('[data-part=changes]').textContent()).toContain('œ → oe')
    expect(await live.locator('[data-part=ucs2]').isVisible()).toBe(false)
    expect(await live.textContent()).toContain('Le prix d’un SMS n’est pas renseigné')
    await form.locator('textarea').fill('Le CSCom a remboursé.\nMerci')
    await live.getByRole('button', { name: 'Répondre' }).click()
    await tab.waitForSelector('.flash')
    expect(await tab.textContent('.flash')).toContain('Réponse enregistrée')
    expect((await jaabi.saidIn(reference)).at(-1)?.words).toBe('Le CSCom a remboursé.\nMerci')
    expect(errors).toEqual([])
  })

  test('before the outcome is chosen there is a button all the same: pressed, it asks for the outcome and keeps the text', async () => {
    const { seat, reference } = await desk()
    const { tab } = await inBrowser(seat, `/console/cases/${reference}`)
    const form = tab.locator('#geste-answer')
    await form.locator('summary').click()
    await form.locator('textarea').fill('Le CSCom a remboursé.')
    await form.getByRole('button').click()
    expect(await form.locator('select').evaluate((one: HTMLSelectElement) => one.validity.valueMissing)).toBe(true)
    expect(await form.locator('textarea').inputValue()).toBe('Le CSCom a remboursé.')
    await form.locator('select').selectOption('resolved')
    expect(await form.locator('button:visible').allInnerTexts()).toEqual(['Répondre', 'Enregistrer et suivant'])
  })

  test('over two SMS it warns and cannot be sent', async () => {
    const { seat, reference } = await desk()
    const { tab } = await inBrowser(seat, `/console/cases/${reference}`)
    const form = tab.locator('#geste-answer')
    await form.locator('summary').click()
    await form.locator('select').selectOption('resolved')
    await form.locator('textarea').fill('x'.repeat(400))
    expect(await form.locator('[data-part=long]').isVisible()).toBe(true)
    expect(await form.getByRole('button', { name: 'Répondre' }).isDisabled()).toBe(true)
    await form.locator('textarea').fill('x')
    expect(await form.locator('[data-part=long]').isVisible()).toBe(false)
    expect(await form.getByRole('button', { name: 'Répondre' }).isDisabled()).toBe(false)
  })

  test('a day off shows the delay message with the day it will name, and putting off takes it as shown', async () => {
    const { jaabi, seat, reference } = await desk()
    const { tab } = await inBrowser(seat, `/console/cases/${reference}`)
    const form = tab.locator('#geste-extend')
    await form.locator('summary').click()
    // 26 June 2027 is a Saturday.
    await form.locator('input[type=date]').fill('2027-06-26')
    expect(await form.locator('[data-part=sms]').textContent()).toBe(
      `Jaabi ${reference}: il nous faut plus de temps, pardon. Votre message n'est pas perdu. Des nouvelles au plus tard le 28/06.`,
    )
    await form.locator('textarea').fill('le stock tarde')
    await form.locator('[data-live]').locator('button[value=send]').click()
    await tab.waitForSelector('.flash')
    expect((await jaabi.caseOf(reference)).promisedAt).toBe('2027-06-28T14:00:00.000Z')
  })
})

test('a page that shows another SMS than the one typed sends nothing', async () => {
  const { jaabi, seat, reference } = await desk()
  const { page } = await atCase(seat, reference).open()
  const sent = await atCase(seat, reference).send(
    'answer',
    { outcome: 'resolved', answer: 'Deux', previewed: `Jaabi ${reference}: Un. Le problème est-il réglé?` },
    page,
  )
  expect(sent.status).toBe(200)
  expect((await jaabi.caseOf(reference)).status).toBe('assessed')
})
