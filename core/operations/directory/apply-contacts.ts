import type { Viewer } from '../../case/actor.ts'
import { invitedAs } from '../../directory/invitation.ts'
import { invitedId } from '../../directory/member.ts'
import type { Organisation } from '../../directory/organisation.ts'
import { auditLine } from './change.ts'
import { type ContactNeeds, contactPlan, isToDo, type PlannedContact } from './contact-plan.ts'
import { sealedContact } from '../sealed.ts'
import { saveResponsible } from './save-organisation.ts'
import { savePerson } from './save-person.ts'

/** As many people as are written before the page answers: whoever stopped half way goes on. */
const atOnce = 40
/** Each brings up to four lines into the one transaction that adds them. */
const organisationsAtOnce = 20

/** How many are left to do; each is looked at anew, so that whoever is there already is passed over, whoever stopped and when. */
export async function applyContacts(viewer: Viewer, id: string, needs: ContactNeeds): Promise<{ left: number } | null> {
  const plan = await contactPlan(viewer, id, needs)
  if (!plan) return null
  await addOrganisations(viewer, plan.added, needs)
  await needs.refreshProgramme()
  const todo = plan.lines.filter(isToDo)
  for (const line of todo.slice(0, atOnce)) await invite(viewer, line, needs)
  return { left: Math.max(0, todo.length - atOnce) }
}

async function addOrganisations(viewer: Viewer, added: readonly Organisation[], needs: ContactNeeds): Promise<void> {
  const { directory, now } = needs
  for (let at = 0; at < added.length; at += organisationsAtOnce) {
    const part = added.slice(at, at + organisationsAtOnce)
    const overlay = await directory.overlay()
    const fresh = part.filter(({ id }) => overlay.organisations.every((one) => one.id !== id))
    await directory.write({
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
  }
}

async function invite(viewer: Viewer, line: PlannedContact, needs: ContactNeeds): Promise<void> {
  const { contact, before, mailKey, givesPhone, keepsPhone } = line
  const { name, organisation, role, region, phone } = contact
  if (line.is === 'new' || line.is === 'changed') {
    const { absence: _, underProtocol: __, mailKey: ___, version, ...known } = before ?? newcomer(mailKey, needs)
    const body = { ...known, name, organisation, role, region }
    await savePerson(viewer, { body, version: before ? version : null, mailKey }, needs)
  }
  if (givesPhone && organisation !== null && phone !== null)
    await saveResponsible(viewer, { organisation, phone }, needs)
  if (keepsPhone && phone !== null) await keepPhone(viewer, { line, phone }, needs)
}

/** So that they hear of it; a corrected number may be written to at once. */
async function keepPhone(
  viewer: Viewer,
  { line, phone }: { line: PlannedContact; phone: string },
  needs: ContactNeeds,
) {
  const { directory, vault, now } = needs
  const { mailKey, phoneKey } = line
  const id = line.before?.id ?? invitedId(mailKey)
  const before = await directory.invitation(id)
  const sealedPhone = await vault.seal('general', invitedAs(id), sealedContact(phone))
  const after = { id, sealedPhone, phoneKey, sent: before?.sent ?? 0, sentAt: null }
  await directory.write({ invitation: { before, after, at: now }, administrator: viewer.person, audit: [] })
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
