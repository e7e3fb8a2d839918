import type { Viewer } from '../../case/actor.ts'
import { invitedAs } from '../../directory/invitation.ts'
import { invitedId } from '../../directory/member.ts'
import type { Organisation } from '../../directory/organisation.ts'
import { auditLine } from './change.ts'
import { type ContactNeeds, contactPlan, isToDo, type PlannedContact } from './contact-plan.ts'
import { sealedContact, sealedMail } from '../sealed.ts'
import { saveResponsible } from './save-organisation.ts'
import { savePerson } from './save-person.ts'

/** As many people as are written before the page answers: whoever stopped half way goes on. */
const atOnce = 40
/** Each brings up to four lines into the one transaction that adds them. */
const organisationsAtOnce = 20

/** Somebody else adds organisations at the same time: looked at anew, so often. */
const tries = 3

/**
 * How many are left to do; each is looked at anew, so that whoever is there already is passed over, whoever stopped and when. `missed`: the lines that were
 * to be written and were not, since somebody wrote first.
 */
export async function applyContacts(
  viewer: Viewer,
  id: string,
  needs: ContactNeeds,
): Promise<{ left: number; missed: readonly number[] } | null> {
  const plan = await contactPlan(viewer, id, needs)
  if (!plan) return null
  await addOrganisations(viewer, plan.added, needs)
  await needs.refreshProgramme()
  const todo = plan.lines.filter(isToDo)
  const missed: number[] = []
  for (const line of todo.slice(0, atOnce)) if (!(await invite(viewer, line, needs))) missed.push(line.contact.line)
  return { left: Math.max(0, todo.length - atOnce) + missed.length, missed }
}

async function addOrganisations(viewer: Viewer, added: readonly Organisation[], needs: ContactNeeds): Promise<void> {
  for (let at = 0; at < added.length; at += organisationsAtOnce)
    for (let attempt = 1; attempt <= tries; attempt += 1)
      if (await addThese(viewer, added.slice(at, at + organisationsAtOnce), needs)) break
}

/** False where somebody wrote first. People of an organisation that is not there are missed with it. */
async function addThese(viewer: Viewer, part: readonly Organisation[], needs: ContactNeeds): Promise<boolean> {
  const { directory, now } = needs
  const overlay = await directory.overlay()
  const fresh = part.filter(({ id }) => overlay.organisations.every((one) => one.id !== id))
  if (fresh.length === 0) return true
  const written = await directory.write({
    overlay: { ...overlay, organisations: [...overlay.organisations, ...fresh] },
    administrator: viewer.person,
    audit: fresh.map(({ id, name }) =>
      auditLine(viewer, now, {
        what: 'organisation-added',
        about: `organisation:${id}`,
        changes: [{ field: 'name', from: null, to: name }],
      }),
    ),
  })
  return written === 'done'
}

/** Whether all of it was written. */
async function invite(viewer: Viewer, line: PlannedContact, needs: ContactNeeds): Promise<boolean> {
  const { contact, before, mailKey, givesPhone, keepsPhone, keepsMail } = line
  const { name, organisation, role, region, phone } = contact
  if (line.is === 'new' || line.is === 'changed') {
    const { absence: _, underProtocol: __, mailKey: ___, version, ...known } = before ?? newcomer(mailKey, needs)
    const body = { ...known, name, organisation, role, region }
    const saved = await savePerson(viewer, { body, version: before ? version : null, mailKey }, needs)
    // What is kept of how they hear of it is theirs who is there.
    if (saved.is !== 'done') return false
  }
  const given =
    !givesPhone || organisation === null || phone === null
      ? null
      : await saveResponsible(viewer, { organisation, phone }, needs)
  const isKept = !(keepsPhone || keepsMail) || (await keepWays(viewer, line, needs))
  return isKept && (given === null || given.is === 'done')
}

/** How they hear of it; a corrected number may be written to at once. False where somebody wrote first. */
async function keepWays(viewer: Viewer, line: PlannedContact, needs: ContactNeeds): Promise<boolean> {
  const { directory, vault, now } = needs
  const { contact, mailKey, phoneKey, keepsPhone, keepsMail } = line
  const id = line.before?.id ?? invitedId(mailKey)
  const before = await directory.invitation(id)
  const seal = (said: string) => vault.seal('general', invitedAs(id), said)
  const kept = before ?? { id, sealedPhone: null, phoneKey: '', sealedMail: null, sent: 0, sentAt: null }
  const phone = keepsPhone && contact.phone !== null ? await seal(sealedContact(contact.phone)) : null
  const mail = keepsMail ? await seal(sealedMail(contact.mail)) : null
  const after = {
    ...kept,
    ...(phone === null ? {} : { sealedPhone: phone, phoneKey, sentAt: null }),
    sealedMail: mail ?? kept.sealedMail,
  }
  const written = await directory.write({
    invitation: { before, after, at: now },
    administrator: viewer.person,
    audit: [],
  })
  return written === 'done'
}

const newcomer = (mailKey: string, { programme }: ContactNeeds) => ({
  id: invitedId(mailKey),
  active: true,
  languages: [programme.languages[0].code],
  focalFor: null,
  pseaOn: null,
  readerOf: [],
  absence: null,
  underProtocol: true,
  mailKey,
  version: 0,
})
