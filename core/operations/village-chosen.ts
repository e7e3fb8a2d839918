import type { PlaceRef } from '../places/place-ref.ts'
import type { VillageRef } from '../places/village-ref.ts'
import type { Villages } from '../places/villages.ts'

interface Chosen {
  place?: PlaceRef | undefined
  village?: PlaceRef | undefined
}

/** A place as it is kept: a village brings its name and its commune along, whatever stands beside it. Null for a village nobody knows. */
export function withCommune<T extends Chosen>(
  chosen: T,
  villages: Pick<Villages, 'find'> | undefined,
): (Omit<T, 'village'> & { village?: VillageRef | undefined }) | null {
  const { village, ...rest } = chosen
  if (!village) return rest
  const found = villages?.find(village)
  return found ? { ...rest, place: found.commune.ref, village: found.ref } : null
}
