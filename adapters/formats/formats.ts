import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { xlsx } from './xlsx.ts'

/** Every format figures can be downloaded in, in the order they are offered. */
export const formats: readonly Format[] = [csv, xlsx]
