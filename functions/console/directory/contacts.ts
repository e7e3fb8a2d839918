import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { contactNaming } from '../../../programme/directory/contacts.ts'
import { applyContacts } from '../../../core/operations/directory/apply-contacts.ts'
import {
  type ContactNeeds,
  type ContactPlan,
  contactPlan,
  isToDo,
  mailsToInvite,
  type PlannedContact,
  previewContacts,
} from '../../../core/operations/directory/contact-plan.ts'
import { type ContactLine, contactPlanBody, contactsBody } from '../../../web/console/directory/contacts.ts'
import type { DirectoryWhy } from '../../../core/directory/why.ts'
import { organisationName } from '../frame/names.ts'
import type { ConsoleEnv } from '../frame/scene.ts'
import { type DirectorySection, only } from './section.ts'
import { fileAsked, fileStatus, sheetsIn } from './sheets-in.ts'
import { type DirectoryScene, regionName, tabScene } from './view.ts'

type Ctx = Context<ConsoleEnv>

/** A list of contacts: looked at line by line, then written, each person once. Only whoever administers finds it. */
export function contactRoutes({ app, base, sceneOf, page, services }: DirectorySection): void {
  const path = `${base}/personnes/liste` as const
  const { vault, toPhone, importDrafts, refreshProgramme } = services
  const needsFor = (scene: DirectoryScene): ContactNeeds => ({
    ...scene.needs,
    vault,
    toPhone,
    importDrafts,
    refreshProgramme,
  })

  const choosing = (c: Ctx, why: DirectoryWhy | null, form: FormData | null = null) => {
    const scene = sceneOf(c)
    const { directory } = scene.texts
    const body = contactsBody(tabScene(scene, 'people'), fileAsked(why, form, directory))
    return page(c, directory.contacts.title, body, fileStatus(why))
  }

  app.get(path, (c) => (only('edit', c) ? choosing(c, null) : c.notFound()))

  app.post(path, async (c) => {
    const scene = sceneOf(c)
    const form = await c.req.formData()
    const id = randomUUID()
    const parts = { naming: contactNaming, language: services.programme.languages[0].code }
    const asked = { id, sheets: await sheetsIn(form), adds: form.get('adds') === 'oui' }
    const outcome = await previewContacts(scene.viewer, asked, { ...needsFor(scene), ...parts })
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'refused') return choosing(c, outcome.why, form)
    return c.redirect(`${path}/${id}`, 303)
  })

  const planned = async (c: Ctx) => {
    const scene = sceneOf(c)
    const plan = await contactPlan(scene.viewer, c.req.param('draft') ?? '', needsFor(scene))
    return { scene, plan }
  }

  app.get(`${path}/:draft`, async (c) => {
    if (!only('edit', c)) return c.notFound()
    const { scene, plan } = await planned(c)
    const { texts } = scene
    if (!plan) return choosing(c, 'no-draft')
    const todo = plan.lines.filter(isToDo).length
    const body = contactPlanBody({
      scene: tabScene(scene, 'people'),
      id: plan.id,
      lines: plan.lines.map((line) => shown(line, plan, scene)),
      organisations: plan.added.map(({ name }) => name),
      left: c.req.query('ecrit') === undefined ? null : todo,
      missed: missedIn(c.req.query('manquees')),
      todo: todo > 0,
      mails: mailsToInvite(plan).length,
      sheet: plan.sheet,
    })
    return page(c, texts.directory.contacts.preview, body)
  })

  app.post(`${path}/:draft`, async (c) => {
    if (!only('edit', c)) return c.notFound()
    const scene = sceneOf(c)
    const id = c.req.param('draft')
    const applied = await applyContacts(scene.viewer, id, needsFor(scene))
    if (!applied) return choosing(c, 'no-draft')
    const missed = applied.missed.length > 0 ? `&manquees=${applied.missed.join('-')}` : ''
    return c.redirect(`${path}/${id}?ecrit${missed}`, 303)
  })

  // Addresses are shown to whoever opens the accounts, and kept nowhere but in the sealed list, for its hour.
  app.get(`${path}/:draft/adresses.csv`, async (c) => {
    const { plan } = await planned(c)
    if (!only('edit', c) || !plan) return c.notFound()
    const body = ['email', ...mailsToInvite(plan)].join('\r\n')
    return c.body(`${body}\r\n`, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
}

/** Lines of the list that were not written, as an address says them. */
const missedIn = (written: string | undefined): number[] =>
  written !== undefined && /^\d{1,4}(-\d{1,4}){0,39}$/.test(written) ? written.split('-').map(Number) : []

function shown(
  { contact, is, changes, givesPhone, keepsPhone, keepsMail, waits, isExpected, before }: PlannedContact,
  { added }: ContactPlan,
  scene: DirectoryScene,
): ContactLine {
  const { programme } = scene.needs
  const { roles } = scene.texts.site
  const organisation = (id: string | null): string =>
    id === null ? '' : (added.find((one) => one.id === id)?.name ?? organisationName(programme, id))
  const words = {
    name: (one: string | null) => one ?? '',
    organisation,
    role: (one: string | null) => Object.entries(roles).find(([role]) => role === one)?.[1] ?? '',
    region: (one: string | null) => (one === null ? '—' : regionName(one, scene)),
  }
  const isAdded = added.some(({ id }) => id === contact.organisation)
  return {
    line: contact.line,
    person: contact.name,
    organisation: organisation(contact.organisation),
    role: words.role(contact.role),
    region: contact.region === null ? '' : words.region(contact.region),
    mail: contact.mail,
    phoneRead: contact.phoneWasNumber ? contact.phone : null,
    is,
    why: contact.why,
    changes: changes.map((field) => ({
      field,
      from: words[field](before?.[field] ?? null),
      to: words[field](contact[field]),
    })),
    notes:
      is === 'wrong'
        ? []
        : [
            ...(isAdded ? ['newOrganisation' as const] : []),
            ...(givesPhone ? ['givesPhone' as const] : []),
            ...(keepsPhone ? ['keepsPhone' as const] : []),
            ...(keepsMail ? ['keepsMail' as const] : []),
            ...(isExpected ? ['expected' as const] : []),
            ...(waits ? ['waits' as const] : []),
          ],
  }
}
