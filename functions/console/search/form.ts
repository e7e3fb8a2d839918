import type { Meant } from '../../../core/operations/lists/search-meant.ts'
import type { Chain } from '../../../core/language.ts'
import { channels, kinds } from '../../../core/channel/message.ts'
import { type Search, yearAfter, yearBefore } from '../../../core/operations/lists/search-scope.ts'
import type { SearchView } from '../../../web/console/search/view.ts'
import { placesIn } from '../frame/places.ts'
import { type KnowsPlaces, labelOf, meantBy, valueOf } from '../../staff/places.ts'
import { categoryName } from '../../staff/with-names.ts'
import { searchFields, searchHref, type SearchQuery } from '../frame/search-address.ts'

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

/** A day alone is enough: what is left open is until today, or as far as a search looks. */
function daysIn(query: SearchQuery, today: string): { fromOn: string; untilOn: string; flaws: SearchView['flaws'] } {
  const read = (name: 'du' | 'au') => ({ typed: (query[name] ?? '').trim() !== '', on: dayIn(query[name]) })
  const [from, until] = [read('du'), read('au')]
  const latest = from.on === null ? today : yearAfter(from.on)
  const untilOn = until.on ?? (latest < today ? latest : today)
  return {
    untilOn,
    fromOn: from.on ?? yearBefore(untilOn),
    flaws: [
      ...(from.typed && from.on === null ? [{ field: 'du', flaw: 'no-from' } as const] : []),
      ...(until.typed && until.on === null ? [{ field: 'au', flaw: 'no-until' } as const] : []),
    ],
  }
}

/** Reads an address as it was bookmarked or typed; what it does not know, it leaves. */
export function searchOf(
  query: SearchQuery,
  today: string,
  { programme, ...knows }: KnowsPlaces,
): Search | { flaws: SearchView['flaws'] } {
  const days = daysIn(query, today)
  const lieu = query['lieu'] ?? ''
  const places = placesIn(lieu, { programme, ...knows })
  const isNowhere = lieu.trim() !== '' && places.length === 0
  const flaws = [...days.flaws, ...(isNowhere ? [{ field: 'lieu', flaw: 'no-place' } as const] : [])]
  if (flaws.length > 0) return { flaws }
  const verdict = oneOf(['1', '2', '3'], query['avis'])
  const ordinary = programme.categories.filter(({ lane }) => lane === 'N')
  return {
    fromOn: days.fromOn,
    untilOn: days.untilOn,
    places: places.map(({ place, village }) => ({ place: place.ref, village: village?.ref ?? null })),
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

/** What stands in the form; a place by its name, however the address has it. */
export function valuesOf(query: SearchQuery, knows: KnowsPlaces): Record<string, string[]> {
  const meant = meantBy(query['lieu'] ?? '', knows)
  const named = meant ? { ...query, lieu: labelOf(meant, knows.programme) } : query
  return Object.fromEntries(searchFields.flatMap((name) => (named[name] === undefined ? [] : [[name, [named[name]]]])))
}

const nameOf = ({ place, village }: Meant['places'][number]): string => village?.ref.name ?? place.name

/** As many other readings of the same words as are offered. */
const mostOthers = 3

/**
 * The address of what a few typed words mean: codes and days, and what else may have been meant. The words go no further. Places of one name are all
 * meant; of several names, the surest.
 */
export function meantQuery({ places, categories, days }: Meant): SearchQuery {
  const [category, ...subjects] = categories
  const [place, ...around] = places
  const otherwise = around.filter((one) => place && nameOf(one) !== nameOf(place))
  const isOne = around.length === otherwise.length
  const also = [...subjects, ...otherwise.map(valueOf)].slice(0, mostOthers)
  return {
    ...(days ? { du: days.fromOn, au: days.untilOn } : {}),
    ...(place ? { lieu: isOne ? valueOf(place) : nameOf(place) } : {}),
    ...(category === undefined ? {} : { sujet: category }),
    ...(also.length > 0 ? { aussi: also.join(',') } : {}),
  }
}

/** What else the same words may have meant, each with the search that asks for it instead. */
export function otherwiseIn(
  query: SearchQuery,
  { base, chain }: { base: string; chain: Chain },
  knows: KnowsPlaces,
): SearchView['otherwise'] {
  const { programme } = knows
  const codes = query['aussi']?.split(',').slice(0, mostOthers) ?? []
  return codes.flatMap((code) => {
    const place = meantBy(code, knows)
    const label = place ? labelOf(place, programme) : categoryName(code, programme, chain)
    if (label === null) return []
    const field = place ? 'lieu' : 'sujet'
    const others = [query[field] ?? '', ...codes].filter((one) => one !== code && !one.includes(','))
    return [{ label, href: searchHref(base, { ...query, [field]: code, aussi: others.join(',') }) }]
  })
}
