import type { IntakeProblem } from '../../intake/texts.ts'
import type { IntakeValues } from '../../intake/view.ts'

/** At which field each problem is said. */
export const fieldOf: Record<IntakeProblem, string | null> = {
  'text-missing': 'text',
  'text-too-long': 'text',
  'no-words': null,
  'channel-missing': 'channel',
  'received-unreadable': 'received',
  'received-future': 'received',
  'received-too-long-ago': 'received',
  'received-old': 'received',
  'place-unknown': 'place',
  'place-several': 'placeMeant',
  'phone-missing': 'phone',
  'phone-unreadable': 'phone',
  'phone-abroad': 'phone',
  'consent-missing': 'consent',
  other: null,
}

type Rule<Asked extends keyof IntakeValues> = readonly [IntakeProblem, (written: Pick<IntakeValues, Asked>) => boolean]

/** What must be answered whatever was said; server and browser ask the same. */
const answers: readonly Rule<'source' | 'channel' | 'phone' | 'consent'>[] = [
  ['channel-missing', ({ source, channel }) => source === '' && channel === ''],
  ['phone-missing', ({ phone, consent }) => consent !== 'none' && phone.trim() === ''],
  ['consent-missing', ({ phone, consent }) => consent === 'none' && phone.trim() !== ''],
]

/** What the server would find as well, and a browser can see without it: shorter than any number here, no words, no date. */
const plain: readonly Rule<'text' | 'phone' | 'received'>[] = [
  ['text-missing', ({ text }) => text.trim() === ''],
  ['phone-unreadable', ({ phone }) => phone.trim() !== '' && phone.replace(/\D/g, '').length < 8],
  ['received-unreadable', ({ received }) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(received)],
]

const found = <Asked extends keyof IntakeValues>(rules: readonly Rule<Asked>[], written: Pick<IntakeValues, Asked>) =>
  rules.flatMap(([problem, isSo]) => (isSo(written) ? [problem] : []))

export const unanswered = (written: Pick<IntakeValues, 'source' | 'channel' | 'phone' | 'consent'>): IntakeProblem[] =>
  found(answers, written)

/** What is lacking in a form that cannot be sent now; the person is still there to be asked. */
const lacking = (
  written: Pick<IntakeValues, 'source' | 'channel' | 'phone' | 'consent' | 'text' | 'received'>,
): IntakeProblem[] => [...found(plain, written), ...unanswered(written)]

/** What a form lacks that a browser can see; a browser sends no field nobody chose. */
export const lackingIn = (fields: Readonly<Record<string, string>>): IntakeProblem[] => {
  const { source = '', channel = '', phone = '', consent = 'none', text = '', received = '' } = fields
  return lacking({ source, phone, text, received, channel, consent } as IntakeValues)
}
