import type { Programme } from '../../../core/operations/programme.ts'
import type { Place } from '../../../core/places/place.ts'
import type { IntakeTexts } from '../../../web/console/intake/texts.ts'
import { placeSystem } from '../../staff/places.ts'
import { cerclesByRegion, inside, placeOption } from '../frame/place-choices.ts'
import type { Group } from '../../../web/console/frame/choices.ts'
import { say } from '../../../web/say.ts'

/** Every cercle by its region, in name order; and the communes of the cercle that was chosen. */
export function placeGroups(chosen: Place | null, programme: Programme, texts: IntakeTexts['place']): Group[] {
  const { gazetteer } = programme
  const cercleOf = ({ parent }: Place) =>
    gazetteer.list(placeSystem, 'cercle').find(({ ref }) => ref.code === parent?.code)
  const open = chosen?.level === 'commune' ? cercleOf(chosen) : chosen
  const communes = open?.level === 'cercle' ? inside(gazetteer.list(placeSystem, 'commune'), open) : []
  return [
    ...(open && communes.length > 0
      ? [{ label: say(texts.communesOf, { name: open.name }), options: communes.map((one) => placeOption(one)) }]
      : []),
    ...cerclesByRegion(programme, (name) => say(texts.all, { name })),
  ]
}
