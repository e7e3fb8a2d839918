import { gazetteer } from '../../core/routing/gazetteer.ts'
import { clusters } from '../clusters.ts'
import data from './gazetteer.json' with { type: 'json' }
import { naming } from './naming.ts'

/** All places of Mali; indexed at the first question, not at import. */
export const places = gazetteer(data, clusters, naming)

/** Whose work the codes and names are; shown wherever they are shown. */
export const placeCredits: readonly string[] = data.credits
