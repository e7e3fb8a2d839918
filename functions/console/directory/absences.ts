import { grouped } from '../../../core/case/reference.ts'
import { listQueue } from '../../../core/operations/lists/list-queue.ts'
import { mayStandFor, saveAbsence, standableFor } from '../../../core/operations/directory/save-absence.ts'
import { ownQueue } from '../../../core/routing/queue.ts'
import type { Row } from '../../../core/lists/row.ts'
import { absencesBody, handOverBody } from '../../../web/console/directory/absence.ts'
import type { Draft } from '../../../web/console/directory/parts.ts'
import { personBody } from '../../../web/console/directory/people.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { needsOf } from '../../wiring/services.ts'
import { sessionIn } from '../frame/cookies.ts'
import { absenceIn, draftOf, readDirectoryForm, statusOf } from './form.ts'
import { type DirectoryDesk, only } from './desk.ts'
import { dayIn, deputiesFor, frameOf, namesOf, personLine, todayOf } from './view.ts'
import { consoleDoor, protectionDoor } from '../frame/doors.ts'

/** A desk is counted row by row up to here: who takes it over sees that it is a lot. */
const mostCounted = 500
const countedAtOnce = 100
const shownNext = 5

/** Being away, and working for whoever is. */
export function absenceRoutes({ app, base, door, showing, page, done, services }: DirectoryDesk): void {
  const { directory, sessions } = services
  type Ctx = Parameters<typeof page>[0]

  async function absences(c: Ctx, draft: Draft | null, status: 200 | 409 | 422) {
    const about = showing(c)
    const { viewer, texts } = about
    const members = await directory.members()
    const names = namesOf(members)
    const self = members.find(({ id }) => id === viewer.person)
    if (!self) return c.notFound()
    const { fromOn = '', untilOn = '', deputy = '' } = self.absence ?? {}
    const own = only('own-absence', c) && {
      ...{ fromOn, untilOn, deputy, deputies: deputiesFor(self, members, about), today: todayOf(about), draft },
      ...{ action: `${base}/absences`, version: self.version, away: personLine(self, names, about).away },
    }
    const others = standableFor(self, members, todayOf(about)).map(({ id, name, absence }) => ({
      ...{ id, name, until: dayIn(absence?.untilOn ?? todayOf(about), about) },
    }))
    const { standsFor } = viewer
    const standing = standsFor ? (names.get(standsFor.person) ?? standsFor.person) : null
    const body = absencesBody({ frame: frameOf(about, 'absence'), own: own || null, others, standing })
    return page(c, texts.directory.absences, body, status)
  }

  app.get(`${base}/absences`, (c) => absences(c, null, 200))

  app.post(`${base}/absences`, async (c) => {
    const { viewer, texts } = c.var
    if (!only('own-absence', c)) return c.notFound()
    const posted = readDirectoryForm(await c.req.formData())
    const change = { person: viewer.person, body: absenceIn(posted), version: posted.version ?? -1 }
    const outcome = await saveAbsence(viewer, change, showing(c).needs)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return done(c, `${base}/absences`)
    return absences(c, draftOf(outcome, posted, texts.directory), statusOf[outcome.is])
  })

  app.post(`${base}/personnes/:id/absence`, async (c) => {
    const { viewer } = c.var
    if (!only('edit', c)) return c.notFound()
    const id = c.req.param('id')
    const posted = readDirectoryForm(await c.req.formData())
    const change = { person: id, body: absenceIn(posted), version: posted.version ?? -1 }
    const outcome = await saveAbsence(viewer, change, showing(c).needs)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return done(c, `${base}/personnes/${encodeURIComponent(id)}`)
    return refusedAbsence(c, id, draftOf(outcome, posted, c.var.texts.directory), statusOf[outcome.is])
  })

  app.post(`${base}/remplacement`, async (c) => {
    const about = showing(c)
    const { viewer } = about
    const session = sessionIn(c)
    const id = readDirectoryForm(await c.req.formData()).one('absent')
    if (session === null) return c.notFound()
    if (id === '') {
      await sessions.stand(session, null)
      const self = await directory.member(viewer.person)
      return c.redirect(`${homeFor(self?.role)}/annuaire/absences`, 303)
    }
    const [self, absent] = await Promise.all([directory.member(viewer.person), directory.member(id)])
    if (!self || !absent || !mayStandFor(self, absent, todayOf(about))) return c.notFound()
    await sessions.stand(session, id)
    return c.redirect(`${homeFor(absent.role)}/annuaire/passation`, 303)
  })

  app.get(`${base}/passation`, async (c) => {
    const about = showing(c)
    const { viewer, texts, needs } = about
    const { standsFor } = viewer
    const absent = standsFor && (await directory.member(standsFor.person))
    if (!absent) return c.notFound()
    const { rows, more } = await deskOf(about)
    const { utcOffsetMinutes } = needs.programme.calendar
    const late = rows.filter(({ dueAt }) => dueAt < needs.now).length
    const body = handOverBody({
      ...{ frame: frameOf(about, 'absence'), name: absent.name, open: rows.length, late, more, inbox: door.base },
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
  async function deskOf({ viewer }: ReturnType<typeof showing>): Promise<{ rows: Row[]; more: boolean }> {
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
  async function refusedAbsence(c: Ctx, id: string, draft: Draft, status: 409 | 422) {
    const about = showing(c)
    const members = await directory.members()
    const found = members.find((one) => one.id === id)
    if (!found) return c.notFound()
    const { fromOn = '', untilOn = '', deputy = '' } = found.absence ?? {}
    const body = personBody({
      frame: frameOf(about, 'people'),
      line: personLine(found, namesOf(members), about),
      journal: `${base}/journal?de=${encodeURIComponent(`person:${id}`)}`,
      form: null,
      absence: {
        ...{ version: found.version, deputies: deputiesFor(found, members, about), fromOn, untilOn, deputy, draft },
        ...{ set: found.absence !== null, today: todayOf(about) },
      },
    })
    return page(c, found.name, body, status)
  }
}

const homeFor = (role: string | undefined): string => (role === 'protection' ? protectionDoor.base : consoleDoor.base)
