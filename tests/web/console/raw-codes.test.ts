import { describe, expect, test } from 'vitest'
import { consents, channels, kinds } from '../../../core/channel/message.ts'
import { roles } from '../../../core/case/actor.ts'
import { outcomes } from '../../../core/case/codes.ts'
import { happenings } from '../../../core/case/happenings.ts'
import { levels } from '../../../core/case/level.ts'
import { statuses } from '../../../core/case/status.ts'
import { noticeStates } from '../../../core/notices/notice.ts'
import { caseBody } from '../../../web/console/case/page.ts'
import { happening } from '../../../web/console/case/words.ts'
import { inboxRow } from '../../../web/console/inbox/row.ts'
import { searchBody } from '../../../web/console/search/page.ts'
import { caseView } from '../../support/web/case-samples.ts'
import { now, row, view } from '../../support/web/inbox-samples.ts'
import { found, searchView } from '../../support/web/search-samples.ts'
import { consoleTexts } from '../../support/console/texts.ts'

/** No code of ours may be read on a page as it is stored: « Pour : other. » was. Every code is drawn wherever it can stand. */

type Language = keyof typeof consoleTexts
const here = { now, utcOffsetMinutes: 0 }
const at = '2027-06-07T09:00:00.000Z'

/** What a reader sees of a page, without what an address or a field's value holds. */
const seen = (page: unknown): string => String(page).replace(/<[^>]*>/g, ' ')
/** A code among the words, and not the same word in the language itself. */
const shows = (text: string, code: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d-])${code}(?![\\p{L}\\d-])`, 'u').test(text)

/** The values a stored field can take, where they are a closed list. */
function valuesOf(schema: unknown): readonly string[] {
  const { def } = (schema as { _zod: { def: Record<string, unknown> } })._zod
  if (def['type'] === 'enum') return Object.values(def['entries'] as Record<string, string>)
  if (def['type'] === 'optional' || def['type'] === 'nullable') return valuesOf(def['innerType'])
  return []
}
const lines = Object.entries(happenings).flatMap(([what, codes]) =>
  Object.entries(codes).flatMap(([name, schema]) => valuesOf(schema).map((code) => ({ what, name, code }))),
)
/**
 * The texts of a language with nothing left of what it says for codes, and of its sentences but their holes: what then still reads like a code
 * was never put into words.
 */
function wordless(language: Language) {
  const words = consoleTexts[language]
  const emptied = (list: object) => Object.fromEntries(Object.keys(list).map((code) => [code, '§']))
  const holes = (text: string) => (text.match(/\[|\]|\{\w+\}/g) ?? []).join(' ')
  const lists = Object.entries(words.codes).map(([name, list]: [string, object]): [string, object] => [
    name,
    Array.isArray(list) ? list : emptied(list),
  ])
  const happenings = Object.entries(words.codes.happenings).map(([what, text]): [string, string] => [what, holes(text)])
  const codes = {
    ...Object.fromEntries(lists),
    happenings: Object.fromEntries<string>(happenings),
  } as typeof words.codes
  const facts = Object.fromEntries(
    Object.entries(words.questions.facts).map(([name, fact]) => [name, { label: '', answers: emptied(fact.answers) }]),
  )
  // An English sentence with the word in it.
  const also = { ...words.case.also, notThanks: '§' }
  return {
    ...words,
    codes,
    questions: { ...words.questions, facts },
    case: { ...words.case, also },
    inbox: { ...words.inbox, actions: emptied(words.inbox.actions) },
    search: { ...words.search, statuses: emptied(words.search.statuses) },
  } as typeof words
}

const clocks = [
  'read',
  'assess',
  'act',
  'answer',
  'refer',
  'tell',
  'call',
  'judge',
  'sort',
  'confirm',
  'erase',
] as const
const actions = ['sort-other', 'judge', 'sort-reply', 'read-reply', 'visit', 'wait-for-verdict', 'call', 'tell', 'confirm-receipt', 'receipt', 'confirm-level', 'assess', 'wait', 'accept', 'act', 'refer', 'answer', 'assign', 'erase'] // prettier-ignore

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  const words = wordless(language)

  test('every line of a history, with every code it can hold', () => {
    expect(lines.length).toBeGreaterThan(80)
    for (const { what, name, code } of lines) {
      const text = happening({ entry: { what, at, [name]: code } as never, names: {} }, here, words)
      const raw = shows(text, code)
      expect({ what, name, code, text: raw ? text : '' }).toEqual({ what, name, code, text: '' })
    }
    // Answers have one sentence among them, with the words of their question.
    const said = [
      ...Object.keys(words.codes.happenings),
      ...Object.keys(words.questions.facts).map((name) => `${name}-given`),
    ]
    for (const what of Object.keys(happenings)) expect(said).toContain(what)
  })

  test.each([
    ['kind', kinds],
    ['channel', channels],
    ['status', statuses],
    ['level', levels],
    ['onBehalf', ['self', 'other', 'group']],
    ['nextAction', actions],
  ] as const)('the page of a case with every %s', async (name, codes) => {
    const plain = seen(await caseBody({ view: caseView(), form: null, revealed: null }, words))
    for (const code of codes) {
      const page = seen(await caseBody({ view: caseView({ [name]: code }), form: null, revealed: null }, words))
      const raw = shows(page, code) && !shows(plain, code)
      expect({ name, code, raw }).toEqual({ name, code, raw: false })
    }
  })

  test('a row of the inbox with every next action, clock, kind and channel', async () => {
    const rows = [
      ...actions.map((nextAction) => ({ code: nextAction, row: row({ nextAction }) })),
      ...clocks.map((clock) => ({ code: clock, row: row({ clock }) })),
      ...kinds.map((kind) => ({ code: kind, row: row({ kind, categoryLabel: null }) })),
      ...channels.map((channel) => ({ code: channel, row: row({ channel }) })),
    ]
    for (const { code, row: one } of rows) {
      const text = seen(await inboxRow(one, view(), words)).toLowerCase()
      expect({ code, raw: shows(text, code) ? text : '' }).toEqual({ code, raw: '' })
    }
  })

  test('the search with every choice it offers, and every case it may find', () => {
    const { statuses: searched } = consoleTexts[language].search
    const pages = [
      ...levels.map((code) => ({ code, view: searchView({ choices: { levels: [code] } }) })),
      ...channels.map((code) => ({ code, view: searchView({ choices: { channels: [code] } }) })),
      ...kinds.map((code) => ({ code, view: searchView({ choices: { kinds: [code] } }) })),
      ...levels.map((code) => ({ code, view: searchView({ rows: [found({ level: code })] }) })),
      ...Object.keys(searched).map((status) => ({
        code: status,
        view: searchView({ rows: [found({ status: status as keyof typeof searched })] }),
      })),
      ...(['no-from', 'no-until', 'period-order', 'period-long', 'no-place', 'no-words'] as const).map((flaw) => ({
        code: flaw,
        view: searchView({ flaws: [{ field: 'du', flaw }] }),
      })),
    ]
    const plain = seen(searchBody(searchView({ rows: [found()] }), words))
    for (const { code, view: one } of pages) {
      const raw = shows(seen(searchBody(one, words)), code) && !shows(plain, code)
      expect({ code, raw }).toEqual({ code, raw: false })
    }
  })

  test('every list of codes has a word for every code', () => {
    const words = consoleTexts[language]
    const { codes } = words
    const all: [Readonly<Record<string, unknown>>, readonly string[]][] = [
      [codes.clocks, clocks],
      [codes.actions, actions],
      [codes.kinds, kinds],
      [codes.channels, channels],
      [codes.consents, consents],
      [codes.outcomes, outcomes],
      [codes.statuses, statuses],
      [codes.levels, levels],
      [codes.people, [...roles, 'complainant', 'system', 'gateway']],
      [codes.onBehalf, ['self', 'other', 'group']],
      [codes.results, ['nobody', 'wrong-number', 'unwanted']],
      [words.case.notices.states, noticeStates],
      [words.inbox.actions, actions],
    ]
    for (const [list, wanted] of all) expect(Object.keys(list)).toEqual(expect.arrayContaining([...wanted]))
  })
})
