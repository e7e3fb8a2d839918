import type { Role } from '../case/actor.ts'
import { heard, words } from '../places/normalise.ts'
import { plainName } from '../places/plain-name.ts'
import type { CsvRow } from './matrix/csv.ts'
import { organisationFinder } from './matrix/organisation.ts'
import type { MatrixNaming, MatrixScene } from './matrix/shape.ts'
import type { Organisation } from './organisation.ts'

export const contactColumns = ['organisation', 'acronym', 'kind', 'person', 'role', 'region', 'mail', 'phone'] as const
export type ContactColumn = (typeof contactColumns)[number]

/** How lists of contacts are written; every text as its folded words, joined by a blank. */
export interface ContactNaming {
  columns: Record<ContactColumn, readonly string[]>
  blanks: readonly string[]
  kinds: MatrixNaming['kinds']
  /** Functions by the role they have here; any other is somebody of a partner. */
  roles: Readonly<Record<string, ContactRole>>
  /** Words of functions that are added one by one, each by whoever vouches for them. */
  apart: readonly string[]
  /** Words around a region that say nothing. */
  aroundRegions: readonly string[]
}

/** Whom a list may invite: nobody who reads cases of others, or needs a second factor. */
export const contactRoles = ['partner', 'authority', 'relay'] as const satisfies readonly Role[]
export type ContactRole = (typeof contactRoles)[number]

export type ContactWhy =
  | ('no-organisation' | 'unknown-organisation' | 'no-person' | 'no-mail' | 'bad-mail' | 'twice')
  | ('bad-phone' | 'unknown-region' | 'region-needed' | 'added-apart')

/** One person of a list. Where `why` says something nothing is done. */
export interface Contact {
  line: number
  name: string
  organisation: string | null
  role: ContactRole
  region: string | null
  mail: string
  phone: string | null
  /** The spreadsheet kept the phone as a number: what it was read as is to be looked at. */
  phoneWasNumber: boolean
  why: readonly ContactWhy[]
}

export interface ContactScene extends Pick<MatrixScene, 'organisations' | 'language' | 'adds'> {
  naming: ContactNaming
  clusters: readonly { id: string; name: string }[]
  toPhone: (written: string) => string | null
}

/** A title and a date may stand above the names of the columns. */
const headerWithin = 12
/** With all that may stand on either side of it (RFC 5321, 4.5.3.1). */
const longestMail = 254
/** What a mailbox looks like; only the provider knows whether there is one. It begins as no formula does, for addresses leave in a file. */
const isMail = (written: string): boolean =>
  written.length <= longestMail && /^[\p{L}\p{N}_][^\s@,;<>]{0,63}@[^\s@,;<>]+\.[^\s@,;<>]{2,}$/u.test(written)

/** Null where no row names the columns: an organisation, a person and an address. */
export function readContacts(
  rows: readonly CsvRow[],
  scene: ContactScene,
): { contacts: Contact[]; added: Organisation[] } | null {
  const header = headerOf(rows, scene.naming)
  if (!header) return null
  const { naming } = scene
  const finder = organisationFinder(scene)
  const seen = new Set<string>()
  // The second line of a file may hold tags of the Humanitarian Exchange Language.
  const said = rows.slice(header.at + 1).filter(({ cells }) => !cells.every((one) => one === '' || one.startsWith('#')))
  const contacts = said.map(({ line, cells, numbers = [] }): Contact => {
    const cell = (column: ContactColumn): string => {
      const written = cells[header.columns.get(column) ?? -1] ?? ''
      return naming.blanks.includes(heard(written)) ? '' : written
    }
    const region = regionIn(cell('region'), scene)
    const isNamed = cell('organisation') !== '' || cell('acronym') !== ''
    const column = (name: string): string => {
      const own = contactColumns.find((one) => one === name)
      return own === undefined ? '' : cell(own)
    }
    const organisation = isNamed ? finder(column, [], region === 'unknown' ? null : region) : null
    const kind = [...scene.organisations, ...finder.added()].find(({ id }) => id === organisation)?.kind
    const role = naming.roles[heard(cell('role'))] ?? (kind === 'authority' ? 'authority' : 'partner')
    // Enough to see that it is too long: all that is read is kept for an hour.
    const mail = cell('mail')
      .toLowerCase()
      .slice(0, longestMail + 1)
    const phoneWasNumber = numbers.includes(header.columns.get('phone') ?? -1)
    const phone = phoneIn(cell('phone'), phoneWasNumber, scene)
    const wrong: [ContactWhy, boolean][] = [
      ['no-organisation', !isNamed],
      ['unknown-organisation', isNamed && organisation === null],
      ['no-person', cell('person') === ''],
      ['no-mail', mail === ''],
      ['bad-mail', mail !== '' && !isMail(mail)],
      ['twice', mail !== '' && seen.has(mail)],
      ['bad-phone', cell('phone') !== '' && phone === null],
      ['unknown-region', region === 'unknown'],
      ['region-needed', role === 'authority' && region === null],
      ['added-apart', words(cell('role')).some((word) => naming.apart.includes(word))],
    ]
    seen.add(mail)
    return {
      line,
      name: plainName(cell('person')).trim().slice(0, 80),
      organisation,
      role,
      region: region === 'unknown' ? null : region,
      mail,
      phone,
      phoneWasNumber: phoneWasNumber && phone !== null,
      why: wrong.filter(([, isSo]) => isSo).map(([why]) => why),
    }
  })
  const used = new Set(contacts.filter(({ why }) => why.length === 0).map(({ organisation }) => organisation))
  return { contacts, added: finder.added().filter(({ id }) => used.has(id)) }
}

/** Of a number that lost its beginning in a spreadsheet, the plus, then the zero, is tried again. */
function phoneIn(cell: string, wasNumber: boolean, { toPhone }: ContactScene): string | null {
  if (cell === '') return null
  const ways = wasNumber ? [cell, `+${cell}`, `0${cell}`] : [cell]
  return ways.map(toPhone).find((one) => one !== null) ?? null
}

function headerOf(rows: readonly CsvRow[], { columns }: ContactNaming) {
  for (const [at, { cells }] of rows.slice(0, headerWithin).entries()) {
    const named = cells.map(heard)
    const found = new Map<ContactColumn, number>()
    for (const column of contactColumns) {
      const name = columns[column].find((one) => named.includes(one))
      if (name !== undefined) found.set(column, named.indexOf(name))
    }
    if (found.has('person') && found.has('mail') && (found.has('organisation') || found.has('acronym')))
      return { at, columns: found }
  }
  return null
}

/** The cluster of a region by its name or id; null for an empty cell. */
function regionIn(cell: string, { clusters, naming }: ContactScene): string | null {
  const said = words(cell)
    .filter((word) => !naming.aroundRegions.includes(word))
    .join(' ')
  if (said === '') return null
  return clusters.find(({ id, name }) => [heard(id), heard(name)].includes(said))?.id ?? 'unknown'
}
