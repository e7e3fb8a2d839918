import { describe, expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { ansongo, atCase, filed, formIn, textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const n1 = { level: 'N1', category: 'SAN-FRAIS', kind: 'complaint' }

/** Three cases in the order of the list, and the focal point. */
async function morning(jaabi: Jaabi) {
  await jaabi.person('aissata', { role: 'focal-point' })
  const references: string[] = []
  for (const words of ['On demande 500 F au CSCom', 'Le puits est sec', 'La distribution est en retard']) {
    references.push(await filed(jaabi, { words }))
    jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 60_000).toISOString()
  }
  await jaabi.drain()
  const seat = await seatOf(jaabi, 'aissata')
  const page = async (path: string) => (await seat.get(path)).text()
  const [first = '', second = '', third = ''] = references
  return { seat, page, first, second, third }
}
/** The address of a case as the list links to it. */
const linkTo = (page: string, reference: string): string =>
  new RegExp(`href="(/console/cases/${reference}[^"]*)" data-case`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('from case to case', () => {
  test('a case saved with « enregistrer et suivant » is left for the next of the list, which says what became of it', async () => {
    const jaabi = await newJaabi()
    const { seat, page, first, second, third } = await morning(jaabi)
    let at = await page(linkTo(await page('/console/inbox?new'), first))
    for (const [reference, next] of [
      [first, second],
      [second, third],
    ] as const) {
      const saved = await seat.post(`/console/cases/${reference}/assess`, {
        ...formIn(at, 'assess'),
        ...n1,
        go: 'next',
      })
      expect(saved.status).toBe(303)
      const to = saved.headers.get('location') ?? ''
      expect(to).toContain(`/console/cases/${next}?`)
      at = await page(to)
      expect(textOf(at)).toMatch(/Dossier [\d ]+ : c’est enregistré\. Voici le suivant/)
      expect((await jaabi.caseOf(reference)).level).toBe('N1')
    }
    const last = await seat.post(`/console/cases/${third}/assess`, { ...formIn(at, 'assess'), ...n1, go: 'next' })
    expect(last.headers.get('location')).toMatch(/^\/console\/inbox\?new&/)
    expect(textOf(await page(last.headers.get('location') ?? ''))).toContain('Il n’y en a plus après lui')
  })

  test('the way back keeps filter and page, through a form that came back and after a step', async () => {
    const jaabi = await newJaabi()
    const { seat, page, first } = await morning(jaabi)
    const back = `href="/console/inbox?new#d-${first}"`
    const opened = await page(linkTo(await page('/console/inbox?new'), first))
    expect(opened).toContain(back)
    const wrong = await seat.post(`/console/cases/${first}/assess`, { ...formIn(opened, 'assess'), go: 'send' })
    expect(wrong.status).toBe(400)
    const again = await wrong.text()
    expect(again).toContain(back)
    const sent = await seat.post(`/console/cases/${first}/assess`, { ...formIn(again, 'assess'), ...n1, go: 'send' })
    expect(await page(sent.headers.get('location') ?? '')).toContain(back)
  })

  test('« suivant » without saving goes on, from the place the case had when it was opened', async () => {
    const jaabi = await newJaabi()
    const { seat, page, first, second } = await morning(jaabi)
    const opened = await page(`/console/cases/${first}`)
    const next = /href="([^"]*)" rel="next"/.exec(opened)?.[1]?.replaceAll('&amp;', '&') ?? ''
    await (await deskOf(jaabi)).step(first, 'assess', { ...n1, place: ansongo })
    await jaabi.drain()
    expect((await seat.get(next)).headers.get('location')).toContain(`/console/cases/${second}?ici=`)
  })

  test('an address typed by hand leads nowhere else: what it does not know is left', async () => {
    const jaabi = await newJaabi()
    const { page, first } = await morning(jaabi)
    const odd = await page(`/console/cases/${first}?liste=${encodeURIComponent('https://elsewhere.example&x="><b>')}`)
    expect(odd).toContain(`href="/console/inbox#d-${first}"`)
    expect(odd).not.toContain('elsewhere')
    const stranger = await page(`/console/cases/${first}?fait=guessed&du=${first}`)
    expect(stranger).not.toContain('class="flash')
  })
})

describe('words read in the list', () => {
  test('stand in the row after one click, and the case counts as read by whoever clicked', async () => {
    const jaabi = await newJaabi()
    const { page, first, second } = await morning(jaabi)
    const list = await page('/console/inbox?new')
    expect(list).not.toContain('500 F')
    const link = new RegExp(`href="([^"]*lire=${first})#d-${first}"`).exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const read = await page(link)
    expect(read).toContain('On demande 500 F au CSCom</blockquote>')
    expect(read).not.toContain('Le puits est sec')
    expect((await jaabi.caseOf(first)).history.at(-1)).toMatchObject({ what: 'read', by: { person: 'aissata' } })
    expect((await jaabi.caseOf(second)).readAt).toBeNull()
  })

  test('are nobody’s who may not open the case, and nothing is recorded', async () => {
    const jaabi = await newJaabi()
    const { first } = await morning(jaabi)
    const danger = await filed(jaabi, { lane: 'S2', words: null, phone: null, consent: 'none' })
    await jaabi.person('gao', { role: 'regional-cluster', region: 'gao' })
    await jaabi.drain()
    for (const [person, reference] of [
      ['gao', first],
      ['aissata', danger],
    ] as const) {
      const { get } = await seatOf(jaabi, person)
      const before = (await jaabi.caseOf(reference)).version
      const plain = textOf(await (await get('/console/inbox')).text())
      expect(textOf(await (await get(`/console/inbox?lire=${reference}`)).text())).toBe(plain)
      expect((await jaabi.caseOf(reference)).version).toBe(before)
    }
  })
})

test('the ready answer goes into the form of the answer by a link, once the case may be answered', async () => {
  const jaabi = await newJaabi()
  await jaabi.person('aissata', { role: 'focal-point' })
  const seat = await seatOf(jaabi, 'aissata')
  const reference = await filed(jaabi, { words: 'Est-ce que les soins sont gratuits au CSCom ?', kind: 'question' })
  const desk = await deskOf(jaabi)
  await desk.step(reference, 'assess', { level: 'N0', category: 'SAN-FRAIS', kind: 'question', place: ansongo })
  const { page } = await atCase(seat, reference).open()
  const link = /href="([^"]*reprendre=[^"#]*)#geste-answer"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  const ready = /Réponse prête<\/h3>\s*<p>([^<]*)</.exec(page)?.[1]
  expect(ready).toBeTruthy()
  const taken = await (await seat.get(link ?? '')).text()
  expect(/<textarea[^>]*id="answer-answer"[^>]*>\s*([^<]*)</.exec(taken)?.[1]?.trim()).toBe(ready?.trim())
})
