import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { form, man, phonesOf, referenceIn, woman, wrongReferences } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const text = 'Le moulin du village est cassé'

async function browser(options: Parameters<typeof newJaabi>[0] = {}) {
  const jaabi = await newJaabi(options)
  const app = publicWeb(jaabi.servicesFor('public-web'))
  const read = async (response: Response) => ({
    status: response.status,
    headers: response.headers,
    page: (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' '),
  })
  return {
    jaabi,
    opens: async (path: string, from = '192.0.2.1') =>
      read(await app.request(path, { headers: { 'x-forwarded-for': from } })),
    posts: async (fields: Record<string, string>, from = '192.0.2.1', to = '/plainte') => {
      const headers = { ...form, 'x-forwarded-for': from }
      return read(await app.request(to, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }))
    },
  }
}
const requestIdOf = (page: string): string => /name="requestId" value="([^"]+)"/.exec(page)?.[1] ?? ''
/** Shown grouped, as `4829 1379 20`. */
const shownReference = (page: string): string => referenceIn(page.replaceAll(/(\d{4}) (\d{4}) (\d{2})/g, '$1$2$3'))
const only = async (jaabi: Jaabi) => {
  const [reference = '', ...others] = await jaabi.references()
  expect(others).toEqual([])
  return jaabi.caseOf(reference)
}

describe('a form', () => {
  test('filled in becomes a case and a page with its number, the promise and where to follow it', async () => {
    const { jaabi, opens, posts } = await browser()
    const { page: empty } = await opens('/')
    expect(empty).toMatch(/21 juin/)
    const fields = { kind: 'question', text, phone: '70 00 00 01', consent: 'sms', language: 'bm', place: 'Ansongo' }
    const { status, page } = await posts({ ...fields, requestId: requestIdOf(empty) })
    expect(status).toBe(200)
    await jaabi.drain()
    const caseFile = await only(jaabi)
    expect(caseFile).toMatchObject({
      channel: 'web',
      kind: 'question',
      consent: 'sms',
      language: 'bm',
      lane: 'N',
      phone: true,
      place: { system: 'cod-2021', code: 'ML0701' },
    })
    expect(shownReference(page)).toBe(caseFile.reference)
    expect(page).toMatch(/21 juin/)
    expect(page).not.toContain('moulin')
    expect(await jaabi.saidIn(caseFile.reference)).toEqual([{ words: `${text}\n— Ansongo` }])
    expect(jaabi.sms.map(({ to }) => to)).toEqual([woman])
  })

  test('without number or consent keeps neither; a number without consent is asked about, then dropped', async () => {
    const { jaabi, posts } = await browser()
    await posts({ text, consent: 'none', phone: '70 00 00 01', requestId: 'one' })
    const caseFile = await only(jaabi)
    expect(caseFile).toMatchObject({ consent: 'none', phone: false })
    expect((await jaabi.cases.load(caseFile.reference))?.sealed.contact).toBeNull()
    expect(await jaabi.senderOf(woman)).toBeNull()
  })

  test.each([
    [{ text: '  ' }, 'Écrivez quelques mots'],
    [{ text: 'x'.repeat(4001) }, 'trop long'],
    [{ phone: '70 00 00 01' }, 'Dites si nous pouvons vous répondre'],
    [{ consent: 'sms' }, 'Écrivez votre numéro'],
    [{ consent: 'call-woman' }, 'Écrivez le numéro à appeler'],
    [{ consent: 'sms', phone: '12 34' }, 'pas complet'],
  ])('%j: says what is missing and keeps all that was typed', async (wrong, problem) => {
    const { jaabi, posts } = await browser()
    const typed = {
      text: '<b>Le moulin</b> & "le puits"',
      place: 'Gossi',
      region: 'ML06',
      language: 'bm',
      requestId: 'form-7',
      kind: 'integrity',
    }
    const { status, page } = await posts({ ...typed, ...wrong })
    expect(status).toBe(422)
    expect(page).toContain(problem)
    const { text: kept, ...rest } = { ...typed, ...wrong }
    if (kept === typed.text) expect(page).toContain('&lt;b&gt;Le moulin&lt;/b&gt; &amp; &quot;le puits&quot;')
    for (const value of [rest.place, rest.requestId]) expect(page).toContain(`value="${value}"`)
    expect(page).toMatch(/<option value="ML06"\s+selected/)
    if ('phone' in rest) expect(page).toContain(`value="${rest.phone}"`)
    if ('consent' in rest) expect(page).toMatch(new RegExp(`value="${rest.consent}"[^>]* checked`))
    expect(await jaabi.references()).toEqual([])
  })

  test('sent ten times at once is one case and one SMS; changed and sent again, nothing of the change is lost', async () => {
    const { jaabi, posts } = await browser()
    const fields = { text, phone: '70000001', consent: 'sms', requestId: 'form-1' }
    const pages = await Promise.all(Array.from({ length: 10 }, () => posts(fields)))
    await jaabi.drain()
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(pages.map(({ page }) => shownReference(page))).size).toBe(1)
    expect(await jaabi.references()).toHaveLength(1)
    expect(jaabi.sms).toHaveLength(1)
    const changed = await posts({ ...fields, text: `${text}, et le puits est sec` })
    expect(shownReference(changed.page)).not.toBe(shownReference(pages[0]?.page ?? ''))
    expect(await jaabi.references()).toHaveLength(2)
  })

  test('with odd fields loses none of the words', async () => {
    const { jaabi, posts } = await browser()
    const odd = {
      kind: 'x',
      consent: 'perhaps',
      danger: 'x',
      person: 'x',
      language: 'zz',
      region: 'zz',
      requestId: 'r'.repeat(5000),
    }
    expect((await posts({ ...odd, text })).status).toBe(200)
    expect(await only(jaabi)).toMatchObject({ kind: 'complaint', consent: 'none', language: 'fr', place: null })
  })

  test('that cannot be kept comes back with everything still in it', async () => {
    const { posts } = await browser({ faults: () => 'throttling' })
    const { status, page } = await posts({ text, consent: 'none', requestId: 'form-1' })
    expect(status).toBe(503)
    expect(page).toContain(text)
    expect(page).toContain('Nous n’avons pas pu garder votre message')
    expect(requestIdOf(page)).toBe('form-1')
  })
})

describe('abuse or danger', () => {
  test('asks what key 4 asks: two ways, no text box and a quick exit on the way to S2', async () => {
    const { jaabi, opens, posts } = await browser()
    const typed = await posts({ kind: 'abus', text: 'un secret' })
    const choice = await opens('/?kind=abus')
    expect([typed.status, choice.status]).toEqual([200, 200])
    // What was typed may go on as S1, and is not carried into the page of S2.
    expect(typed.page).toMatch(/name="kind" value="integrity".*name="text" value="un secret"/s)
    expect(choice.page).toMatch(/kind=protection.*kind=integrity|kind=integrity.*kind=protection/s)
    const { page } = await opens('/?kind=protection')
    expect(page).not.toContain('<textarea')
    expect(page).toMatch(/Quitter/i)
    expect(await jaabi.references()).toEqual([])
  })

  test('is S2 too under the name staff file it by: never a complaint with its words', async () => {
    const { jaabi, opens, posts } = await browser()
    expect((await opens('/?kind=danger')).page).toContain('name="kind"')
    expect((await opens('/?kind=danger')).page).not.toContain('<textarea')
    await posts({ kind: 'danger', text: 'un secret', requestId: 'form-1' })
    const { reference, lane } = await only(jaabi)
    expect([lane, await jaabi.saidIn(reference)]).toEqual(['S2', []])
  })

  test('of a danger goes by a door of its own, which takes nothing else', async () => {
    const { jaabi, opens, posts } = await browser()
    expect((await opens('/?kind=protection')).page).toMatch(/action="\/danger[?"]/)
    const { status } = await posts(
      { kind: 'complaint', text: 'un secret', requestId: 'form-1' },
      '192.0.2.1',
      '/danger',
    )
    expect(status).toBe(200)
    const { reference, lane } = await only(jaabi)
    expect([lane, await jaabi.saidIn(reference)]).toEqual(['S2', []])
  })

  test('is said to have no promised date before anybody writes', async () => {
    const { page } = await (await browser()).opens('/')
    expect(page).toContain('Pour un abus ou un danger, nous ne promettons pas de date')
    expect(page).not.toContain('avant la date')
  })

  test('S2 keeps no words, promises nothing, sends nothing and leaves no trace on the sender item', async () => {
    const { jaabi, posts } = await browser()
    const fields = {
      kind: 'protection',
      danger: 'yes',
      person: 'child',
      region: 'ML07',
      consent: 'call-woman',
      phone: '70000001',
    }
    const { status, page } = await posts({ ...fields, text: 'un secret', requestId: 'form-1' })
    expect(status).toBe(200)
    await jaabi.drain()
    const caseFile = await only(jaabi)
    expect(caseFile).toMatchObject({
      lane: 'S2',
      level: 'S2',
      danger: 'yes',
      person: 'child',
      consent: 'call-woman',
      promisedAt: null,
      place: { system: 'cod-2021', code: 'ML07' },
    })
    expect(await jaabi.saidIn(caseFile.reference)).toEqual([])
    expect(page).not.toMatch(/juin|un secret/)
    expect(page).toContain('Aucun SMS')
    expect([jaabi.sms, await jaabi.senderOf(woman)]).toEqual([[], null])
  })

  test('money or favours asked is S1 with words and the short receipt; words that may mean S get the same page', async () => {
    const { jaabi, posts } = await browser()
    const receipts = [
      await posts({ kind: 'integrity', text: 'On demande 5000 F', consent: 'none', requestId: 'form-1' }),
      await posts({ text: 'un agent a violé une fille du camp', consent: 'none', requestId: 'form-2' }),
    ]
    const lanes = await Promise.all((await jaabi.references()).map(async (one) => (await jaabi.caseOf(one)).lane))
    expect(lanes.sort()).toEqual(['P', 'S1'])
    for (const { page } of receipts) expect(page).not.toMatch(/\d+ juin/)
  })
})

describe('/suivi', () => {
  async function filed(text = 'Le moulin du village est cassé') {
    const visit = await browser()
    await visit.posts({ text, consent: 'none', requestId: 'form-1' })
    const { reference } = await only(visit.jaabi)
    return {
      ...visit,
      reference,
      follows: (typed = reference) => visit.opens(`/suivi?reference=${encodeURIComponent(typed)}`),
    }
  }

  test('shows stage and dates, and once answered the answer: showing it is telling it; never what was said', async () => {
    const { jaabi, follows, reference } = await filed()
    const before = await follows(`${reference.slice(0, 4)} ${reference.slice(4, 8)} ${reference.slice(8)}`)
    expect(before.page).toMatch(/7 juin.*21 juin/s)
    expect(before.page).not.toContain('moulin')
    jaabi.clock.nowAt = '2027-06-09T09:00:00.000Z'
    await (await deskOf(jaabi)).answers(reference, 'une pièce arrive lundi')
    expect((await jaabi.caseOf(reference)).told).toBeNull()
    const { page } = await follows()
    expect(page).toContain('une pièce arrive lundi')
    expect(page).toMatch(/Répondu le.*9 juin/s)
    expect(page).not.toContain('moulin')
    expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'follow-up', at: jaabi.clock.nowAt })
    const { version } = await jaabi.caseOf(reference)
    await follows()
    expect((await jaabi.caseOf(reference)).version).toBe(version)
  })

  test('possible S: the same stage and no promised date', async () => {
    const { follows } = await filed('un agent a violé une fille du camp')
    const { page } = await follows()
    expect(page).toMatch(/Reçu le.*7 juin/s)
    expect(page).not.toContain('21 juin')
  })

  test('unknown and wrong look alike; after thirty that could be numbers the page rests for an hour, for that address only', async () => {
    const { jaabi, opens, follows, reference } = await filed()
    const unknown = (await follows('4829137920')).page.replaceAll('4829137920', '')
    expect((await follows('1234567890')).page.replaceAll('1234567890', '')).toBe(unknown)
    expect(unknown).toContain('Nous ne trouvons pas ce numéro')
    for (let time = 0; time < 40; time++) await follows(`12345${String(time)}`)
    for (const wrong of wrongReferences(28)) await follows(wrong)
    // A right number is answered while its address is under that, and takes nothing from it.
    for (let time = 0; time < 3; time++) expect((await follows()).page).toContain('Reçu le')
    await follows(wrongReferences(29).at(-1))
    expect((await follows()).page).toContain('Trop d’essais')
    // What a caller writes into the header before the entrance's own line does not help.
    expect((await opens(`/suivi?reference=${reference}`, '198.51.100.9, 192.0.2.1')).page).toContain('Trop d’essais')
    expect((await opens(`/suivi?reference=${reference}`, '192.0.2.2')).page).toContain('Reçu le')
    jaabi.clock.nowAt = '2027-06-07T10:00:00.000Z'
    expect((await follows()).page).toContain('Reçu le')
  })

  test('SMS and USSD count the tries of a phone together, the web those of an address', async () => {
    const { jaabi, follows, reference } = await filed()
    const phones = phonesOf(jaabi)
    for (const wrong of wrongReferences(12)) await phones.says(woman, `SUIVI ${wrong}`)
    expect(phones.received(woman)).toHaveLength(10)
    expect(await (await phones.dials(woman)).type('5', reference)).toMatch(/^END Trop d'essais/)
    expect(await (await phones.dials(man)).type('5', reference)).toContain('message bien noté')
    expect((await follows()).page).toContain('Reçu le')
  })

  test('two hundred wrong numbers at once: thirty are looked up; one network of IPv6 is one address', async () => {
    const { opens } = await filed()
    const asked = wrongReferences(200).map((wrong, at) =>
      opens(`/suivi?reference=${wrong}`, `2001:db8:0:1:${(at + 1).toString(16)}::1`),
    )
    const pages = await Promise.all(asked)
    expect(pages.filter(({ page }) => page.includes('Nous ne trouvons pas ce numéro'))).toHaveLength(30)
    expect(pages.filter(({ page }) => page.includes('Trop d’essais'))).toHaveLength(170)
    const [wrong = ''] = wrongReferences(1)
    expect((await opens(`/suivi?reference=${wrong}`, '2001:db8:0:2::1')).page).toContain('Nous ne trouvons pas')
  })
})

describe('limits and headers', () => {
  test('a machine that posts for ever is asked to wait, danger is not', async () => {
    const { jaabi, posts } = await browser()
    const [counter = ''] = await jaabi.reader.fingerprints('forms:192.0.2.1')
    await Promise.all(Array.from({ length: 300 }, () => jaabi.limits.count(counter, '2027-06-07T09:00:00.000Z')))
    const { status, page } = await posts({ text, consent: 'none', requestId: 'form-1' })
    expect(status).toBe(429)
    expect(page).toContain(text)
    expect((await posts({ kind: 'protection', requestId: 'form-2' })).status).toBe(200)
    expect((await posts({ text, consent: 'none', requestId: 'form-3' }, '192.0.2.2')).status).toBe(200)
  })

  test('a place longer than its field is said to be, and nothing that was typed is lost', async () => {
    const { jaabi, posts } = await browser()
    const place = 'Gao '.repeat(60)
    const { status, page } = await posts({ text, place, consent: 'none' })
    expect(status).toBe(422)
    expect(page).toContain('Le lieu est trop long')
    expect(page).toContain(text)
    expect(page).toContain(place)
    expect(await jaabi.references()).toEqual([])
  })

  test('what is longer than any number is none; of a danger a place that was not asked is not read', async () => {
    const { jaabi, posts } = await browser()
    const { page } = await posts({ text, consent: 'sms', phone: `70 00 00 01${' '.repeat(60)}` })
    expect(page).toContain('Ce numéro n’est pas complet')
    const danger = { kind: 'protection', danger: 'no', consent: 'none', place: 'Gao '.repeat(4000) }
    expect((await posts(danger)).status).toBe(200)
    expect((await only(jaabi)).place).toBeNull()
  })

  test('a body of a megabyte is a text too long', async () => {
    const { posts } = await browser()
    const { status, page } = await posts({ text: 'é'.repeat(1_000_000), consent: 'none' })
    expect(status).toBe(413)
    expect(page.length).toBeLessThan(100_000)
  })

  test.each(['/', '/?kind=protection', '/suivi', '/suivi?reference=', '/affiche', '/nulle-part'])(
    '%s',
    async (path) => {
      const { opens } = await browser()
      const { status, headers, page } = await opens(path)
      expect(status).toBe(path === '/nulle-part' ? 404 : 200)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(page).not.toContain('<script')
      expect(gzipSync(page).length).toBeLessThan(14 * 1024)
    },
  )
})

describe('words that say nothing of what happened', () => {
  test.each(['Bonjour', 'allô', 'I ni ce', 'merci', 'peulh'])(
    '« %s » opens nothing: the form asks, and keeps it',
    async (greeting) => {
      const { jaabi, posts } = await browser()
      const { status, page } = await posts({ text: greeting, place: 'Gao' })
      expect([status, page.includes('Écrivez quelques mots'), page.includes(greeting)]).toEqual([422, true, true])
      expect(await jaabi.references()).toEqual([])
    },
  )

  test('thanks are what the form for thanks asks for', async () => {
    const { jaabi, posts } = await browser()
    await posts({ kind: 'thanks', text: 'merci' })
    expect((await only(jaabi)).kind).toBe('thanks')
  })

  test('the number of a case, alone, is asked after and is no complaint', async () => {
    const { jaabi, posts } = await browser()
    const reference = await phonesOf(jaabi).says(woman, text)
    const { status, page } = await posts({ text: `SUIVI ${reference}` })
    expect([status, shownReference(page)]).toEqual([200, reference])
    expect(await jaabi.references()).toEqual([reference])
  })
})
