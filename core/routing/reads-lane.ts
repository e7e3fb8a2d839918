import type { Role } from '../case/actor.ts'
import type { Lane } from '../case/level.ts'

const ordinary: readonly Lane[] = ['N']
const possible: readonly Lane[] = [...ordinary, 'P']
const integrity: readonly Lane[] = [...possible, 'S1']

/** Who may open a case now reads in full what happened to it while it was in one of these lanes (`docs/decisions/011-what-a-case-still-says.md`). */
const lanesRead: Record<Role, readonly Lane[]> = {
  'focal-point': integrity,
  deputy: integrity,
  'regional-cluster': ordinary,
  partner: ordinary,
  authority: ordinary,
  protection: [...integrity, 'S2'],
  integrity,
  relay: ordinary,
  coordinator: ordinary,
  administrator: ordinary,
}

export const readsLane = (role: Role, lane: Lane): boolean => lanesRead[role].includes(lane)
