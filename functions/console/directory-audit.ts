import type { AuditEntry } from '../../core/routing/directory-store.ts'
import type { Member } from '../../core/routing/member.ts'
import { auditBody } from '../../web/console/directory-audit.ts'
import { spellDay, spellTime } from '../../web/console/when.ts'
import { organisationName } from './case-names.ts'
import { type DirectoryDesk, only } from './directory-desk.ts'
import { type DirectoryShowing, frameOf, namesOf } from './directory-shown.ts'

const pageSize = 50

/** Who changed what, the newest first. */
export function auditRoutes({ app, base, showing, page, services }: DirectoryDesk): void {
  const { directoryStore: directory } = services
  app.get(`${base}/journal`, async (c) => {
    if (!only('read', c)) return c.notFound()
    const about = showing(c)
    const { de = '', suite = '' } = c.req.query()
    const whose = /^((person|organisation):[\w.@:-]{1,100}|presence)$/.test(de) ? de : null
    const after = /^\d{4}-[\dT:.Z-]{10,20}#[\w-]{36}$/.test(suite) ? suite : null
    const [{ entries, next }, members] = await Promise.all([
      directory.audit(whose, { after, limit: pageSize }),
      directory.members(),
    ])
    const { tabs } = about.texts.directory
    const body = auditBody({
      frame: frameOf(about, 'audit'),
      lines: entries.map((entry) => lineOf(entry, members, about)),
      whose: whose ?? '',
      groups: [
        { label: tabs.people, options: members.map(({ id, name }) => ({ value: `person:${id}`, label: name })) },
        {
          label: tabs.organisations,
          options: about.needs.programme.organisations.map(({ id, name }) => ({
            value: `organisation:${id}`,
            label: name,
          })),
        },
      ],
      next,
      fromStart: after === null,
    })
    return page(c, tabs.audit, body)
  })
}

function lineOf({ at, by, what, about, changes }: AuditEntry, members: readonly Member[], showing: DirectoryShowing) {
  const { texts, needs } = showing
  const names = namesOf(members)
  const here = { now: needs.now, utcOffsetMinutes: needs.programme.calendar.utcOffsetMinutes }
  const { when } = texts.inbox
  const [, kind = '', id = ''] = /^(\w+):(.*)$/.exec(about) ?? []
  const named = kind === 'organisation' ? organisationName(needs.programme, id) : names.get(id)
  return {
    at: `${spellDay(at, here, when)} ${spellTime(at, here, when)}`,
    who: `${names.get(by.person) ?? by.person} (${texts.site.roles[by.role]})`,
    what,
    about: about === 'presence' ? texts.directory.audit.presence : (named ?? id),
    changes,
  }
}
