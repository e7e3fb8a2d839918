import type { Role, Viewer } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { rules, type Step } from '../case/status.ts'
import { ladder, regionOf } from './owner.ts'
import type { Gazetteer } from '../places/place.ts'
import { isAskedToRead, listsToRead, opensPossible, readsOnly } from './asked-to-read.ts'
import { floodList, handOverQueue, type QueueName } from './queue.ts'

type Sight = (viewer: Viewer, caseFile: CaseFile, gazetteer: Gazetteer) => boolean

const isOrdinary = ({ lane }: CaseFile): boolean => lane === 'N'
/** Before assessment only the focal point and deputy read a case, unless it has escalated (design §12). */
const isShown = ({ assessedAt, escalationLevel }: CaseFile): boolean => assessedAt !== null || escalationLevel > 0
/** A region is somebody's only when both have one: no region is nobody's. */
const regional: Sight = ({ region }, caseFile, gazetteer) =>
  isOrdinary(caseFile) && isShown(caseFile) && region !== null && regionOf(caseFile, gazetteer) === region
const never: Sight = () => false
const triage: Sight = (_, { lane }) => lane === 'N' || lane === 'P' || lane === 'S1'

/** Who may read what (design §12). A role that is not let in here never learns that the case exists. */
const sight: Record<Role, Sight> = {
  'focal-point': triage,
  deputy: triage,
  'regional-cluster': regional,
  partner: ({ organisation }, caseFile) =>
    isOrdinary(caseFile) && isShown(caseFile) && organisation !== null && caseFile.organisation === organisation,
  authority: (viewer, caseFile, gazetteer) =>
    regional(viewer, caseFile, gazetteer) && !isUndecidedFor(viewer, caseFile),
  // Once alerted, also after it was read: whoever opened it must be able to decide.
  protection: (viewer, caseFile) =>
    caseFile.lane === 'S2' || (caseFile.lane === 'P' && opensPossible(viewer, caseFile)),
  integrity: (_, { lane }) => lane === 'S1',
  relay: never,
  coordinator: (_, caseFile) => isOrdinary(caseFile) && caseFile.escalationLevel >= ladder.coordination,
  administrator: never,
}

/** A person or body the words name is shut out, and so is whoever supervises it or reports to it. */
export function isNamed(
  { person, organisation, region, supervises, reportsTo = [], standsFor }: Viewer,
  { named }: Pick<CaseFile, 'named'>,
): boolean {
  const own = [
    ...[`person:${person}`, organisation && `organisation:${organisation}`, region && `region:${region}`],
    ...(standsFor?.ties ?? []),
  ]
  const line = [...supervises, ...reportsTo].map((id) => `organisation:${id}`)
  return named.some((name) => own.includes(name) || line.includes(name))
}

/**
 * Is a case kept from somebody whose list it would stand in? From those it names; from an authority where it is with its own
 * services or those it supervises, since authorities act by figures and by the cases of others.
 */
export function isKeptFrom(viewer: Viewer, { organisation, named }: Pick<CaseFile, 'organisation' | 'named'>): boolean {
  const own = organisation !== null && [viewer.organisation, ...viewer.supervises].includes(organisation)
  return isNamed(viewer, { named }) || (viewer.role === 'authority' && own)
}

/** Escalated or not: until somebody has read a case, nobody knows whether it is about the authority, or sensitive. */
export const isUndecidedFor = ({ role }: Viewer, { level }: Pick<CaseFile, 'level'>): boolean =>
  role === 'authority' && level === null

export const maySee = (viewer: Viewer, caseFile: CaseFile, gazetteer: Gazetteer): boolean =>
  (sight[viewer.role](viewer, caseFile, gazetteer) || isAskedToRead(viewer, caseFile)) && !isKeptFrom(viewer, caseFile)

/** What a partner does with a case that is only offered: it may yet say no, and must not have moved a date or seen a number. */
const whenOffered: readonly Step[] = ['accept', 'refuse', 'note']

/** Who sends down what has escalated: only the level that has it. What lies above is not for a level below to take back. */
const holdsLevel = ({ role }: Viewer, { escalationLevel }: CaseFile): boolean => {
  if (escalationLevel >= ladder.coordination) return role === 'coordinator'
  return escalationLevel === ladder.region
    ? role === 'regional-cluster'
    : role !== 'regional-cluster' && role !== 'coordinator'
}

/** Why a step cannot be taken now by this person, or null when it can. `role` is for the ones who may see but not do. */
export function refusal(viewer: Viewer, caseFile: CaseFile, step: Step): 'role' | 'status' | 'not-your-level' | null {
  if (readsOnly(viewer, caseFile)) return step === 'say-meaning' ? null : 'role'
  const rule = rules[step]
  if (!rule.by.includes(viewer.role)) return 'role'
  if (viewer.role === 'partner' && caseFile.handOver && !whenOffered.includes(step)) return 'status'
  if (!rule.from.includes(caseFile.status)) return 'status'
  return step === 'send-back' && caseFile.escalationLevel > 0 && !holdsLevel(viewer, caseFile) ? 'not-your-level' : null
}

/** Which steps a viewer could take now. */
export const stepsFor = (viewer: Viewer, caseFile: CaseFile): Step[] =>
  (Object.keys(rules) as Step[]).filter((step) => refusal(viewer, caseFile, step) === null)

/** The lists of one viewer: which index partitions (design §4). Only rows kept from them (`isKeptFrom`, `isUndecidedFor`) are left out. */
export function listsOf(viewer: Viewer, regions: readonly string[]): QueueName[] {
  const { role, region, organisation } = viewer
  const all = ['triage', floodList, ...regions, 'national']
  const lists: Record<Role, QueueName[]> = {
    'focal-point': triageLists(all),
    deputy: triageLists(all),
    'regional-cluster': region ? [{ index: 'region', lane: 'N', name: region }] : [],
    partner: organisation ? partnerLists(organisation) : [],
    authority: region ? [{ index: 'region', lane: 'N', name: region }] : [],
    protection: [
      { index: 'owner', lane: 'S2', name: 'protection' },
      { index: 'owner', lane: 'P', name: 'protection' },
    ],
    integrity: [{ index: 'owner', lane: 'S1', name: 'integrity' }],
    relay: [],
    coordinator: [{ index: 'owner', lane: 'N', name: 'coordination' }],
    administrator: [],
  }
  return [...lists[role], ...listsToRead(viewer)]
}

const partnerLists = (organisation: string): QueueName[] =>
  [handOverQueue(organisation), `organisation:${organisation}`].map((name) => ({ index: 'owner', lane: 'N', name }))

const triageLists = (regions: readonly string[]): QueueName[] => [
  ...regions.map((name) => ({ index: 'region', lane: 'N', name }) as const),
  { index: 'owner', lane: 'P', name: 'focal-point' },
  { index: 'owner', lane: 'S1', name: 'integrity' },
]
