import * as z from 'zod/mini'

/** One code may mean different places in different systems: it is nothing without its own. Which there are is data of the programme. */
export const PlaceRef = z.object({ system: z.string().check(z.maxLength(40)), code: z.string().check(z.maxLength(40)) })
export type PlaceRef = z.infer<typeof PlaceRef>
export type CodeSystem = PlaceRef['system']
