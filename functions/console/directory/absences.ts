import { grouped } from '../../../core/case/reference.ts'
import { listQueue } from '../../../core/operations/lists/list-queue.ts'
import { mayStandFor, saveAbsence, standableFor } from '../../../core/operations/directory/save-absence.ts'
import { ownQueue } from '../../../core/routing/queue.ts'
import type { Row } from '../../../core/lists/row.ts'
import { absencesBody, handOverBody } from '../../../web/console/directory/absence.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { personBody } from '../../../web/console/directory/people.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { needsOf } from '../../wiring/services.ts'
import { sessionIn } from '../frame/cookies.ts'
import { absenceIn, stateOf, readDirectoryForm, statusOf } from './form.ts'
import { type DirectorySection, only } from './section.ts'
import { absenceForm } from './offered.ts'
import { dayIn, tabScene, namesOf, personLine, todayOf } from './view.ts'
import { consoleDoor, protectionDoor } from '../frame/doors.ts'

/** A desk is counted row by row up to here: who takes it over sees that it is a lot. */
const mostCounted = 500
const countedAtOnce = 100
const shownNext = 5

/** Being away, and working for whoever is. */
export function absenceRoutes({ app, base, door, sceneOf, page, done, services }: DirectorySection): void {
  const { directory, sessions } = services
  type Ctx = Parameters<typeof page>[0]

  async function absences(c: Ctx, state: FormState | null, status: 200 | 409 | 422) {
    const scene = sceneOf(c)
    const { viewer, texts } = scene
    const members = await directory.members()
    const names = namesOf(members)
    const self = members.find(({ id }) => id === viewer.person)
    if (!self) return c.notFound()
    const own = only('own-absence', c)
      ? {
          form: absenceForm(self, members, state, scene),
          action: `${base}/absences`,
          away: personLine(self, members, scene).away,
        }
      : null
    const others = standableFor(self, members, todayOf(scene)).map(({ id, name, absence }) => ({
      id,
      name,
      until: dayIn(absence?.untilOn ?? todayOf(scene), scene),
    }))
    const { standsFor } = viewer
    const standing = standsFor ? (names.get(standsFor.person) ?? standsFor.person) : null
    const body = absencesBody({ scene: tabScene(scene, 'absence'), own, others, standing })
    return page(c, texts.directory.absences, body, status)
  }

  app.get(`${base}/absences`, (c) => absences(c, null, 200))

  app.post(`${base}/absences`, async (c) => {
    const { viewer, texts } = c.var
    if (!only('own-absence', c)) return c.notFound()
    const posted = readDirectoryForm(await c.req.formData())
    const change = { person: viewer.person, body: absenceIn(posted), version: posted.version ?? -1 }
    const outcome = await saveAbsence(viewer, change, sceneOf(c).needs)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return done(c, `${base}/absences`)
    return absences(c, stateOf(outcome, posted, texts.directory), statusOf[outcome.is])
  })

  app.post(`${base}/personnes/:id/absence`, async (c) => {
    const { viewer } = c.var
    if (!only('edit', c)) return c.notFound()
    const id = c.req.param('id')
    const posted = readDirectoryForm(await c.req.formData())
    const change = { person: id, body: absenceIn(posted), version: posted.version ?? -1 }
    const outcome = await saveAbsence(viewer, change, sceneOf(c).needs)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return done(c, `${base}/personnes/${encodeURIComponent(id)}`)
    return refusedAbsence(c, id, stateOf(outcome, posted, c.var.texts.directory), statusOf[outcome.is])
  })

  app.post(`${base}/remplacement`, async (c) => {
    const scene = sceneOf(c)
    const { viewer } = scene
    const session = sessionIn(c)
    const id = readDirectoryForm(await c.req.formData()).one('absent')
    if (session === null) return c.notFound()
    if (id === '') {
      await sessions.stand(session, null)
      const self = await directory.member(viewer.person)
      return c.redirect(`${homeFor(self?.role)}/annuaire/absences`, 303)
    }
    const members = await directory.members()
    const absent = members.find((one) => one.id === id)
    const may = absent && mayStandFor({ id: viewer.person }, absent, members, todayOf(scene))
    if (!may) return c.notFound()
    await sessions.stand(session, id)
    return c.redirect(`${homeFor(absent.role)}/annuaire/passation`, 303)
  })

  app.get(`${base}/passation`, async (c) => {
    const scene = sceneOf(c)
    const { viewer, texts, needs } = scene
    const { standsFor } = viewer
    const absent = standsFor && (await directory.member(standsFor.person))
    if (!absent) return c.notFound()
    const { rows, more } = await deskOf(scene)
    const { utcOffsetMinutes } = needs.programme.calendar
    const late = rows.filter(({ dueAt }) => dueAt < needs.now).length
    const body = handOverBody({
      scene: tabScene(scene, 'absence'),
      name: absent.name,
      open: rows.length,
      late,
      more,
      inbox: door.base,
      next: rows.slice(0, shownNext).map(({ reference, nextAction, dueAt }) => ({
        href: `${door.base}/cases/${reference}`,
        reference: grouped(reference),
        action: texts.inbox.actions[nextAction] ?? nextAction,
        due: spellDay(dueAt, { now: needs.now, utcOffsetMinutes }, texts.when),
      })),
    })
    return page(c, texts.directory.absences, body)
  })

  /** What waits in the queue of the role somebody fills, in due order. */
  async function deskOf({ viewer }: ReturnType<typeof sceneOf>): Promise<{ rows: Row[]; more: boolean }> {
    const own = ownQueue(viewer)
    const rows: Row[] = []
    let after: string | null = null
    for (let seen = 0; seen < mostCounted; seen += countedAtOnce) {
      const part = await listQueue(viewer, { after, limit: countedAtOnce }, needsOf(services))
      rows.push(...part.rows.filter(({ owner }) => owner === own))
      if (part.next === null) return { rows, more: false }
      after = part.next
    }
    return { rows, more: true }
  }

  /** The form of somebody else's absence comes back on their page. */
  async function refusedAbsence(c: Ctx, id: string, state: FormState, status: 409 | 422) {
    const scene = sceneOf(c)
    const members = await directory.members()
    const found = members.find((one) => one.id === id)
    if (!found) return c.notFound()
    const body = personBody({
      scene: tabScene(scene, 'people'),
      line: personLine(found, members, scene),
      journal: `${base}/journal?de=${encodeURIComponent(`person:${id}`)}`,
      form: null,
      absence: { form: absenceForm(found, members, state, scene), set: found.absence !== null },
    })
    return page(c, found.name, body, status)
  }
}

const homeFor = (role: string | undefined): string => (role === 'protection' ? protectionDoor.base : consoleDoor.base)
