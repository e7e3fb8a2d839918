import type { CaseFile } from '../case/case-file.ts'
import type { EntryOf } from '../case/history.ts'
import { mayContact } from '../case/may-contact.ts'
import { promisedBy } from '../case/news.ts'
import { ladder } from '../routing/owner.ts'
import type { Recipient } from './notice.ts'
import type { PublicationName } from './publication.ts'
import type { TemplateName } from './template.ts'

/** What an entry calls for: who is told what. Dates are instants here and become `dd/mm` when the text is made. */
export interface Wanted {
  template: TemplateName | PublicationName
  recipient: Recipient
  values?: Record<string, string | null>
  atOnce?: boolean
  weighty?: boolean
  /** Instead of the history index, where several entries share one notice. */
  index?: string
  /** The entry whose words it carries, where that is an earlier one. */
  about?: number
}
const person: Recipient = { to: 'complainant' }
export const topic = (name: string): Recipient => ({ to: 'topic', topic: name })
export const attention = (name: string): Wanted => ({ template: 'attention', recipient: topic(name) })
export const toPerson = (template: TemplateName, rest: Omit<Wanted, 'template' | 'recipient'> = {}): Wanted => ({
  template,
  recipient: person,
  ...rest,
})

/** The pair of a lane S, by its topic and by the phone kept for it: one way may fail, and both tell nothing but how many. */
export const toPair = (pair: string): Wanted[] => [
  attention(pair),
  { template: 'reminder', recipient: { to: 'organisation', id: pair } },
]

/** Whoever must act, by the name `ownerOf` gives. */
export function toOwner(owner: string): Wanted {
  const [kind, id] = owner.split(':')
  if (kind === 'organisation' && id) return { template: 'reminder', recipient: { to: 'organisation', id } }
  if (kind === 'region' && id) return attention(`regional-${id}`)
  return attention(kind === 'focal-point' || !kind ? 'national' : kind)
}

export const levelTopic = (level: number, region: string | null): string =>
  level >= ladder.coordination ? 'coordination' : level === ladder.region && region ? `regional-${region}` : 'national'

/** A date the person is to have even where nobody knows whether it left. */
export const dated = (date: string) => ({ values: { date }, weighty: true })

export const bySms = (caseFile: CaseFile): boolean => mayContact(caseFile) && caseFile.consent === 'sms'

/**
 * The date an assessment promises, where the person has not heard it: thanks, and what might have been S, were promised nothing; and what was
 * S1 may be promised a later day than before. An earlier one needs no SMS.
 */
export function newDate(caseFile: CaseFile, { promisedAt }: EntryOf<'assessed'>): Wanted[] {
  const heardAt = caseFile.history
    .slice(0, -1)
    .flatMap((line) => promisedBy(line) ?? [])
    .at(-1)
  if (!promisedAt || !bySms(caseFile) || (heardAt && promisedAt <= heardAt)) return []
  return [toPerson(heardAt ? 'delay' : 'acknowledgement', dated(promisedAt))]
}
