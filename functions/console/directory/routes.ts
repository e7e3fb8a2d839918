import { pairOf } from '../../../core/directory/bound.ts'
import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DirectoryNeeds } from '../../../core/operations/directory/change.ts'
import { saveOrganisation, saveResponsible } from '../../../core/operations/directory/save-organisation.ts'
import { savePerson } from '../../../core/operations/directory/save-person.ts'
import { words } from '../../../core/places/normalise.ts'
import { organisationBody, organisationsBody } from '../../../web/console/directory/organisations.ts'
import { counted } from '../../../web/console/directory/parts.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { peopleBody, personBody } from '../../../web/console/directory/people.ts'
import type { Flash } from '../../../web/console/layout.ts'
import type { ConsoleServices } from '../../wiring/services.ts'
import { absenceRoutes } from './absences.ts'
import { auditRoutes } from './audit.ts'
import { type DirectorySection, only } from './section.ts'
import { stateOf, organisationIn, personIn, readDirectoryForm, statusOf } from './form.ts'
import { contactRoutes } from './contacts.ts'
import { invitationRoutes } from './invitations.ts'
import { presenceRoutes } from './import.ts'
import { pointRoutes } from './points.ts'
import { absenceForm, organisationForm, personForm } from './offered.ts'
import { clustersOf, tabScene, languagesIn, organisationLine, personLine } from './view.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door } from '../frame/scene.ts'

type Ctx = Context<ConsoleEnv>

/** The directory. Whoever has no business in a page of it finds nothing there. */
export function directoryRoutes(app: Hono<ConsoleEnv>, services: ConsoleServices, door: Door): void {
  const base = `${door.base}/annuaire`
  const { directory } = services
  const section: DirectorySection = {
    app,
    services,
    door,
    base,
    sceneOf: (c) => {
      const { viewer, texts, csrf } = c.var
      const needs: DirectoryNeeds = {
        directory,
        programme: services.programme,
        notices: services.notices,
        now: services.nowAt(),
      }
      return { viewer, texts, csrf, door, services, needs }
    },
    page: async (c, title, body, status = 200) =>
      page(c, { door }, { title, here: 'directory', flash: await flashOf(c, services), body, status }),
    done: (c, path) => c.redirect(`${path}?fait`, 303),
  }
  for (const part of [
    organisationRoutes,
    contactRoutes,
    invitationRoutes,
    personRoutes,
    presenceRoutes,
    pointRoutes,
    auditRoutes,
    absenceRoutes,
  ])
    part(section)
}

/** What this person did last, where the page says that something was done: an address alone makes nobody believe it. */
async function flashOf(c: Ctx, { directory, nowAt }: ConsoleServices): Promise<Flash | undefined> {
  if (c.req.query('fait') === undefined) return undefined
  const { viewer, texts } = c.var
  const { entries } = await directory.audit(`person:${viewer.person}`, { after: null, limit: 1 })
  const [last] = entries
  const isFresh = last?.by.person === viewer.person && Date.parse(nowAt()) - Date.parse(last.at) < 60_000
  const { done } = texts.directory
  return last && isFresh && isIn(done, last.what) ? { tone: 'done', text: done[last.what] } : undefined
}

const isIn = <T extends object>(list: T, key: PropertyKey): key is keyof T => key in list

/** Does a name hold every word asked for? */
const holds = (text: string, q: string): boolean => {
  const own = words(text).join(' ')
  return words(q).every((word) => own.includes(word))
}

function organisationRoutes({ app, base, sceneOf, page, done, services }: DirectorySection): void {
  const { directory, lastActions } = services

  const known = async () => {
    const [phones, acted, members] = await Promise.all([
      directory.withResponsible(),
      lastActions.all(),
      directory.members(),
    ])
    return { phones, acted, members }
  }

  app.get(base, async (c) => {
    // Who stands in has the menu of the absent one, and of the directory what is their own.
    if (!only('read', c)) return c.get('viewer').standsFor ? c.redirect(`${base}/absences`, 303) : c.notFound()
    const scene = sceneOf(c)
    const q = c.req.query('q')?.slice(0, 80) ?? ''
    const facts = await known()
    const lines = scene.needs.programme.organisations
      .filter(({ name, id }) => holds(`${name} ${id}`, q))
      .map((one) => organisationLine(one, facts, scene))
    const { texts } = scene
    const body = organisationsBody({ scene: tabScene(scene, 'organisations'), lines, q, edits: only('edit', c) })
    return page(c, texts.directory.tabs.organisations, body)
  })

  interface Forms {
    own?: FormState
    phone?: FormState
  }
  async function organisation(c: Ctx, id: string | null, { own, phone }: Forms, status: ContentfulStatusCode) {
    const scene = sceneOf(c)
    const { texts, needs } = scene
    const found = id === null ? null : needs.programme.organisations.find((one) => one.id === id)
    if (found === undefined) return c.notFound()
    const [facts, overlay, presence] = await Promise.all([known(), directory.overlay(), directory.presence()])
    const lines = presence.lines.filter((line) => line.organisation === id).length
    const body = organisationBody({
      scene: tabScene(scene, 'organisations'),
      line: found && organisationLine(found, facts, scene),
      languages: languagesIn(found?.languages ?? [], scene),
      people: facts.members
        .filter((one) => one.organisation === id && id !== null && one.active)
        .map((one) => ({ href: `${base}/personnes/${encodeURIComponent(one.id)}`, name: one.name })),
      presence: counted(lines, texts.directory),
      journal: `${base}/journal?de=organisation:${id ?? ''}`,
      form: only('edit', c) ? organisationForm(found, { version: overlay.version, state: own ?? null }, scene) : null,
      phone: phone ?? null,
    })
    return page(c, found?.name ?? texts.directory.organisation.add, body, status)
  }

  app.get(`${base}/organisations/:id`, async (c) => {
    const id = c.req.param('id')
    const isNew = id === 'nouvelle'
    return only(isNew ? 'edit' : 'read', c) ? organisation(c, isNew ? null : id, {}, 200) : c.notFound()
  })

  app.post(`${base}/organisations/:id`, async (c) => {
    const { viewer, texts } = c.var
    const id = c.req.param('id') === 'nouvelle' ? null : c.req.param('id')
    const posted = readDirectoryForm(await c.req.formData())
    const change = { id, body: organisationIn(posted), version: posted.version ?? -1 }
    const outcome = await saveOrganisation(viewer, change, sceneOf(c).needs)
    if (outcome.is === 'unknown') return c.notFound()
    await services.refreshProgramme()
    if (outcome.is === 'done') return done(c, `${base}/organisations/${outcome.id}`)
    return organisation(c, id, { own: stateOf(outcome, posted, texts.directory) }, statusOf[outcome.is])
  })

  app.post(`${base}/organisations/:id/responsable`, async (c) => {
    const { viewer, texts } = c.var
    const id = c.req.param('id')
    const posted = readDirectoryForm(await c.req.formData())
    const { vault, toPhone } = services
    const change = { organisation: id, phone: posted.one('phone') }
    const outcome = await saveResponsible(viewer, change, { ...sceneOf(c).needs, vault, toPhone })
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return done(c, `${base}/organisations/${id}`)
    // What was typed as a number is not shown again, wrong or not.
    const { flaws } = stateOf(outcome, posted, texts.directory)
    return organisation(c, id, { phone: { values: {}, flaws } }, statusOf[outcome.is])
  })
}

function personRoutes({ app, base, sceneOf, page, done, services }: DirectorySection): void {
  const { directory, sessions } = services

  app.get(`${base}/personnes`, async (c) => {
    if (!only('read', c)) return c.notFound()
    const scene = sceneOf(c)
    const q = c.req.query('q')?.slice(0, 80) ?? ''
    const members = await directory.members()
    const body = peopleBody({
      scene: tabScene(scene, 'people'),
      lines: members.filter(({ name, id }) => holds(`${name} ${id}`, q)).map((one) => personLine(one, members, scene)),
      q,
      edits: only('edit', c),
      clusters: clustersOf(scene).map(({ value, label }) => ({
        name: label,
        people: members
          .filter((one) => one.active && one.focalFor === value)
          .map(({ name }) => name)
          .join(', '),
      })),
    })
    return page(c, scene.texts.directory.tabs.people, body)
  })

  async function person(c: Ctx, id: string | null, state: FormState | null, status: ContentfulStatusCode) {
    const scene = sceneOf(c)
    const { texts } = scene
    const members = await directory.members()
    const found = id === null ? null : members.find((one) => one.id === id)
    if (found === undefined) return c.notFound()
    const edits = only('edit', c)
    const absence = found && edits && pairOf(found) === null ? absenceForm(found, members, null, scene) : null
    const body = personBody({
      scene: tabScene(scene, 'people'),
      line: found && personLine(found, members, scene),
      journal: `${base}/journal?de=${encodeURIComponent(`person:${id ?? ''}`)}`,
      form: edits ? personForm(found, state, scene) : null,
      absence: absence && { form: absence, set: found?.absence !== null },
    })
    return page(c, found?.name ?? texts.directory.person.add, body, status)
  }

  app.get(`${base}/personnes/:id`, async (c) => {
    const id = c.req.param('id')
    const isNew = id === 'nouvelle'
    return only(isNew ? 'edit' : 'read', c) ? person(c, isNew ? null : id, null, 200) : c.notFound()
  })

  app.post(`${base}/personnes/:id`, async (c) => {
    const { viewer, texts } = c.var
    const id = c.req.param('id') === 'nouvelle' ? null : c.req.param('id')
    const posted = readDirectoryForm(await c.req.formData())
    // Without the version it was shown with, a form scene somebody known is as good as stale.
    const version = id === null ? null : (posted.version ?? -1)
    const outcome = await savePerson(
      viewer,
      { body: personIn(id ?? posted.one('id'), posted), version },
      sceneOf(c).needs,
    )
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is !== 'done') return person(c, id, stateOf(outcome, posted, texts.directory), statusOf[outcome.is])
    if (outcome.ends) await sessions.endAll(outcome.id)
    return done(c, `${base}/personnes/${encodeURIComponent(outcome.id)}`)
  })
}
