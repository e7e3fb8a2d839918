import { describe, expect, test } from 'vitest'
import { entry } from '../../../../core/case/history.ts'
import { steps } from '../../../../core/case/status.ts'
import { whys } from '../../../../core/case/why.ts'
import { noticeStates } from '../../../../core/notices/notice.ts'
import { caseBody } from '../../../../web/console/case/page.ts'
import { sheetBody } from '../../../../web/console/case/sheet.ts'
import type { CaseView, StepForm } from '../../../../web/console/case/view.ts'
import { caseView, formOf } from '../../../support/web/case-samples.ts'
import { consoleTexts } from '../../../support/console/texts.ts'
import { say } from '../../../../web/say.ts'

const caseFr = consoleTexts.fr.case
const drawn = async (view: CaseView, form: StepForm | null = null, language: keyof typeof consoleTexts = 'fr') =>
  String(await caseBody({ view, form, revealed: null }, consoleTexts[language]))

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</textarea><script>alert(1)</script>',
  '{reference}[{title}]',
  'javascript:alert(1)',
  '=CMD("x")\t+1',
]

describe.each(['fr', 'en'] as const)('the page in %s', (language) => {
  test('has one plain form for each step, with its version and what follows before its button', async () => {
    const page = await drawn(caseView(), null, language)
    for (const step of steps) {
      const [, form = ''] = new RegExp(`id="geste-${step}"([\\s\\S]*?)</form>`).exec(page) ?? []
      expect(form, step).toContain(`action="/console/cases/4829137996/${step}"`)
      expect(form, step).toMatch(/name="version"\s+value="7"/)
      expect(form, step).toContain(`value="page-1-${step}"`)
      const then = form.indexOf('class="then"')
      expect(then, step).toBeGreaterThan(0)
      expect(then, step).toBeLessThan(form.indexOf('<button'))
    }
  })
  test('says for whom somebody spoke in words, and nothing of who spoke for themselves', async () => {
    const { onBehalf } = consoleTexts[language].codes
    expect(await drawn(caseView({ onBehalf: 'group' }), null, language)).toContain(`: ${onBehalf.group}.`)
    expect(await drawn(caseView({ onBehalf: 'self' }), null, language)).not.toContain(`: ${onBehalf.self}.`)
  })
  test('leaves no hole open and uses each id once', async () => {
    const page = await drawn(caseView(), null, language)
    expect(page.match(/\{\w+\}/g)).toBeNull()
    expect(page).not.toContain('undefined')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
  test('has a sentence for every reason a step may be refused, and every state of a notice', async () => {
    for (const why of whys) {
      const page = await drawn(caseView(), formOf({ trouble: { is: 'refused', why } }), language)
      expect(page, why).toContain(consoleTexts[language].case.why[why])
    }
    for (const state of noticeStates) expect(consoleTexts[language].case.notices.states[state], state).toBeDefined()
  })
})

test('that words may be sensitive is said once, however many codes say so', async () => {
  const why = ['coucher avec', 'agent'].map((word) => ({
    what: 'sensitive' as const,
    name: word,
    words: [word, 'carte'],
  }))
  const page = await drawn(caseView({ suggested: { ...caseView().suggested, category: null, sensitive: true, why } }))
  expect(page.split(consoleTexts.fr.case.suggested.sensitive)).toHaveLength(2)
  expect(page.match(/«\u00a0carte\u00a0»/g)).toHaveLength(1)
})

test('an SMS without a report of arrival is not said to have arrived', async () => {
  const [notice] = caseView().notices
  const sent = {
    ...notice,
    state: 'delivered' as const,
    template: 'acknowledgement',
    to: 'complainant',
    segments: 1,
    resent: false,
  }
  const page = await drawn(caseView({ notices: [{ ...sent, at: '2027-06-08T09:00:00.000Z', unconfirmed: true }] }))
  expect(page).toContain('sans rapport d’arrivée')
  expect(page).not.toContain('>arrivé le mar')
})

describe('what somebody typed', () => {
  test.each(attacks)('runs nowhere and reads as typed: %s', async (words) => {
    const line = { entry: entry('noted', '2027-06-07T09:00:00.000Z', { role: 'partner', person: 'p' }, {}), names: {} }
    const view = caseView({
      text: words,
      history: [{ ...line, who: words, words }],
      suggested: { ...caseView().suggested, why: [{ what: 'place', name: words, words: [words] }] },
      intakePoint: words,
      readyAnswer: words,
    })
    const preview = {
      ...({ text: words, alphabet: 'gsm7', units: 9, segments: 1, perSegment: 160 } as const),
      changes: [[words, words]] as const,
      tooLong: false,
    }
    const page = await drawn(view, formOf({ step: 'answer', values: { answer: [words], outcome: [words] }, preview }))
    expect(page).not.toMatch(/<script(?! src="\/console\/sms\.js" defer><\/script>)|<img|onerror=alert\(1\)>/)
    const escaped = words
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
    expect(page).toContain(`dir="auto">${escaped}</blockquote>`)
    expect(page).toContain(`>\n${escaped}</textarea>`)
  })
  test('in a language nobody can tell is marked as no language, and the page says so', async () => {
    const page = await drawn(caseView({ text: 'merci', suggested: { ...caseView().suggested, language: null } }))
    expect(page).toContain('<blockquote class="words" lang="" dir="auto">merci</blockquote>')
    expect(page).toContain(caseFr.suggested.noLanguage)
  })
  test('from right to left keeps its direction, its blanks and its lines', async () => {
    const text = '  مرحبا\nsmall  (1)'
    const page = await drawn(
      caseView({ text, suggested: { ...caseView().suggested, language: { code: 'ar', name: 'arabe' } } }),
    )
    expect(page).toContain(`<blockquote class="words" lang="ar" dir="auto">${text}</blockquote>`)
  })
})

describe('a form that comes back', () => {
  test('invalid: each problem leads to its field, which says it again', async () => {
    const form = formOf({ flaws: { text: 'too_small' } })
    const page = await drawn(caseView(), form)
    expect(page).toContain('href="#note-text"')
    expect(page).toMatch(/id="note-text"[^>]*aria-describedby="note-text-faute"[^>]*aria-invalid="true"/)
  })
  test('keeps its request id, so that sending it again is the same step', async () => {
    const page = await drawn(caseView(), formOf({ trouble: { is: 'refused', why: 'status' } }))
    expect(page).toContain('value="sent-1"')
    expect(page).toContain('>\nvu</textarea>')
  })
})

describe('promise and clocks', () => {
  test('say in words what is late and what is left', async () => {
    expect(await drawn(caseView())).toMatch(/la promesse n’est pas tenue[\s\S]*en retard de 19\u00a0h/)
    expect(await drawn(caseView({ now: '2027-06-17T14:00:00.000Z' }))).toMatch(/reste 4\u00a0jours/)
  })
  test('an S case promises nothing', async () => {
    expect(await drawn(caseView({ lane: 'S1', promisedAt: null }))).toContain(caseFr.promise.never)
  })
  test('of an answered case the date is past; of a dismissed one none is owed', async () => {
    expect(await drawn(caseView({ status: 'answered' }))).toContain('Des nouvelles étaient promises')
    expect(await drawn(caseView({ dismissed: true }))).toContain(caseFr.promise.dismissed)
  })
  test('after the verdict the case waits for nobody: it closes; the later of two erasures is that of the words', async () => {
    const at = (dueAt: string, name: 'confirm' | 'erase') => ({ name, sinceAt: dueAt, dueAt })
    const clocks = [at('2028-06-01T09:00:00.000Z', 'confirm')]
    expect(await drawn(caseView({ clocks, satisfaction: 1 }))).toContain(`<b>${caseFr.promise.closing}</b>`)
    expect(await drawn(caseView({ clocks }))).toContain('<b>Attendre l’avis</b>')
    const erasures = [at('2028-01-01T09:00:00.000Z', 'erase'), at('2028-06-01T09:00:00.000Z', 'erase')]
    expect(await drawn(caseView({ clocks: erasures }))).toMatch(/Effacer le numéro[\s\S]*Effacer les paroles/)
  })
})

test('the same reminder again and again is one line, until something else happens', async () => {
  const by = { role: 'system', person: null } as const
  const reminded = (at: string) => ({
    entry: entry('reminded', at, by, { clock: 'answer', to: 'focal-point', step: 1 }),
    names: {},
    who: null,
    words: null,
  })
  const noted = { ...reminded(''), entry: entry('noted', '2027-06-10T09:00:00.000Z', by, {}) }
  const days = ['2027-06-08', '2027-06-09', '2027-06-11'].map((on) => reminded(`${on}T09:00:00.000Z`))
  const page = await drawn(caseView({ history: [...days.slice(0, 2), noted, ...days.slice(2)] }))
  expect(page.match(/Rappel\u00a0: Point focal/g)).toHaveLength(2)
  expect(page).toContain('2 fois depuis le')
})

describe('the S lanes', () => {
  test('explain why two people are needed, and to whom it falls', async () => {
    const second = { what: 'receipt', who: 'Aïssata', level: null, dropped: [], mine: true } as const
    expect(await drawn(caseView({ lane: 'S2', second }))).toContain(caseFr.second.mine)
    expect(await drawn(caseView({ lane: 'S2', second: { ...second, mine: false } }))).toContain(caseFr.second.yours)
  })
  test('the sheet carries no words for S2, and those of S1', async () => {
    const sheet = async (lane: 'S1' | 'S2') => String(await sheetBody(caseView({ lane }), consoleTexts.fr))
    expect(await sheet('S1')).toContain('On demande 500 F')
    expect(await sheet('S2')).not.toContain('On demande 500 F')
  })
})

test('a template takes what is put in as it is, and drops a part without its value', () => {
  expect(say('[par {who}, ]{what}', { who: null, what: '[{who}]' })).toBe('[{who}]')
  expect(say('Au plus tard le {day}.', { day: '7 déc.' })).toBe('Au plus tard le 7 déc.')
})
