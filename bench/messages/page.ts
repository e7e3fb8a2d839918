import { format } from 'prettier'
import type { Messages } from '../../core/notices/messages.ts'
import { peopleTextsFor } from '../../languages/people.ts'
import { languages } from '../../programme/languages.ts'
import { smsPrice } from '../../programme/settings.ts'
import { everything, lives } from './longest.ts'
import {
  type Letter,
  type ScreenMeasured,
  screenLines,
  screenUnits,
  screensOf,
  type SmsMeasured,
  smsOf,
  tooMuch,
} from './measure.ts'

/** Where it is written. */
export const page = 'docs/messages.md'

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells))].join('\n')

const alphabets = { gsm7: 'GSM-7', ucs2: 'UCS-2' } as const
const price = (segments: number): string => (segments * smsPrice.perSegment).toFixed(3)
const perThousand = (segments: number): string => (1_000 * segments * smsPrice.perSegment).toFixed(2)
const lettersOf = (letters: readonly Letter[]): string =>
  letters.map(([letter, plainer]) => (letter === plainer ? letter : `${letter} → ${plainer}`)).join(', ')

const smsTable = (rows: readonly SmsMeasured[]): string =>
  table(
    [
      'SMS',
      'alphabet',
      'units',
      'segments',
      'allowed',
      'letters for staff',
      'letter that costs → plainer',
      `${smsPrice.currency} per 1,000`,
    ],
    rows.map(({ name, alphabet, units, segments, allowed, room, letters }) => [
      ...[name, alphabets[alphabet], units, segments, allowed],
      ...[room ?? '', lettersOf(letters), perThousand(segments)],
    ]),
  )

const screenTable = (rows: readonly ScreenMeasured[]): string =>
  table(
    [
      'screen',
      'alphabet',
      `of ${String(screenUnits)}`,
      `lines of ${String(screenLines)}`,
      'letter that costs → plainer',
    ],
    rows.map(({ name, alphabet, units, lines, letters }) => [
      name,
      alphabets[alphabet],
      units,
      lines,
      lettersOf(letters),
    ]),
  )

function livesTable({ languages: offered }: Messages, bySms: (code: string) => readonly SmsMeasured[]): string {
  const rows = offered.flatMap(({ code, name }) =>
    Object.entries(lives).map(([life, templates]) => {
      const segments = templates.reduce(
        (sum, template) => sum + (bySms(code).find((one) => one.name === template)?.segments ?? 0),
        0,
      )
      return [name, life, templates.length, segments, price(segments)]
    }),
  )
  return table(['language', 'a case that is', 'SMS', 'segments', smsPrice.currency], rows)
}

/** What a text lacks of its own is another's, which stands in that one's table. */
const own = <One extends { name: string; text: string }>(all: readonly One[], before: readonly One[]): One[] =>
  all.filter(({ name, text }) => !before.some((one) => one.name === name && one.text === text))

/** The texts people get, measured: the page, and what is too much. */
export async function measuredPage(
  given = peopleTextsFor(everything, languages).messages,
): Promise<{ text: string; wrong: string[] }> {
  const sms = new Map(given.languages.map((one) => [one.code, smsOf(one, given)]))
  const shown = new Map(given.languages.map((one) => [one.code, screensOf(one)]))
  const [first] = given.languages
  const sections = given.languages.flatMap(({ code, name, draft }) => {
    const isFirst = code === first.code
    const of = <One extends { name: string; text: string }>(all: ReadonlyMap<string, One[]>) =>
      isFirst ? (all.get(code) ?? []) : own(all.get(code) ?? [], all.get(first.code) ?? [])
    return [
      `## ${name}`,
      ...(isFirst ? [] : [`${draft ? 'A draft. ' : ''}What is not listed reads as in ${first.name}.`]),
      smsTable(of(sms)),
      screenTable(of(shown)),
    ]
  })
  const text = [
    '# What our messages cost',
    '<!-- Written by `npm run messages`: change the texts, the price (programme/settings.ts) or the script (bench/messages/), not this page. -->',
    `Every SMS and every screen of the keypad in every language people are written to in, at its longest: all that operators may give is set, and staff write until the SMS is full. One segment costs ${String(smsPrice.perSegment)} ${smsPrice.currency}${smsPrice.confirmed ? '' : ', a price of another country until one of Mali is given in writing'}. The build fails where a text takes more than it is allowed, is written with a letter that GSM-7 has not, or a screen is longer than ${String(screenUnits)} or ${String(screenLines)} lines (\`tests/programme/messages.test.ts\`).`,
    "**No letter is left to a gateway.** What staff wrote, and the name of a place, is put into the letters of GSM-7 by `toGsm7` (`core/notices/gsm7.ts`) before it leaves, for SMS in `noticeText`, for the keypad where its screen is made: « ç » is sent as « c », « ê » as « e », « ɛ » as « è », « ’ » as « ' », since message centres make « Ç », « ? » or « @ » of them. Where one letter has no plain form (Arabic, N’Ko, a picture) the whole SMS travels as UCS-2, by the count that says so (`segments`): 70 letters instead of 160.",
    '## A whole case',
    livesTable(given, (code) => sms.get(code) ?? []),
    'What whole cases really cost, by what was sent and paid for, stands on the page of figures and in its files: the median and the total, by currency, language and month ([figures](figures.md)). What a single case cost so far stands on its own page.',
    ...sections,
  ].join('\n\n')
  return {
    text: await format(text, { parser: 'markdown' }),
    wrong: tooMuch([...sms.values()].flat(), [...shown.values()].flat()),
  }
}
