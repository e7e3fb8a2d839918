import type { Context } from 'hono'
import {
  type InvitationLine,
  listInvitations,
  sendInvitations,
} from '../../../core/operations/directory/invitations.ts'
import {
  type InvitedLine,
  invitationsAt,
  invitationsBody,
  isSlip,
  slipsBody,
} from '../../../web/console/directory/invitations.ts'
import { organisationName } from '../frame/names.ts'
import type { ConsoleEnv } from '../frame/scene.ts'
import { type DirectorySection, only } from './section.ts'
import { dayIn, type DirectoryScene, regionName, tabScene } from './view.ts'

type Ctx = Context<ConsoleEnv>

/** Who was invited and has come or not: an SMS or an e-mail to those whom a list lets us reach, a slip for the others. Only whoever administers finds it. */
export function invitationRoutes({ app, base, sceneOf, page, services }: DirectorySection): void {
  const path = invitationsAt(base) as `${string}/invitations`
  const linesOf = async (scene: DirectoryScene): Promise<InvitedLine[]> =>
    ((await listInvitations(scene.viewer, scene.needs)) ?? []).map((line) => shown(line, scene))
  const address = services.programme.settings.consoleLink

  app.get(path, async (c: Ctx) => {
    if (!only('edit', c)) return c.notFound()
    const scene = sceneOf(c)
    const parti = /^\d{1,3}$/.exec(c.req.query('partis') ?? '')
    const body = invitationsBody({
      scene: tabScene(scene, 'people'),
      lines: await linesOf(scene),
      hasAddress: address !== null,
      sent: parti && Number(parti[0]),
    })
    return page(c, scene.texts.directory.invitations.title, body)
  })

  app.post(path, async (c: Ctx) => {
    if (!only('edit', c)) return c.notFound()
    const scene = sceneOf(c)
    const form = await c.req.formData()
    const ids = form.getAll('invited').filter((id) => typeof id === 'string')
    const by = form.get('par') === 'courriel' ? 'mail' : null
    const called = await sendInvitations(scene.viewer, { ids, by }, scene.needs)
    return c.redirect(`${path}?partis=${String(called ?? 0)}`, 303)
  })

  app.get(`${path}/fiches`, async (c: Ctx) => {
    if (!only('edit', c)) return c.notFound()
    const scene = sceneOf(c)
    const lines = (await linesOf(scene)).filter(isSlip)
    const { slip } = scene.texts.directory.invitations
    return page(c, slip.title, slipsBody({ scene: tabScene(scene, 'people'), lines, address }))
  })
}

function shown({ member, way, state, last, sentAt, mayLeaveBy }: InvitationLine, scene: DirectoryScene): InvitedLine {
  const { roles } = scene.texts.site
  const { organisation, region } = member
  const belongs =
    organisation !== null
      ? organisationName(scene.needs.programme, organisation)
      : region !== null
        ? regionName(region, scene)
        : ''
  return {
    id: member.id,
    name: member.name,
    role: roles[member.role],
    belongs,
    waitsFor: state === 'protocol' ? organisation : null,
    state,
    last,
    sentOn: sentAt && dayIn(sentAt.slice(0, 10), scene),
    bySlip: way === 'slip',
    mayLeaveBy,
  }
}
