import { Early } from '../../case/codes.ts'
import { toGsm7 } from '../gsm7.ts'
import type { Messages } from '../messages.ts'
import type { Settings } from '../settings.ts'
import type { TemplateName, Templates } from '../template.ts'

/** Stands where a text holds what changes from SMS to SMS, numbers and dates apart. */
const open = 'zqzqz'
const reference = '0000000000'
const date = '01/01'
/** What staff wrote is as long as an answer may be; of what stands around it so much must be ours. */
const fewestLetters = 15

type Samples = { [Name in TemplateName]: readonly Templates[Name][] }

/** Every way each SMS may read. */
function samplesOf({ languages }: Messages, settings: Settings): Samples {
  const { ussdCode: followUp, helpNumber, emergencyNumber, consoleLink: link } = settings
  const [numbered, dated, worded, aided] = [[{ reference }], [{ reference, date }], [{ reference, text: open }], [{ helpNumber }]] // prettier-ignore
  const alone: readonly Record<string, never>[] = [{}]
  return {
    acknowledgement: [{ reference, date, followUp }],
    acknowledgementShort: numbered,
    acknowledgementDanger: [date, ''].map((on) => ({ reference, date: on, emergencyNumber })),
    acknowledgementList: [{ days: [{ date: open, references: [open] }] }],
    acknowledgementThanks: numbered,
    acknowledgementCall: dated,
    delay: dated,
    closedDays: dated,
    paused: dated,
    raised: Early.options.map((because) => ({ reference, date, because })),
    escalated: dated,
    late: dated,
    transferred: dated,
    question: worded,
    answer: worded,
    refused: worded,
    satisfactionReminder: numbered,
    reopened: dated,
    closed: dated,
    closedDisagreed: dated,
    withdrawn: numbered,
    withdrawalNoted: alone,
    withdrawHow: alone,
    thanksForVerdict: numbered,
    greeting: alone,
    help: [{ followUp, helpNumber }],
    stage: (['received', 'in-hand', 'answered'] as const).flatMap((stage) =>
      [date, null].map((on) => ({ reference, stage, date: on })),
    ),
    unknownReference: aided,
    stopped: [null, reference].flatMap((of) => aided.map((one) => ({ ...one, reference: of }))),
    started: alone,
    silenced: alone,
    language: [{ languages }],
    languages: [{ languages }],
    callWho: dated,
    reminder: [{ open: 0, late: 0, link }],
    invitation: [{ link }],
  }
}

/** As a machine may bring it back: other letters for ours, other blanks, and numbers of its own. */
const plain = (text: string): string =>
  toGsm7(text)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\p{N}+/gu, '0')
    .trim()

interface Own {
  begins: string
  /** Null where it reads so to its end. */
  ends: string | null
}

function ownOf(text: string): Own {
  const said = plain(text)
  const parts = said.split(open)
  return { begins: (parts[0] ?? '').trim(), ends: parts.length === 1 ? null : (parts.at(-1) ?? '').trim() }
}

const known = new WeakMap<Settings, { messages: Messages; texts: readonly Own[] }>()

/** Made at the first message, for a programme's own texts in each of its languages, with the numbers it has set. */
function ownTexts(messages: Messages, settings: Settings): readonly Own[] {
  const made = known.get(settings)
  if (made?.messages === messages) return made.texts
  const samples = Object.entries(samplesOf(messages, settings)) as [TemplateName, readonly never[]][]
  const all = messages.languages.flatMap(({ sms }) =>
    samples.flatMap(([name, values]) => values.map((one) => ownOf(sms[name](one)))),
  )
  const telling = all.filter(({ begins, ends }) => begins.length + (ends ?? '').length >= fewestLetters)
  known.set(settings, { messages, texts: telling })
  return telling
}

/**
 * Is it one of our own SMS come back, word for word, whatever numbers stand in it: from a machine that answers with what it got, or a phone that
 * sends on what it gets? With a word of theirs before or behind it is somebody's voice.
 */
export function isOwnText(text: string, { messages, settings }: { messages: Messages; settings: Settings }): boolean {
  const said = plain(text)
  return ownTexts(messages, settings).some(({ begins, ends }) =>
    ends === null ? said === begins : said.startsWith(begins) && said.endsWith(ends) && ends.length >= fewestLetters,
  )
}
