import { describe, expect, test } from 'vitest'
import { roles } from '../../../../core/case/actor.ts'
import type { Member } from '../../../../core/directory/member.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const path = '/console/nouvelle'

/** As the form sends it when somebody typed only the words. */
const typed = {
  requestId: 'form-1',
  kind: 'complaint',
  text: 'Le puits de Tessit est à sec',
  channel: 'call',
  received: '2027-06-07T08:30',
  onBehalf: '',
  source: '',
  place: '',
  placeCode: '',
  phone: '',
  consent: 'none',
  language: '',
}

type Who = Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>
async function atDesk(jaabi: Jaabi, who: Who = { role: 'focal-point' }, id = `${who.role}-1`) {
  const seat = await seatOf(jaabi, await jaabi.person(id, who))
  const page = async (response: Response) => {
    const html = await response.text()
    const text = html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
    return { status: response.status, html, text, location: response.headers.get('location') ?? '', response }
  }
  return {
    ...seat,
    opens: async (at = path, headers: Record<string, string> = {}) => page(await seat.get(at, headers)),
    files: async (over: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      page(await seat.post(path, { ...typed, ...over }, headers)),
  }
}
const referenceOf = (location: string): string => location.split('/').at(-1) ?? ''
const valueOf = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*?value="([^"]*)"`).exec(html)?.[1] ?? ''

test('only those who may file find the form, its token and its receipt; all others the same nothing', async () => {
  const jaabi = await newJaabi()
  const desk = await atDesk(jaabi)
  const { location } = await desk.files()
  for (const role of roles.filter((one) => one !== 'protection')) {
    const seat = await atDesk(jaabi, { role, region: 'gao', organisation: 'ong-sante-gao' }, `${role}-2`)
    const may = ['focal-point', 'deputy', 'regional-cluster', 'partner', 'relay'].includes(role)
    const nowhere = await seat.opens('/console/nowhere')
    for (const at of [path, `${path}?kind=danger`, `${path}/jeton`])
      expect((await seat.opens(at)).status, `${role} ${at}`).toBe(may ? 200 : 404)
    const posted = await seat.files({ requestId: `of-${role}` })
    expect(posted.status, role).toBe(may ? 303 : 404)
    if (!may) expect(posted.html).toBe(nowhere.html)
    expect((await seat.opens(location)).html, role).toBe(nowhere.html)
  }
  expect(await jaabi.references()).toHaveLength(1 + 5)
})

describe('what is filed', () => {
  test('is what was typed: words, kind, place, contact, source, language, for whom, and when it was received', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const { location, status } = await desk.files({
      text: 'Le puits\r\nest à sec',
      kind: 'question',
      source: 'boite-cscom-ansongo',
      place: 'tessit',
      phone: '70 00 00 01',
      consent: 'call-woman',
      onBehalf: 'group',
      language: 'taq',
      disability: 'no',
    })
    expect(status).toBe(303)
    const caseFile = await jaabi.caseOf(referenceOf(location))
    expect(caseFile).toMatchObject({
      kind: 'question',
      channel: 'box',
      intakePoint: 'boite-cscom-ansongo',
      language: 'taq',
      onBehalf: 'group',
      consent: 'call-woman',
      phone: true,
      receivedAt: '2027-06-07T08:30:00.000Z',
      lane: 'N',
      place: { system: 'cod-2021', code: 'ML070106' },
      disability: 'no',
    })
    expect(caseFile.history[0]?.by).toEqual({ role: 'focal-point', person: 'focal-point-1' })
    expect(await jaabi.saidIn(caseFile.reference)).toEqual([{ words: 'Le puits\nest à sec' }])
    expect((await desk.opens(`/console/cases/${caseFile.reference}`)).text).toContain('Boîte du CSCom d’Ansongo')
  })
  test('takes way, place and language from its source, unless another is said, or none', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const filed = async (over: Record<string, string>) =>
      jaabi.caseOf(referenceOf((await desk.files({ requestId: JSON.stringify(over), ...over })).location))
    const source = { source: 'boite-cscom-ansongo', channel: 'call' }
    expect(await filed(source)).toMatchObject({ channel: 'box', language: 'ses', place: { code: 'ML0701' } })
    expect(await filed({ ...source, place: 'Bourem', language: 'fr' })).toMatchObject({
      channel: 'box',
      language: 'fr',
      place: { code: 'ML0702' },
    })
    expect((await filed({ ...source, placeCode: 'none' })).place).toBeNull()
    expect((await filed({ placeCode: 'cod-2021 ML0703' })).place?.code).toBe('ML0703')
  })
  test('is one case, however often its form is sent, and its number can be read again', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const first = await desk.files()
    const again = await Promise.all([desk.files(), desk.files(), desk.files()])
    expect(new Set([first, ...again].map(({ location }) => location)).size).toBe(1)
    expect(await jaabi.references()).toHaveLength(1)
    expect((await desk.files({ requestId: 'form-2', text: 'Le moulin est cassé' })).location).not.toBe(first.location)
  })
  test('is told as a number and a date in words, in the person’s language where there are texts', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const { location } = await desk.files()
    const { text, html } = await desk.opens(location)
    const reference = referenceOf(location)
    expect(text).toContain(`${reference.slice(0, 4)} ${reference.slice(4, 8)} ${reference.slice(8)}`)
    expect(text).toContain('Vous aurez des nouvelles au plus tard le lundi 21 juin 2027.')
    expect(html).toContain(`href="${path}" accesskey="n" autofocus`)
    const bambara = await desk.files({ requestId: 'bm', language: 'bm' })
    expect((await desk.opens(bambara.location)).text).toContain('Jaabi bè na sani 21/06 ka tèmè')
    const songhay = await desk.files({ requestId: 'ses', language: 'ses' })
    const shown = (await desk.opens(songhay.location)).text
    expect(shown).toContain('Aucun texte en songhay pour l’instant')
    expect(shown).toContain('Vous aurez des nouvelles')
    const thanks = await desk.files({ requestId: 'merci', kind: 'thanks', text: 'Merci à l’équipe' })
    expect((await desk.opens(thanks.location)).text).not.toMatch(/au plus tard/)
  })
  test('the receipt is there for a day, and says nothing of what became of the case', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const partner = await atDesk(jaabi, { role: 'partner', organisation: 'ong-sante-gao' })
    const { location } = await partner.files()
    const before = (await partner.opens(location)).text
    const reference = referenceOf(location)
    await desk.post(`/console/cases/${reference}/assess`, { requestId: 'up-assess', level: 'S2', go: 'send' })
    expect((await jaabi.caseOf(reference)).lane).toBe('S2')
    expect((await partner.opens(location)).text).toBe(before)
    jaabi.clock.nowAt = '2027-06-08T09:00:01.000Z'
    const later = await atDesk(jaabi, { role: 'partner', organisation: 'ong-sante-gao' })
    expect((await later.opens(location)).status).toBe(404)
  })
})

describe('the next one', () => {
  test('keeps source, place and language, and the day where paper comes out of a box; never for somebody else', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const filed = await desk.files({ source: 'boite-cscom-ansongo', place: 'Tessit', received: '2027-06-04T10:00' })
    const kept = filed.response.headers.getSetCookie().join('; ')
    const [cookie = ''] = /__Host-jaabi-saisie=[^;]+/.exec(kept) ?? []
    const { html } = await desk.opens(path, { cookie: `${desk.cookie}; ${cookie}` })
    expect(html).toMatch(/value="boite-cscom-ansongo"\s+selected/)
    expect(valueOf(html, 'place')).toBe('Tessit (commune, Ansongo, Gao)')
    expect(html).toMatch(/value="ses"\s+selected/)
    expect(valueOf(html, 'received')).toBe('2027-06-04T10:00')
    expect(valueOf(html, 'requestId')).not.toBe('form-1')
    expect(html).not.toContain('Le puits de Tessit')
    const other = await atDesk(jaabi, { role: 'deputy' })
    expect((await other.opens(path, { cookie: `${other.cookie}; ${cookie}` })).html).not.toMatch(/ansongo"\s+selected/)
    for (const kind of ['danger', 'integrity']) {
      const { response } = await desk.files({ kind, requestId: kind, text: kind === 'danger' ? '' : 'argent demandé' })
      expect(response.headers.getSetCookie().join('; '), kind).not.toContain('saisie')
    }
  })
  test('own lines and boxes stand first', async () => {
    const jaabi = await newJaabi()
    const first = async (who: Who) =>
      /<optgroup label="Lignes vertes">\s*<option value="([^"]+)"/.exec(
        (await (await atDesk(jaabi, who)).opens()).html,
      )?.[1]
    expect(await first({ role: 'partner', organisation: 'ong-sante-mopti' })).toBe('ligne-sante-mopti')
    expect(await first({ role: 'regional-cluster', region: 'gao' })).toBe('ligne-sante-gao')
  })
})

describe('danger and abuse: the rules of key 4', () => {
  const danger = {
    kind: 'danger',
    text: '',
    channel: 'face',
    danger: 'yes',
    person: 'child',
    placeCode: 'cod-2021 ML0701',
  }

  test('its page has no box for words, no source and no name of a language; nothing of it is kept in the browser', async () => {
    const { html } = await (await atDesk(await newJaabi())).opens(`${path}?kind=danger`)
    expect(html).not.toMatch(/<textarea|name="text"|name="source"|name="language"|name="onBehalf"|data-keys/)
    expect(html).toMatch(/name="danger"[\s\S]*name="placeCode"[\s\S]*name="person"[\s\S]*name="consent"/)
    expect(html).not.toContain('value="sms"')
  })
  test('is S2 without words, promises nothing, and leaves no next form behind', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const filed = await desk.files({ ...danger, phone: '70000001', consent: 'call-woman', source: 'boite-csref-gao' })
    const caseFile = await jaabi.caseOf(referenceOf(filed.location))
    expect(caseFile).toMatchObject({
      lane: 'S2',
      danger: 'yes',
      person: 'child',
      intakePoint: null,
      consent: 'call-woman',
    })
    expect(caseFile.place?.code).toBe('ML0701')
    expect(await jaabi.saidIn(caseFile.reference)).toEqual([])
    expect(filed.response.headers.getSetCookie()).toEqual([])
    const { text } = await desk.opens(filed.location)
    expect(text).toContain('Ce n’est pas un service d’urgence')
    expect(text).not.toMatch(/au plus tard|À lire à la personne/)
  })
  test('refuses words, files nothing, and does not show them again', async () => {
    const jaabi = await newJaabi()
    const { status, html, text } = await (await atDesk(jaabi)).files({ ...danger, text: 'elle a dit que' })
    expect(status).toBe(422)
    expect(text).toContain('aucun détail n’est pris')
    expect(html).not.toContain('elle a dit que')
    expect(await jaabi.references()).toEqual([])
  })
  test.each([
    ['taken', { how: 'filer', taken: 'yes' }],
    ['declined', { how: 'filer', taken: 'no' }],
    ['offered', { how: 'filer' }],
    ['', undefined],
    ['anything', undefined],
  ])('notes what was asked for, and what became of the offer of care: « %s »', async (help, noted) => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const filed = await desk.files({ ...danger, sought: 'care', help })
    const caseFile = await jaabi.caseOf(referenceOf(filed.location))
    expect(caseFile).toMatchObject({ lane: 'S2', sought: 'care' })
    const offers = caseFile.history.filter(({ what }) => what === 'help-offered')
    expect(offers).toEqual(noted ? [expect.objectContaining({ ...noted, by: caseFile.history[0]?.by })] : [])
    expect(offers.some((offer) => 'taken' in offer)).toBe(noted !== undefined && 'taken' in noted)
  })
  test('asks for no SMS, even where a form does', async () => {
    const jaabi = await newJaabi()
    const { location } = await (await atDesk(jaabi)).files({ ...danger, phone: '70000001', consent: 'sms' })
    expect(await jaabi.caseOf(referenceOf(location))).toMatchObject({ consent: 'none', phone: false })
  })
  test('money or favours demanded is S1 with words, and the filer is told the number only', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const { location } = await desk.files({ kind: 'integrity', text: 'il demande de l’argent pour lui' })
    const { reference, lane } = await jaabi.caseOf(referenceOf(location))
    expect(lane).toBe('S1')
    expect(await jaabi.saidIn(reference)).toEqual([{ words: 'il demande de l’argent pour lui' }])
    expect((await desk.opens(location)).text).not.toMatch(/au plus tard/)
  })
  test('words that may mean S go the way of any other message: a partner is told the number only', async () => {
    const jaabi = await newJaabi()
    const partner = await atDesk(jaabi, { role: 'partner', organisation: 'ong-sante-gao' })
    const { location } = await partner.files({ text: 'une fille a été violée près du puits' })
    expect((await jaabi.caseOf(referenceOf(location))).lane).toBe('P')
    const { text } = await partner.opens(location)
    expect(text).toContain('C’est bien noté.')
    expect(text).not.toMatch(/au plus tard|sensible|protection|violence/i)
  })
})

describe('what is wrong is said on top and at its field, and nothing typed is lost', () => {
  const says = async (over: Record<string, string>) => {
    const jaabi = await newJaabi()
    const page = await (await atDesk(jaabi)).files(over)
    expect(await jaabi.references()).toEqual([])
    expect(page.status).toBe(422)
    expect(valueOf(page.html, 'requestId')).toBe('form-1')
    return page
  }
  const cases: [what: string, over: Record<string, string>, field: string, sentence: string][] = [
    ['no words', { text: '  ' }, 'text', 'Écrivez ce qui a été dit.'],
    ['no way it came', { channel: '' }, 'channel', 'Choisissez le point de collecte, ou dites comment'],
    ['a date in the future', { received: '2027-06-07T09:01' }, 'received', 'est dans l’avenir'],
    ['a date a year ago', { received: '2026-05-07T09:00' }, 'received', 'plus d’un an'],
    ['no date', { received: 'hier' }, 'received', 'Donnez la date'],
    ['a place nobody knows', { place: 'Xyzzx' }, 'place', 'n’est pas dans la liste'],
    ['a number cut short', { phone: '7000', consent: 'sms' }, 'phone', 'pas complet'],
    ['consent without a number', { consent: 'sms' }, 'phone', 'Il faut un numéro'],
    ['a number without consent', { phone: '70000001' }, 'consent', 'accepte-t-elle'],
  ]
  test.each(cases)('%s', async (_, over, field, sentence) => {
    const { html, text } = await says(over)
    expect(html).toContain(`<a href="#${field}">`)
    expect(html).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid|<fieldset class="[^"]*wrong`))
    expect(text.split(sentence)).toHaveLength(3)
    if (!('text' in over)) expect(html).toContain('Le puits de Tessit est à sec')
    if (over['phone']) expect(valueOf(html, 'phone')).toBe(over['phone'])
  })
  test('several at once are all said', async () => {
    const { html } = await says({ text: '', channel: '', consent: 'sms', place: 'Xyzzx' })
    for (const field of ['text', 'channel', 'phone', 'place']) expect(html).toContain(`<a href="#${field}">`)
  })
  test('old paper is asked about once: its time is over, and the receipt says so', async () => {
    const jaabi = await newJaabi()
    const desk = await atDesk(jaabi)
    const old = { received: '2027-05-03T10:00', channel: 'box' }
    const asked = await desk.files(old)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Cette date est ancienne')
    expect(asked.html).toMatch(/<div id="ancien"\s*>/)
    const { location } = await desk.files({ ...old, old: 'oui' })
    expect((await jaabi.caseOf(referenceOf(location))).receivedAt).toBe('2027-05-03T10:00:00.000Z')
    expect((await desk.opens(location)).text).toContain('Le délai était déjà passé')
  })
  test('a name of two places is asked about, and the answer taken', async () => {
    const { html, text } = await says({ place: 'Bamba' })
    expect(text).toContain('Plusieurs lieux portent ce nom')
    expect([...html.matchAll(/name="placeMeant"\s+value="([^"]+)"/g)].map(([, code]) => code)).toEqual([
      'cod-2021 ML050501',
      'cod-2021 ML070201',
      'written',
    ])
    const jaabi = await newJaabi()
    const { location } = await (await atDesk(jaabi)).files({ place: 'Bamba', placeMeant: 'cod-2021 ML070201' })
    expect((await jaabi.caseOf(referenceOf(location))).place?.code).toBe('ML070201')
  })
  test('without script a commune is reached by its cercle, with everything typed kept', async () => {
    const jaabi = await newJaabi()
    const { status, html } = await (await atDesk(jaabi)).files({ go: 'communes', placeCode: 'cod-2021 ML0701' })
    expect(status).toBe(200)
    expect(html).toMatch(/<optgroup label="Communes\u00a0: Ansongo">[\s\S]*cod-2021 ML070106[^>]*>Tessit/)
    expect(html).toContain('Le puits de Tessit est à sec')
    expect(await jaabi.references()).toEqual([])
  })
  test('what was typed shows as typed, whatever it looks like', async () => {
    const attack = '</textarea><script>alert(1)</script>"\'&{reference}'
    const { html } = await says({ text: attack, place: attack, phone: attack, received: attack, requestId: 'form-1' })
    expect(html).not.toContain('<script>alert')
    expect(html.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThanOrEqual(3)
  })
})

test('a script is answered in JSON: the number and its page, or what is wrong', async () => {
  const desk = await atDesk(await newJaabi())
  const json = { accept: 'application/json' }
  const done = await desk.files({}, json)
  expect(done.status).toBe(200)
  const { href, reference } = JSON.parse(done.html) as Record<string, string>
  expect((await desk.opens(href)).text).toContain(reference?.replaceAll('\u00a0', ' '))
  const wrong = await desk.files({ text: '' }, json)
  expect([wrong.status, JSON.parse(wrong.html)]).toEqual([422, { problems: ['text-missing'] }])
  expect(JSON.parse((await desk.opens(`${path}/jeton`)).html)).toMatchObject({ csrf: desk.csrf })
})
