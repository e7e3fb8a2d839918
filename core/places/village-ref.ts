import * as z from 'zod/mini'
import { PlaceRef } from './place-ref.ts'

/** A village as it is kept: its code in a named system, and the name it has there. It never says more than its commune does in a list or a figure. */
export const VillageRef = z.object({ ...PlaceRef.shape, name: z.string().check(z.maxLength(60)) })
export type VillageRef = z.infer<typeof VillageRef>
