import { channels, kinds } from '../../../core/channel/message.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { Search } from '../../../core/operations/lists/search-scope.ts'
import type { SearchView } from '../../../web/console/search/view.ts'
import { placeOf } from '../frame/place-choices.ts'
import { searchFields, type SearchQuery } from '../frame/search-address.ts'

const statuses = ['open', 'answered', 'closed'] as const
export const searchedLevels = ['N0', 'N1', 'N2', 'unassessed'] as const

/** A day as browsers send it, and one that exists. */
function dayIn(typed: string | undefined): string | null {
  const on = typed?.trim() ?? ''
  const at = /^\d{4}-\d\d-\d\d$/.test(on) ? Date.parse(on) : NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on) ? on : null
}

const oneOf = <T extends string>(codes: readonly T[], typed: string | undefined): T | null =>
  codes.find((code) => code === typed) ?? null

/** Reads an address as it was bookmarked or typed; what it does not know, it leaves. */
export function searchOf(query: SearchQuery, programme: Programme): Search | { flaws: SearchView['flaws'] } {
  const [fromOn, untilOn] = [dayIn(query['du']), dayIn(query['au'])]
  if (fromOn === null || untilOn === null)
    return {
      flaws: [
        ...(fromOn === null ? [{ field: 'du', flaw: 'no-from' } as const] : []),
        ...(untilOn === null ? [{ field: 'au', flaw: 'no-until' } as const] : []),
      ],
    }
  const verdict = oneOf(['1', '2', '3'], query['avis'])
  const ordinary = programme.categories.filter(({ lane }) => lane === 'N')
  return {
    fromOn,
    untilOn,
    place: placeOf(query['lieu'] ?? '', programme)?.ref ?? null,
    category: oneOf(
      ordinary.map(({ code }) => code),
      query['sujet'],
    ),
    organisation: oneOf(
      programme.organisations.map(({ id }) => id),
      query['organisation'],
    ),
    status: oneOf(statuses, query['etat']),
    level: oneOf(searchedLevels, query['niveau']),
    channel: oneOf(channels, query['canal']),
    kind: oneOf(kinds, query['nature']),
    late: query['retard'] === 'oui',
    satisfaction: verdict && Number(verdict),
  }
}

export const valuesOf = (query: SearchQuery): Record<string, string[]> =>
  Object.fromEntries(searchFields.flatMap((name) => (query[name] === undefined ? [] : [[name, [query[name]]]])))
