import { join } from 'node:path'
import * as z from 'zod/mini'
import { readState, StartError, writeState } from './state-file.ts'

/** What a restored folder says of itself. */
const Restored = z.object({
  /** The copy knows nothing that came or left after this (the product's clock). */
  copiedAt: z.string(),
  restoredAt: z.string(),
  /** Nothing leaves until a person said that it may. */
  allowed: z.nullable(z.object({ by: z.string(), at: z.string() })),
})
type Restored = z.infer<typeof Restored>

const fileIn = (folder: string): string => join(folder, 'restored.json')

/** Undefined where this folder never was restored. */
export const restoredIn = (folder: string): Restored | undefined =>
  readState(fileIn(folder), (text) => Restored.parse(JSON.parse(text)))

const write = (folder: string, restored: Restored): void => {
  writeState(fileIn(folder), `${JSON.stringify(restored)}\n`)
}

/** From now on nothing leaves. */
export function holdSends(folder: string, { copiedAt, restoredAt }: Omit<Restored, 'allowed'>): void {
  write(folder, { copiedAt, restoredAt, allowed: null })
}

export const maySendIn = (folder: string): boolean => restoredIn(folder)?.allowed !== null

/** Throws StartError where nothing is held. */
export function allowSends(folder: string, by: string): void {
  const restored = restoredIn(folder)
  if (restored?.allowed !== null) throw new StartError(`Nothing is held back in ${folder}.`)
  write(folder, { ...restored, allowed: { by, at: new Date().toISOString() } })
}
