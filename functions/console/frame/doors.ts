import type { Viewer } from '../../../core/case/actor.ts'
import type { Door } from './scene.ts'

/** All but the protection pair; it never opens S2, whoever asks. */
export const consoleDoor: Door = {
  base: '/console',
  opens: (lane) => lane !== 'S2',
  admits: ({ role }) => role !== 'protection',
}

/** The protection pair's own, in the only function of the console that may open what is sealed under the protection key. */
export const protectionDoor: Door = {
  base: '/console/protection',
  opens: (lane) => lane === 'S2' || lane === 'P',
  admits: ({ role }) => role === 'protection',
}

/** For everybody, whichever role they play: what lies behind it is made up. */
export const practiceDoor: Door = { base: '/console/exercice', opens: () => true, admits: () => true }

/** Where somebody's work is. */
export const homeOf = (viewer: Viewer): Door['base'] =>
  protectionDoor.admits(viewer) ? protectionDoor.base : consoleDoor.base
