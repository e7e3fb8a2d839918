import { type Role, roles, system, type Viewer } from '../../../core/case/actor.ts'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { caseFileOf } from '../../../core/case/fold.ts'
import { type Entry, entry } from '../../../core/case/history.ts'
import type { Lane } from '../../../core/case/level.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { mayRead } from '../../../core/directory/readers.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { maySee } from '../../../core/routing/may-see.ts'
import { ladder } from '../../../core/routing/owner.ts'
import { type Situation, situations } from '../../../web/console/help/texts.ts'

/** A language nobody here reads but those who are asked. */
const readIn = 'mis'

/** Who the table is drawn for: one of each role, at home in one region. */
interface Example {
  home: PlaceRef | null
  region: string | null
  away: PlaceRef | null
  partner: string
  supervised: string
  viewers: readonly Viewer[]
}

/** What the programme itself offers as an example: the first cluster, an organisation of its region, an authority that supervises. */
function exampleOf({ settings, gazetteer, organisations }: Programme): Example {
  const served = settings.ussdPlaces.flatMap(({ place }) => {
    const region = gazetteer.find(place)?.region
    return region ? [{ place, region }] : []
  })
  const [first] = served
  const region = first?.region ?? null
  const authority = organisations.find(({ kind, supervises }) => kind === 'authority' && supervises.length > 0)
  const partner = organisations.find(
    ({ kind, regions }) => kind === 'ngo' && region !== null && regions.includes(region),
  )
  const belongs: Partial<Record<Role, Partial<Viewer>>> = {
    'regional-cluster': { region },
    partner: { organisation: partner?.id ?? null },
    authority: { region, organisation: authority?.id ?? null, supervises: authority?.supervises ?? [] },
  }
  return {
    home: first?.place ?? null,
    region,
    away: served.find((one) => one.region !== region)?.place ?? null,
    partner: partner?.id ?? '',
    supervised: authority?.supervises[0] ?? '',
    viewers: roles.map((role) => ({
      person: `example-${role}`,
      role,
      region: null,
      organisation: null,
      supervises: [],
      ...(mayRead({ role, readerOf: [readIn] }) ? { readerOf: [readIn] } : {}),
      ...belongs[role],
    })),
  }
}

type Made = (example: Example, open: (lane: Lane, more?: readonly Entry[]) => CaseFile, now: string) => CaseFile

const assessed = (now: string, place: PlaceRef | null, named: readonly string[] = []): Entry =>
  entry('assessed', now, system, { level: 'N1', promisedAt: null, named: [...named], ...(place ? { place } : {}) })
const assigned = (now: string, organisation: string): Entry =>
  entry('assigned', now, system, { organisation, handOver: false })

const cases: Record<Situation, Made> = {
  unread: (_, open) => open('N'),
  ownRegion: ({ home }, open, now) => open('N', [assessed(now, home)]),
  otherRegion: ({ away }, open, now) => open('N', [assessed(now, away)]),
  ownOrganisation: ({ away, partner }, open, now) => open('N', [assessed(now, away), assigned(now, partner)]),
  ownServices: ({ home, supervised }, open, now) => open('N', [assessed(now, home), assigned(now, supervised)]),
  escalated: ({ away }, open, now) => {
    const rung = { from: ladder.national, to: ladder.coordination, region: null, nextAt: now }
    return open('N', [assessed(now, away), entry('escalated', now, system, rung)])
  },
  possible: (_, open) => open('P'),
  possibleAlerted: (_, open, now) => open('P', [entry('protection-alerted', now, system, {})]),
  possibleAsked: (_, open, now) => open('P', [entry('reader-asked', now, system, { language: readIn })]),
  integrity: (_, open) => open('S1'),
  protection: (_, open) => open('S2'),
  naming: ({ home, viewers }, open, now) =>
    open('N', [
      assessed(
        now,
        home,
        viewers.map(({ person }) => `person:${person}`),
      ),
    ]),
}

/**
 * Who sees a case in each situation: asked of the rule itself, on cases made for the question, so that the table cannot say anything else
 * than what happens.
 */
export function whoSees(programme: Programme, now: string): { situation: Situation; roles: readonly Role[] }[] {
  const example = exampleOf(programme)
  const open = (lane: Lane, more: readonly Entry[] = []): CaseFile => {
    const suggested = { place: null, category: null, sensitive: lane === 'P' }
    const received = entry('received', now, system, {
      channel: 'sms',
      kind: 'complaint',
      language: programme.languages[0].code,
      receivedAt: now,
      lane,
      suggested,
      promisedAt: null,
      standards: programme.standards.current,
      consent: 'none',
      phone: false,
    })
    return caseFileOf(programme.id, '0', [received, ...more])
  }
  return situations.map((situation) => {
    const caseFile = cases[situation](example, open, now)
    const seeing = example.viewers.filter((viewer) => maySee(viewer, caseFile, programme.gazetteer))
    return { situation, roles: seeing.map(({ role }) => role) }
  })
}
