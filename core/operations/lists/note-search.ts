import type { Viewer } from '../../case/actor.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import { auditLine, changesBetween } from '../directory/change.ts'
import type { Search } from './search-scope.ts'

const told = [
  'receivedFrom',
  'receivedUntil',
  'places',
  'category',
  'organisation',
  'status',
  'level',
  'channel',
  'nature',
  'late',
  'satisfaction',
] as const

/** Who searched what and when, in codes: what was typed is not known here any more. */
export async function noteSearch(
  viewer: Viewer,
  { fromOn, untilOn, places, kind, late, ...search }: Search,
  { directory, now }: { directory: Pick<DirectoryStore, 'write'>; now: string },
): Promise<void> {
  const asked = {
    ...search,
    receivedFrom: fromOn,
    receivedUntil: untilOn,
    places: places.map(({ place, village }) => village ?? place).map(({ system, code }) => `${system}:${code}`),
    nature: kind,
    late: late ? true : null,
  }
  const changes = changesBetween(null, asked, told)
  await directory.write({ audit: [auditLine(viewer, now, { what: 'cases-searched', about: 'search', changes })] })
}
