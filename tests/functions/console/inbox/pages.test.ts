import { describe, expect, test } from 'vitest'
import { filed, formIn, textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { phonesOf } from '../../../support/functions/phone.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const n1 = { level: 'N1', category: 'SAN-FRAIS', kind: 'complaint' }

const plain = (href = ''): string => href.replaceAll('&amp;', '&')
const nextIn = (page: string): string =>
  plain(/href="([^"]*)" rel="next"/.exec(page)?.[1] ?? /rel="next" href="([^"]*)"/.exec(page)?.[1])
const linksIn = (page: string): string[] =>
  [...page.matchAll(/href="([^"]*)" data-case/g)].map(([, href]) => plain(href))
const referenceIn = (href = ''): string => /\d{10}/.exec(href)?.[0] ?? ''
/** Where the page of a case leads back to. */
const backIn = (page: string): string => plain(/href="(\/console\/inbox[^"]*#d-\d{10})"/.exec(page)?.[1])

/** So many new cases, each due a minute after the one before, and a focal point who walks their list. */
async function crowded(count: number) {
  const jaabi = await newJaabi()
  await jaabi.person('aissata', { role: 'focal-point' })
  const references: string[] = []
  for (let at = 0; at < count; at += 1) {
    references.push(await filed(jaabi, { words: `Le puits numéro ${String(at)} est à sec` }))
    jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 60_000).toISOString()
  }
  await jaabi.drain()
  const seat = await seatOf(jaabi, 'aissata')
  const page = async (path: string) => (await seat.get(path)).text()
  return { jaabi, seat, page, references }
}

describe('a list of more than one page', async () => {
  const { jaabi, seat, page, references } = await crowded(105)
  const filter = '/console/inbox?new'

  test('is walked from its first page to its last, each case once and in order, and each page leads back to its beginning', async () => {
    const first = await page(filter)
    const second = await page(nextIn(first))
    const third = await page(nextIn(second))
    const pages = [first, second, third].map((one) => linksIn(one).map(referenceIn))
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 5])
    expect(pages.flat()).toEqual(references)
    expect(nextIn(third)).toBe('')
    for (const one of [second, third]) expect(one).toContain('href="/console/inbox?new">← Début de la liste')
    expect(first).not.toContain('Début de la liste')
  })

  test('the way back from a case of the second page is that page with its filter, and that case on it', async () => {
    const second = await page(nextIn(await page(filter)))
    const [link = ''] = linksIn(second).slice(20)
    const back = backIn(await page(link))
    expect(back).toBe(`${nextIn(await page(filter))}#d-${referenceIn(link)}`)
    expect(linksIn(await page(back)).map(referenceIn)).toEqual(references.slice(50, 100))
  })

  test('« suivant » from the last case of a page is the first of the next, and leads back to the page it stands on', async () => {
    const last = linksIn(await page('/console/inbox'))[49] ?? ''
    const opened = await page(last)
    const gone = (await seat.get(nextIn(opened))).headers.get('location') ?? ''
    expect(referenceIn(gone)).toBe(references[50])
    const back = backIn(await page(gone))
    expect(linksIn(await page(back)).map(referenceIn)[0]).toBe(references[50])
    // Further on it is the same page still.
    const after = (await seat.get(nextIn(await page(gone)))).headers.get('location') ?? ''
    expect(referenceIn(after)).toBe(references[51])
    expect(backIn(await page(after))).toBe(back.replace(/\d{10}$/, references[51] ?? ''))
  })

  test('« enregistrer et suivant » goes over the end of a page, with the filter, case by case', async () => {
    let at = await page(linksIn(await page(filter))[48] ?? '')
    for (const [reference, next] of [
      [references[48], references[49]],
      [references[49], references[50]],
      [references[50], references[51]],
    ] as const) {
      const form = { ...formIn(at, 'assess'), ...n1, go: 'next' }
      const to = (await seat.post(`/console/cases/${reference ?? ''}/assess`, form)).headers.get('location') ?? ''
      expect(referenceIn(to)).toBe(next)
      at = await page(to)
      expect(textOf(at)).toContain('c’est enregistré')
      await jaabi.drain()
      const back = backIn(at)
      expect(back).toContain('/console/inbox?new')
      expect(linksIn(await page(back)).map(referenceIn)).toContain(next)
    }
  })
})

test('whom to call comes in pages too: each once, back to the beginning, and nobody is said to be waited for by nobody', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('aissata', { role: 'focal-point' })
  const phones = phonesOf(jaabi)
  const ringing = Array.from({ length: 52 }, (_, at) => `+2237000${String(1000 + at)}`)
  for (const phone of ringing) await phones.rings(phone)
  const { get } = await seatOf(jaabi, 'aissata')
  const page = async (path: string) => (await get(path)).text()
  const first = await page('/console/appels')
  const second = await page(nextIn(first))
  const shown = [first, second].map((one) => linksIn(one).map(referenceIn))
  expect(shown.map(({ length }) => length)).toEqual([50, 2])
  expect(new Set(shown.flat()).size).toBe(52)
  expect(second).toContain('href="/console/appels">← Début de la liste')
  const [link = ''] = linksIn(second)
  expect(linksIn(await page(backIn(await page(link)))).map(referenceIn)).toContain(referenceIn(link))
  const far = '9999-12-31T00:00:00.000Z'
  const beyond = textOf(
    await page(`/console/appels?${new URLSearchParams({ next: `1#${far}#${far}#9999999999` }).toString()}`),
  )
  expect(beyond).not.toContain('Personne n’attend un appel')
  expect(beyond).toContain('plus personne à appeler après')
})
