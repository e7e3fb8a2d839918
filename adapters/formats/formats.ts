import { csv } from './csv.ts'
import type { Format } from './format.ts'

/** Every format figures can be downloaded in, in the order they are offered. */
export const formats: readonly Format[] = [csv]
