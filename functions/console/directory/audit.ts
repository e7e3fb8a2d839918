import type { AuditEntry } from '../../../core/directory/audit.ts'
import { auditBody } from '../../../web/console/directory/audit.ts'
import { spellDay, spellTime } from '../../../web/console/frame/when.ts'
import { hoursSaid } from './points-view.ts'
import { organisationName } from '../frame/names.ts'
import { allPoints } from '../../../core/operations/directory/points/keeping.ts'
import { type DirectorySection, only } from './section.ts'
import { bodyName, dayIn, type DirectoryScene, tabScene, namesOf, regionName, sectorName } from './view.ts'
import { languageName } from '../frame/language-name.ts'
import { categoryName, placeName } from '../../staff/with-names.ts'

const pageSize = 50

/** Who changed what, the newest first. */
export function auditRoutes({ app, base, sceneOf, page, services }: DirectorySection): void {
  const { directory } = services
  app.get(`${base}/journal`, async (c) => {
    if (!only('read', c)) return c.notFound()
    const scene = sceneOf(c)
    const { de = '', suite = '' } = c.req.query()
    const whose = /^((person|organisation|point):[\w.@:-]{1,100}|presence|points|search)$/.test(de) ? de : null
    const after = /^\d{4}-[\dT:.Z-]{10,20}#[\w-]{36}$/.test(suite) ? suite : null
    const [{ entries, next }, members, points] = await Promise.all([
      directory.audit(whose, { after, limit: pageSize }),
      directory.members(),
      allPoints({ programme: scene.needs.programme, points: services.points }, false),
    ])
    const known = { people: namesOf(members), points: new Map(points.map(({ code, name }) => [code, name])) }
    const { tabs } = scene.texts.directory
    const body = auditBody({
      scene: tabScene(scene, 'audit'),
      lines: entries.map((entry) => lineOf(entry, known, scene)),
      whose: whose ?? '',
      groups: [
        { label: tabs.people, options: members.map(({ id, name }) => ({ value: `person:${id}`, label: name })) },
        {
          label: tabs.organisations,
          options: scene.needs.programme.organisations.map(({ id, name }) => ({
            value: `organisation:${id}`,
            label: name,
          })),
        },
        // There may be two thousand: each leads here from its own page.
        {
          label: tabs.points,
          options: points.map(({ code, name }) => ({ value: `point:${code}`, label: name })).filter(({ value }) => value === whose), // prettier-ignore
        },
      ],
      next,
      fromStart: after === null,
    })
    return page(c, tabs.audit, body)
  })
}

const isIn = <T extends object>(list: T, key: PropertyKey): key is keyof T => key in list

/** `system:code` by its name. */
function placeNamed(kept: string, { needs }: DirectoryScene): string | undefined {
  const [system = '', code = ''] = kept.split(':')
  return placeName({ system, code }, needs.programme) ?? undefined
}

/** What is kept as codes, in words. */
function valueIn(
  field: string,
  kept: string | null,
  names: ReadonlyMap<string, string>,
  scene: DirectoryScene,
): string | null {
  const { texts, needs } = scene
  const { directory, site, codes } = texts
  const channels: Readonly<Record<string, string>> = codes.channelNames
  const organisation = (id: string): string => organisationName(needs.programme, id)
  const readers: Readonly<Record<string, (code: string) => string | undefined>> = {
    role: (code) => Object.entries(site.roles).find(([role]) => role === code)?.[1],
    kind: (code) => Object.entries(directory.kinds).find(([kind]) => kind === code)?.[1],
    active: (code) => (code === 'true' ? directory.active : directory.inactive),
    phone: (code) => directory.audit.phone[code],
    region: (code) => regionName(code, scene),
    regions: (code) => regionName(code, scene),
    sectors: (code) => sectorName(code, scene),
    languages: (code) => languageName(code, texts),
    deputy: (code) => names.get(code),
    organisation,
    supervises: (code) => bodyName(code, scene),
    focalFor: (code) => bodyName(code, scene),
    fromOn: (code) => dayIn(code, scene),
    untilOn: (code) => dayIn(code, scene),
    pseaOn: (code) => dayIn(code, scene),
    protocolOn: (code) => dayIn(code, scene),
    receivedFrom: (code) => dayIn(code, scene),
    receivedUntil: (code) => dayIn(code, scene),
    level: (code) => codes.levels[code],
    channel: (code) => channels[code],
    hours: (code) => hoursSaid(code, texts.points),
    isOpen: (code) => directory.points.states[code === 'true' ? 'open' : 'closed'],
    isHidden: (code) => directory.points.states[code === 'true' ? 'hidden' : 'shown'],
    nature: (code) => codes.kinds[code],
    satisfaction: (code) => codes.satisfaction[code],
    late: () => directory.audit.late,
    status: (code) => directory.audit.status[code],
    places: (code) => placeNamed(code, scene),
    category: (code) => categoryName(code, needs.programme, texts.chain) ?? undefined,
    readerOf: (code) => languageName(code, texts),
  }
  const read = readers[field]
  if (!read || kept === null) return kept
  return kept
    .split(', ')
    .map((code) => read(code) ?? code)
    .join(', ')
}

interface Known {
  people: ReadonlyMap<string, string>
  points: ReadonlyMap<string, string>
}

function lineOf({ at, by, what, about, changes }: AuditEntry, { people: names, points }: Known, scene: DirectoryScene) {
  const { texts, needs } = scene
  const here = { now: needs.now, utcOffsetMinutes: needs.programme.calendar.utcOffsetMinutes }
  const { when } = texts
  const [, kind = '', id = ''] = /^(\w+):(.*)$/.exec(about) ?? []
  const named = { organisation: (one: string) => organisationName(needs.programme, one), point: (one: string) => points.get(one), person: (one: string) => names.get(one) } // prettier-ignore
  const lists: Readonly<Record<string, string>> = texts.directory.audit.lists
  return {
    at: `${spellDay(at, here, when)} ${spellTime(at, here, when)}`,
    who: `${names.get(by.person) ?? by.person} (${texts.site.roles[by.role]})`,
    what,
    about: lists[about] ?? (isIn(named, kind) ? named[kind](id) : undefined) ?? id,
    changes: changes.map(({ field, from, to }) => ({
      field,
      from: valueIn(field, from, names, scene),
      to: valueIn(field, to, names, scene),
    })),
  }
}
