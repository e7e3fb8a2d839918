import * as z from 'zod/mini'

/** `ML09` is Bamako in `cod-2021` and Taoudénit in `reform-2023`: a code is nothing without its system. */
export const PlaceRef = z.object({ system: z.enum(['cod-2021', 'cod-2015', 'reform-2023']), code: z.string() })
export type PlaceRef = z.infer<typeof PlaceRef>
export type CodeSystem = PlaceRef['system']
