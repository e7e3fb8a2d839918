import { gazetteer, type GazetteerData } from '../../core/places/gazetteer.ts'
import { clusters } from '../clusters.ts'
import { packedGazetteer } from './gazetteer-packed.ts'
import { naming } from './naming.ts'
import { unpack } from './packed.ts'

type Stored = GazetteerData & { credits: readonly string[] }

let stored: Stored | null = null
/** `gazetteer.json`, read at the first question: what starts with every function must not be a hundred kilobytes of code. */
const data = (): Stored => (stored ??= JSON.parse(unpack(packedGazetteer)) as Stored)

/** All places of Mali; indexed at the first question, not at import. */
export const places = gazetteer(
  {
    // As the columns of the packed rows are.
    systems: ['cod-2021', 'cod-2015', 'reform-2023'],
    get places() {
      return data().places
    },
    get same() {
      return data().same
    },
    get spellings() {
      return data().spellings
    },
  },
  clusters,
  naming,
)

/** Whose work the codes and names are; shown wherever they are shown. */
export const placeCredits = (): readonly string[] => data().credits
