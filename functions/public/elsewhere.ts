import { type IntakePoint, isPublic } from '../../core/directory/points/intake-point.ts'
import { allPoints } from '../../core/operations/directory/points/keeping.ts'
import type { Place } from '../../core/places/place.ts'
import type { ElsewhereView, PublicPoint } from '../../web/public/elsewhere.ts'
import { whenOpen } from '../../web/points.ts'
import type { PublicTexts } from '../../web/public/texts.ts'
import type { WebServices } from '../wiring/services.ts'

/** What is open and shown: kind, commune, hours and languages, and what is dialled of a line; by region, of which one is opened at a time. */
export async function elsewhereView(
  region: string,
  texts: PublicTexts,
  services: Pick<WebServices, 'programme' | 'points'>,
): Promise<ElsewhereView> {
  const { programme } = services
  const { gazetteer, settings } = programme
  const above = (place: Place): Place => {
    const parent = place.parent && gazetteer.find(place.parent)
    return parent ? above(parent) : place
  }
  const shown = (await allPoints(services, false)).filter(isPublic).map((point) => {
    const place = point.place ? (gazetteer.find(point.place) ?? null) : null
    return { place, region: place && above(place), said: said(point, place, texts) }
  })
  const byRegion = Map.groupBy(
    shown.filter((one) => one.region !== null),
    (one) => one.region?.ref.code ?? '',
  )
  const regions = [...byRegion].map(([code, own]) => ({ code, name: own[0]?.region?.name ?? code, count: own.length }))
  const asked = regions.find(({ code }) => code === region)
  return {
    settings,
    everywhere: shown.flatMap((one) => (one.region === null ? [one.said] : [])),
    regions: regions.toSorted((a, b) => a.name.localeCompare(b.name)),
    open: asked ? { ...asked, points: pointsIn(byRegion.get(asked.code) ?? []) } : null,
  }
}

/** By their places, lines first: whoever can call need not walk. */
const pointsIn = (own: readonly { said: PublicPoint }[]): PublicPoint[] =>
  own
    .map((one) => one.said)
    .toSorted(
      (a, b) => Number(b.number !== null) - Number(a.number !== null) || (a.where ?? '').localeCompare(b.where ?? ''),
    )

function said(point: IntakePoint, place: Place | null, { points, language }: PublicTexts): PublicPoint {
  const named = new Intl.DisplayNames([language], { type: 'language' })
  return {
    kind: points.channels[point.channel],
    where: place?.name ?? null,
    number: point.number,
    when: whenOpen(point, points),
    languages: point.languages.map((code) => points.languages[code] ?? named.of(code) ?? code).join(', '),
  }
}
