import { villages } from '../../programme/places/villages.ts'
import type { ChoosesPlaces } from './services.ts'

/** The villages: imported only where people choose places. What takes SMS or a keypad's call deploys without. */
export const choosing: ChoosesPlaces = { villages }
