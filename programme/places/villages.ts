import { createHash } from 'node:crypto'
import { type VillageData, type Villages, villageTable } from '../../core/places/villages.ts'
import { naming } from './naming.ts'
import { unpack } from './packed.ts'
import { places } from './places.ts'
import { packedVillages } from './villages-packed.ts'

interface Stored {
  credits: readonly string[]
  villages: VillageData['villages']
}

let stored: Stored | null = null
/** `villages.json`, read at the first question. */
const data = (): Stored => (stored ??= JSON.parse(unpack(packedVillages)) as Stored)

/** All villages of Mali that have a code. What takes an SMS or a keypad's call must not import this. */
export const villages: Villages = villageTable(
  {
    system: 'cod-2015',
    version: createHash('sha256').update(packedVillages).digest('base64url'),
    get villages() {
      return data().villages
    },
  },
  places,
  naming,
)

export const villageCredits = (): readonly string[] => data().credits
