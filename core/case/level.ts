import * as z from 'zod/mini'

/** N0–N2 ordinary, S1 integrity, S2 protection (design §11). */
export const levels = ['N0', 'N1', 'N2', 'S1', 'S2'] as const
export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>

/**
 * Which line a case lives in. `N` ordinary; `P` a message whose words suggest S, until a person has decided; S1 and S2 as their levels.
 * The lane is part of every index key, so no list, count or search can mix them.
 */
export const lanes = ['N', 'P', 'S1', 'S2'] as const
export const Lane = z.enum(lanes)
export type Lane = z.infer<typeof Lane>

export const laneOf = (level: Level): Lane => (level === 'S1' || level === 'S2' ? level : 'N')

/** Going up is free; going down needs a second person (design §11, rule 1). */
export const isLower = (to: Level, from: Level): boolean => levels.indexOf(to) < levels.indexOf(from)
