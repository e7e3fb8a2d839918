import type { Viewer } from '../../case/actor.ts'
import { type Contact, contactRoles, type ContactScene, readContacts } from '../../directory/contacts.ts'
import { isInvited, type Member, mayOpenAccount } from '../../directory/member.ts'
import type { Organisation } from '../../directory/organisation.ts'
import { firstRead, type SheetChosen, type SheetsIn } from '../../directory/sheet.ts'
import { heard } from '../../places/normalise.ts'
import type { ImportDrafts } from '../../ports/directory/import-drafts.ts'
import type { Vault } from '../../ports/vault.ts'
import type { DirectoryWhy } from '../../directory/why.ts'
import type { DirectoryNeeds } from './change.ts'
import { mayInDirectory } from './rights.ts'
import { mailKeysOf } from './take-invitation.ts'

/** As many people as one page shows. */
const mostContacts = 300
const sealedFor = 'contacts'

export interface ContactNeeds extends DirectoryNeeds {
  importDrafts: ImportDrafts
  vault: Pick<Vault, 'seal' | 'open' | 'fingerprints'>
  toPhone: (written: string) => string | null
  /** So that what was just added to the directory is there for what follows. */
  refreshProgramme: () => Promise<void>
}

/** What a list was understood to say, and what would be done with each of its people as the directory is now. */
export interface ContactPlan {
  id: string
  added: readonly Organisation[]
  lines: readonly PlannedContact[]
  sheet: SheetChosen | null
}
export interface PlannedContact {
  contact: Contact
  is: 'new' | 'changed' | 'same' | 'wrong'
  /** What is different, of somebody known. */
  changes: readonly ('name' | 'organisation' | 'role' | 'region')[]
  /** Their number becomes that of the organisation, which has none yet. */
  givesPhone: boolean
  /** Their number is kept, sealed, so that they hear of it by SMS: none was, or another one. */
  keepsPhone: boolean
  /** Its keyed digest; '' where they have none. */
  phoneKey: string
  /** Their address is kept the same way, so that they can hear of it by e-mail. */
  keepsMail: boolean
  /** Their account does not open before the protocol of their organisation is recorded. */
  waits: boolean
  /** Invited, and has not signed in yet. */
  isExpected: boolean
  before: Member | null
  mailKey: string
}

type Draft = Pick<ContactPlan, 'added' | 'sheet'> & { contacts: readonly Contact[] }

export type ContactsPreviewed = { is: 'unknown' } | { is: 'refused'; why: DirectoryWhy } | { is: 'kept' }

/** Reads a list and keeps it sealed for an hour: nothing is written before somebody says so. */
export async function previewContacts(
  viewer: Viewer,
  { id, sheets, adds }: { id: string; sheets: SheetsIn; adds: boolean },
  { programme, importDrafts, vault, ...needs }: ContactNeeds & Pick<ContactScene, 'naming' | 'language'>,
): Promise<ContactsPreviewed> {
  if (!mayInDirectory(viewer, 'edit')) return { is: 'unknown' }
  if (typeof sheets === 'string') return { is: 'refused', why: sheets }
  if (sheets.every(({ rows }) => rows.length === 0)) return { is: 'refused', why: 'empty' }
  const { organisations, clusters } = programme
  // What is beyond is counted and not read: each line is held against those before it.
  const read = firstRead(sheets, (rows) =>
    readContacts(rows.slice(0, mostContacts + 1), { ...needs, organisations, clusters, adds }),
  )
  if (!read) return { is: 'refused', why: 'no-contact-header' }
  if (read.rows.length > mostContacts) return { is: 'refused', why: 'too-many-people' }
  const draft: Draft = { ...read.said, sheet: read.sheet }
  const sealed = await vault.seal('general', sealedFor, JSON.stringify(draft))
  await importDrafts.keepSealed(id, { person: viewer.person, sealed })
  return { is: 'kept' }
}

/** What a list that was looked at would do now; null where there is none of this person's. */
export async function contactPlan(viewer: Viewer, id: string, needs: ContactNeeds): Promise<ContactPlan | null> {
  const { directory, importDrafts, vault, programme } = needs
  const kept = mayInDirectory(viewer, 'edit') ? await importDrafts.findSealed(id) : null
  if (kept?.person !== viewer.person) return null
  const { added, contacts, sheet } = JSON.parse(await vault.open('general', sealedFor, kept.sealed)) as Draft
  const [members, phones, invitations] = await Promise.all([directory.members(), directory.withResponsible(), directory.invitations()]) // prettier-ignore
  const known = new Set(programme.organisations.map((one) => one.id))
  const given = new Set(phones)
  const lines: PlannedContact[] = []
  for (const contact of contacts) {
    const keys = await mailKeysOf(contact.mail, needs)
    const before = memberOf(contact, keys, members)
    const { organisation, phone } = contact
    const givesPhone = contact.why.length === 0 && phone !== null && organisation !== null && !given.has(organisation)
    if (givesPhone) given.add(organisation)
    const isExpected = before !== null && isInvited(before)
    const phoneKeys = phone === null ? [] : await vault.fingerprints(`phone:${phone}`)
    const kept = before && invitations.get(before.id)
    const hears = contact.why.length === 0 && (before === null || isExpected)
    const said = { organisation, underProtocol: before?.underProtocol ?? true, inPair: before?.inPair ?? null }
    lines.push({
      ...fateOf(contact, before),
      contact,
      givesPhone,
      waits: !mayOpenAccount(said, programme.organisations),
      isExpected,
      keepsPhone: hears && phone !== null && !(kept && phoneKeys.includes(kept.phoneKey)),
      keepsMail: hears && programme.settings.mailFrom !== null && !kept?.sealedMail,
      phoneKey: phoneKeys[0] ?? '',
      before,
      mailKey: keys[0] ?? '',
    })
  }
  return { id, added: added.filter((one) => !known.has(one.id)), lines, sheet }
}

/** By their address; somebody added by hand by their name, at the same organisation. */
const memberOf = ({ name, organisation }: Contact, keys: readonly string[], members: readonly Member[]) =>
  members.find(({ mailKey }) => mailKey !== null && keys.includes(mailKey)) ??
  members.find((one) => one.mailKey === null && one.organisation === organisation && heard(one.name) === heard(name)) ??
  null

function fateOf(contact: Contact, before: Member | null): Pick<PlannedContact, 'is' | 'changes'> {
  if (contact.why.length > 0) return { is: 'wrong', changes: [] }
  if (before === null) return { is: 'new', changes: [] }
  // Whoever has another role by now was given it by hand, and a list takes nothing back.
  const isTheirs = contactRoles.some((role) => role === before.role) && before.active
  const fields = ['name', 'organisation', 'role', 'region'] as const
  const changes = isTheirs ? fields.filter((field) => before[field] !== contact[field]) : []
  return { is: changes.length > 0 ? 'changed' : 'same', changes }
}

export const isToDo = ({ is, givesPhone, keepsPhone, keepsMail }: PlannedContact): boolean =>
  is === 'new' || is === 'changed' || givesPhone || keepsPhone || keepsMail

/** Addresses to open accounts for: of those expected, whose organisation has its protocol. Nobody who has come is among them. */
export const mailsToInvite = ({ lines }: ContactPlan): string[] =>
  lines.filter(({ is, isExpected, waits }) => is !== 'wrong' && isExpected && !waits).map(({ contact }) => contact.mail)
