import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { consoleTexts } from '../../../support/console/texts.ts'
import { spokenIn } from '../../../../languages/spoken.ts'
import { intakeBody } from '../../../../web/console/intake/page.ts'
import { intakeReceiptBody } from '../../../../web/console/intake/receipt.ts'
import type { IntakeReceipt, IntakeView } from '../../../../web/console/intake/view.ts'

const careLine = { place: null, name: 'CSRéf', phone: '80 00 00 00', hours: '24h/24', woman: true }
type Language = keyof typeof consoleTexts
const view = (over: Partial<IntakeView> = {}, values: Partial<IntakeView['values']> = {}): IntakeView => ({
  base: '/console',
  csrf: 'csrf',
  requestId: 'form-1',
  problems: [],
  candidates: [],
  keys: ['key'],
  own: [],
  offline: false,
  here: { now: '2027-06-07T09:00:00.000Z', utcOffsetMinutes: 0 },
  latest: '2027-06-07T09:00',
  oldBefore: '2027-05-21',
  care: [{ region: null, lines: [careLine] }],
  placeList: {
    href: '/console/lieux?v=1',
    villages: '/console/lieux/{cercle}?v=1',
    found: 'lieux',
    none: '',
    ofCercle: '',
  },
  morePoints: false,
  intakePoints: [
    {
      code: 'boite',
      name: 'Boîte "A" <b>',
      organisation: 'ONG',
      channel: 'box',
      place: null,
      hours: '8 h',
      languages: ['Songhay'],
      language: 'ses',
    },
  ],
  places: [{ label: 'Gao', options: [{ value: 'cod-2021 ML07', label: 'Gao' }] }],
  languages: [{ value: 'fr', label: 'Français' }],
  values: {
    kind: 'complaint',
    text: '',
    onBehalf: '',
    received: '2027-06-07T09:00',
    old: false,
    source: '',
    channel: '',
    place: '',
    placeCode: '',
    phone: '',
    consent: 'none',
    language: '',
    help: '',
    answers: {},
    ...values,
  },
  ...over,
})
const several = [{ value: 'cod-2021 ML050501', label: 'Bamba' }]
const forms: Record<string, IntakeView> = {
  empty: view(),
  danger: view({}, { kind: 'danger' }),
  wrong: view(
    { problems: ['text-missing', 'place-several', 'received-old', 'channel-missing', 'other'], candidates: several },
    { place: 'Bamba', text: '</textarea><script>alert(1)</script>' },
  ),
}
const receipt = (over: Partial<IntakeReceipt>): IntakeReceipt => ({
  base: '/console',
  is: 'promised',
  care: [],
  grouped: '4829 1379 96',
  promisedOn: '2027-06-01',
  past: false,
  language: 'fr',
  languageName: 'Français',
  ...over,
})
const read = async (of: IntakeReceipt, language: Language = 'fr', code = 'fr') => {
  const spoken = spokenIn([code])
  if (!spoken) throw new Error(`no texts in ${code}`)
  return String(await intakeReceiptBody(of, consoleTexts[language], spoken))
}
const words = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

const languages: readonly Language[] = ['fr', 'en']
const pages = languages.flatMap((language) => [
  ...Object.entries(forms).map(
    ([name, form]) =>
      [`${name} ${language}`, async () => String(await intakeBody(form, consoleTexts[language]))] as const,
  ),
  ...(['promised', 'thanks', 'short', 'danger'] as const).map(
    (is) => [`${is} ${language}`, () => read(receipt({ is, past: true }), language)] as const,
  ),
])

describe.each(pages)('the page « %s »', (_, draw) => {
  test('holds no script, one heading, every id once, a label for every field, no hole in a text, and little weight', async () => {
    const page = await draw()
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|style="/i)
    expect(page.match(/<h1/g)).toHaveLength(1)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    for (const [field] of page.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
      const id = / id="([^"]+)"/.exec(field.replace(/\s+/g, ' '))?.[1]
      if (!field.includes('type="hidden"')) expect(page).toContain(`for="${id ?? '?'}"`)
    }
    expect(words(page)).not.toMatch(/\{\w+\}|undefined|\[object|\bnull\b|\bfalse\b/)
    expect(gzipSync(page).length).toBeLessThan(8 * 1024)
  })
})

test('the words are what Tab starts from, and the way it came is asked for without script where no source says it', async () => {
  const page = String(await intakeBody(view(), consoleTexts.fr))
  const order = [...page.matchAll(/<(?:input|select|textarea|button)\b[^>]*\sname="([^"]+)"/g)].map(([, name]) => name)
  expect([...new Set(order)].filter((name) => name !== 'csrf' && name !== 'requestId')).toEqual([
    ...['text', 'kind', 'place', 'placeCode', 'go', 'phone', 'consent', 'onBehalf'],
    ...['person', 'ageGroup', 'displacement', 'facility', 'disability', 'source'],
    ...['channel', 'received', 'old', 'language'],
  ])
  expect(/<textarea[^>]*autofocus/.test(page)).toBe(true)
})

test('a date is said in words where the language has them, else as day and month', async () => {
  expect(words(await read(receipt({})))).toContain('au plus tard le mardi 1er juin 2027.')
  expect(words(await read(receipt({ language: 'bm' }), 'fr', 'bm'))).toContain('sani 01/06 ka tèmè')
  expect(words(await read(receipt({ language: 'ses', languageName: 'Songhay' }), 'en'))).toContain('No text in Songhay')
})
