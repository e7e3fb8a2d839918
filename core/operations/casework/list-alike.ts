import type { Viewer } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import { addDaysOn } from '../../deadlines/instant.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { listsOf, maySee } from '../../routing/may-see.ts'
import { words } from '../../places/normalise.ts'
import { regionOf, routedPlace } from '../../routing/owner.ts'
import type { Gazetteer } from '../../places/place.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { Needs } from '../needs.ts'
import { openWords } from '../sealed.ts'

/** Received so many days apart at most. */
export const alikeDays = 14
/** Rows looked at: of the region's list, and of what nobody assessed yet, by what its words suggest. */
const examined = { assessed: 30, triage: 20 } as const
const shown = 5

/** Another case about the same, by what was assessed or, before that, by what its words suggest. */
export interface Alike {
  caseFile: CaseFile
  sameWords: boolean
}

const subject = ({ category, suggested }: CaseFile): string | null => category ?? suggested.category

/** The same place, or one inside the other. */
function isNear(one: PlaceRef | null, other: PlaceRef, gazetteer: Gazetteer): boolean {
  const within = (inner: PlaceRef, outer: PlaceRef): boolean => {
    if (inner.system === outer.system && inner.code === outer.code) return true
    const parent = gazetteer.find(inner)?.parent
    return parent ? within(parent, outer) : false
  }
  return one !== null && (within(one, other) || within(other, one))
}

/**
 * Cases of lane N this viewer may open, of the same category and place, received within days of this one. Who sent them plays no
 * part: nobody is told that two cases come from one person. Looks at fifty rows at most, whatever there is.
 */
export async function listAlike(viewer: Viewer, stored: StoredCase, needs: Needs): Promise<Alike[]> {
  const { caseFile } = stored
  const { cases, programme, now } = needs
  const { gazetteer, calendar } = programme
  const category = subject(caseFile)
  const place = routedPlace(caseFile)
  if (caseFile.lane !== 'N' || category === null || place === null) return []
  const receivedOn = dayOf(calendar, caseFile.receivedAt)
  const last = addDaysOn(receivedOn, alikeDays)
  const today = dayOf(calendar, now)
  const days = { from: addDaysOn(receivedOn, -alikeDays), until: last < today ? last : today }
  const region = regionOf(caseFile, gazetteer) ?? 'national'
  const triages = listsOf(viewer, []).some(({ name }) => name === 'triage')
  const rows = await Promise.all([
    cases.counted({ region, category, ...days }, examined.assessed),
    triages ? cases.counted({ region: 'triage', category, ...days }, examined.triage) : [],
  ])
  const references = rows.flat().map(({ reference }) => reference)
  const others = new Set(references.filter((reference) => reference !== caseFile.reference))
  const found = (await Promise.all([...others].map((reference) => cases.load(reference)))).filter((one) => one !== null)
  const alike = found.filter(
    ({ caseFile: other }) =>
      other.lane === 'N' &&
      maySee(viewer, other, gazetteer) &&
      subject(other) === category &&
      isNear(routedPlace(other), place, gazetteer) &&
      other.mergedInto !== caseFile.reference &&
      caseFile.mergedInto !== other.reference,
  )
  const apart = (other: CaseFile): number => Math.abs(Date.parse(other.receivedAt) - Date.parse(caseFile.receivedAt))
  const nearest = alike.sort((a, b) => apart(a.caseFile) - apart(b.caseFile)).slice(0, shown)
  const own = await said(stored, needs)
  const compared = nearest.map(async (other) => ({
    caseFile: other.caseFile,
    sameWords: own !== '' && own === (await said(other, needs)),
  }))
  return Promise.all(compared)
}

/** The words of a case as they compare: without accents, capitals and marks. */
const said = async (stored: StoredCase, needs: Needs): Promise<string> =>
  words((await openWords(stored, 0, needs)) ?? '').join(' ')
