import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../core/case/actor.ts'
import { publicTextsFor } from '../../languages/public.ts'
import { mali } from '../../programme/mali.ts'
import { webFr } from '../support/web/texts.ts'
import { emptyValues, type FormValues } from '../../web/public/form-view.ts'
import { followUpPage } from '../../web/public/follow-up.ts'
import { formPage } from '../../web/public/form.ts'
import { receiptPage } from '../../web/public/receipt.ts'
import { spellDay } from '../../web/public/texts.ts'
import { allSettings, answered, followUp, form, noSettings, pages } from '../support/web/samples.ts'
import { say, unbroken } from '../../web/say.ts'

const shown = await Promise.all(
  Object.entries(pages).map(async ([name, page]) => [name, String(await page())] as const),
)
const words = (page: string): string => page.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ')
const ids = (page: string): string[] => [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')
const pageOf = (name: string): string => shown.find(([one]) => one === name)?.[1] ?? ''

describe.each(shown)('the page « %s »', (_, page) => {
  test('is one French response without script, and nothing is loaded beside it', () => {
    expect(page).toMatch(/^<!doctype html>\s*<html lang="fr">/)
    expect(page).not.toMatch(/<script|<img|<link|\son\w+=|javascript:|url\(/i)
  })
  test('weighs at most 14 KB on the line', () => {
    expect(gzipSync(page).length).toBeLessThan(14 * 1024)
  })
  test('has one title, one main part that the skip link reaches, and every id once', () => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain('class="skip" href="#contenu"')
    expect(page).toContain('<main id="contenu">')
    expect(new Set(ids(page)).size).toBe(ids(page).length)
  })
  test('every input that a person fills has a label of its own, and every link inside the page a target', () => {
    const inputs = [...page.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
    for (const tag of inputs.filter((input) => !input.includes('type="hidden"')))
      expect(page).toContain(`for="${/\sid="([^"]+)"/.exec(tag)?.[1] ?? 'no id'}"`)
    for (const [, target = ''] of page.matchAll(/(?:href="#|aria-(?:describedby|labelledby)=")([^"]+)"/g))
      for (const id of target.split(' ')) expect(ids(page)).toContain(id)
  })
  test('leaves no hole in a text, and no blank that breaks before « : ; ? ! »', () => {
    expect(words(page)).not.toMatch(/\{\w+\}|undefined|\[object|\bnull\b/)
    expect(words(page)).not.toMatch(/\S [:;?!»]|« /)
  })
})

describe('what a person types comes back to him and never becomes part of the page', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    '</textarea><svg onload=alert(1)>',
    '&lt;b&gt; & &quot;',
  ]
  const typed = ['text', 'phone', 'place', 'region', 'language'] as const
  const tagsOf = (page: string): string => (page.match(/<[^>]*>/g) ?? []).join('').replace(/="[^"]*"/g, '')
  const dangerous = /<script|<img|<svg onload|\son\w+=/
  const draw = async (values: Partial<FormValues>, kind: 'complaint' | 'abus' | 'protection'): Promise<string> =>
    String(await formPage(form({ kind, values: { ...emptyValues, text: 'x', ...values } }), webFr))

  test.each(attacks)('%s', async (attack) => {
    for (const kind of ['complaint', 'abus', 'protection'] as const)
      for (const field of typed) expect(tagsOf(await draw({ [field]: attack }, kind))).not.toMatch(dangerous)
    const page = String(await followUpPage(followUp({ ...answered, answer: attack }, { reference: attack }), webFr))
    expect(tagsOf(page)).not.toMatch(dangerous)
  })
  test('nothing typed is lost when something is missing', () => {
    const page = pageOf('form-problems')
    expect(page).toContain('\nAu CSCom on nous fait payer</textarea>')
    expect(page).toMatch(/id="phone"[^>]*value="7000"/)
    expect(page).toMatch(/value="sms"\s+checked/)
    expect(page).toMatch(/<a href="#phone">/)
    expect(page).toMatch(/id="phone"[^>]*aria-describedby="phone-aide phone-faute"\s*aria-invalid="true"/)
  })
  test('what was typed before « abus » goes on only as money or favour exacted', () => {
    const page = pageOf('sensitive-typed')
    expect(page).toMatch(/name="kind" value="integrity"/)
    expect(page).toMatch(/name="text" value="Au CSCom on nous fait payer"/)
    expect(page).toContain(webFr.sensitive.dropped)
    expect(page).toMatch(/href="\/\?kind=protection[&"]/)
  })
})

describe('abuse or danger', () => {
  test('asks for no words, keeps a quick way out, and its title says nothing', () => {
    for (const name of ['sensitive', 'protection', 'receipt-protection']) {
      const page = pageOf(name)
      expect(page).not.toMatch(/<textarea|type="text"/)
      expect(page).toContain('<title>Jaabi</title>')
      expect(page).toMatch(/class="button leave"\s+href="https:[^"]+"\s+rel="noreferrer noopener"/)
      expect(words(page)).toContain('historique')
    }
  })
  test('the least revealing answer is chosen in advance, and nothing is required', () => {
    const page = pageOf('protection')
    const chosen = [...page.matchAll(/name="(\w+)"\s+value="(\w*)"\s+checked/g)].map(([, name, value]) => [name, value])
    expect(chosen).toEqual([
      ['danger', ''],
      ['person', ''],
      ['sought', ''],
      ['consent', 'none'],
    ])
    expect(page).not.toContain('required')
  })
  test('the receipt offers no way to follow by SMS', () => {
    expect(words(pageOf('receipt-protection'))).not.toMatch(/SUIVI|\*123#|au plus tard/)
  })
})

describe('a form that came back', () => {
  const titleOf = (name: string) => /<title>(.*)<\/title>/.exec(pageOf(name))?.[1]
  test('says so first in its title, and says nothing more where nobody should read along', () => {
    expect(titleOf('form')).toBe(`${webFr.form.title} · Jaabi`)
    expect(titleOf('form-problems')).toBe(`${webFr.problems.title} · ${webFr.form.title} · Jaabi`)
    expect(titleOf('form-unavailable')).toBe(`${webFr.problems.unsent} · ${webFr.form.title} · Jaabi`)
    expect(titleOf('follow-up-missing')).toMatch(new RegExp(`^${webFr.problems.title} · `))
    expect(titleOf('protection-problems')).toBe(`${webFr.problems.title} · Jaabi`)
  })
  test.each(['form', 'form-problems', 'receipt', 'follow-up-in-hand', 'protection'])(
    '%s: no label runs into its hint where styles are missing',
    (name) => {
      // Two words with only inline tags between them would be read as one.
      expect(pageOf(name)).not.toMatch(/\p{L}(?:<\/?(?:b|small|span)\b[^>]*>)+\p{L}/u)
    },
  )
})

/** Whoever may come to read what somebody wrote, or know it (design §12), as the public page calls them; the administrator never does. */
const readers: Record<Exclude<Role, 'administrator'> | 'cluster' | 'trained-reader', [fr: string, en: string]> = {
  'focal-point': ['point focal', 'focal point'],
  deputy: ['suppléance', 'deputy'],
  partner: ['l’organisation chargée de répondre', 'the organisation in charge of answering'],
  cluster: ['d’un autre cluster', 'of another cluster'],
  'regional-cluster': ['cluster santé de la région', 'health cluster of the region'],
  authority: ['service de l’État', 'public service'],
  coordinator: ['la coordination', 'the coordination'],
  relay: ['Un relais', 'A relay'],
  integrity: ['l’intégrité', 'integrity'],
  protection: ['Violence ou danger', 'Violence or danger'],
  'trained-reader': ['une langue qu’ils ne lisent pas', 'a language they do not read'],
}
test.each(publicTextsFor(mali.languages).map((texts) => [texts.language, texts] as const))(
  '« Qui lit » names every kind of reader: %s',
  (language, texts) => {
    const title = language === 'fr' ? 'Qui lit' : 'Who reads'
    const said = texts.form.know.points.find((one) => one.title === title)?.text ?? ''
    for (const [fr, en] of Object.values(readers)) expect(said).toContain(language === 'fr' ? fr : en)
  },
)

describe('what is promised', () => {
  test('the form gives a date per kind before anything is written', () => {
    const page = words(pageOf('form'))
    for (const date of ['21\u00a0juin\u00a02027', '10\u00a0juin\u00a02027', '28\u00a0juin\u00a02027'])
      expect(page.indexOf(date)).toBeGreaterThan(0)
    expect(page.indexOf('21\u00a0juin')).toBeLessThan(page.indexOf(webFr.form.text.label))
    for (const said of ['urgence', 'NINA', 'Qui lit', 'pas besoin de donner votre nom']) expect(page).toContain(said)
  })
  test('the reference is the first long number on the receipt', () => {
    expect(/\b\d(?:[ \u00a0-]?\d){6,9}\b/.exec(words(pageOf('receipt')))?.[0]).toBe('4829\u00a01379\u00a096')
  })
  test('a phone line, a code or « gratuit » stand on a page only once they are real', async () => {
    expect(words(pageOf('poster-bare'))).not.toMatch(/SMS sont gratuits|\+223|Composez|Appelez le/)
    expect(words(pageOf('poster'))).toMatch(/\*123#[\s\S]*36061/)
    const bare = String(
      await receiptPage(
        { is: 'full', reference: '1', promisedOn: null, settings: noSettings, afterwards: null },
        webFr,
      ),
    )
    expect(words(bare)).not.toMatch(/SUIVI|composez/)
  })
  test('what is not set is said to whoever prints the poster, and only to them', () => {
    const bare = pageOf('poster-bare')
    const [notes = '', sheet = ''] = bare.split('<article')
    for (const missing of Object.values(webFr.poster.unset.ways)) {
      expect(notes).toContain(missing)
      expect(sheet).not.toContain(missing)
    }
    expect(notes).toContain(webFr.poster.unset.none)
    expect(pageOf('poster')).not.toContain(webFr.poster.unset.title)
  })
  test('follow-up: unknown and wrong look alike, and the stage stands in words', () => {
    expect(pageOf('follow-up-unknown')).not.toMatch(/class="stages"/)
    expect(words(pageOf('follow-up-in-hand')).replace(/\s+/g, ' ')).toMatch(/Reçu ?fait.*En cours ?maintenant.*Répondu ?à venir/) // prettier-ignore
    expect(pageOf('follow-up-answered')).toContain('Les soins des enfants sont de nouveau gratuits')
  })
})

test('days are spelled as people say them', () => {
  expect(spellDay('2027-03-12', webFr)).toBe('12\u00a0mars\u00a02027')
  expect(spellDay('2027-06-01', webFr)).toBe('1er\u00a0juin\u00a02027')
  expect(say('au {code}, {gone}', { code: unbroken('+223 70') })).toBe('au +223\u00a070, {gone}')
})

test('every page is shown with and without what the programme has been given', () => {
  expect(shown.length).toBeGreaterThan(20)
  expect(Object.values(allSettings)).not.toContain(null)
})
