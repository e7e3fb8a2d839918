import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { keyIdsIn } from '../../../adapters/vault/file-vault.ts'
import { VaultError } from '../../../adapters/vault/vault-error.ts'
import { orSay, readState, StartError, writeState } from './state-file.ts'

/** Raised when an older program could no longer read what a newer one writes here. */
const format = 1
const Marker = z.object({ format: z.number(), keys: z.array(z.string()) })

/**
 * Makes the folder, or looks whether this program may go on with it. Throws StartError when a newer one wrote it, and when its
 * key file is not the one under which the words in it were sealed: a new one made in silence would lose them, and what is
 * sealed under it would be lost when the old one comes back.
 */
export function openState(folder: string): void {
  orSay(folder, () => {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  })
  const inFolder = (name: string) => join(folder, name)
  const [file, keyFile, table] = [inFolder('state.json'), inFolder('keys.json'), inFolder('table.db')]
  const marker = readState(file, (text) => Marker.parse(JSON.parse(text)))
  if (marker && marker.format > format)
    throw new StartError(
      `${folder} was written by a newer Jaabi (format ${marker.format}, this one reads up to ${format}): start that one.`,
    )
  if (existsSync(table) && !existsSync(keyFile))
    throw new StartError(
      `${keyFile} is missing, and without it nobody can open the words in ${table}: put back the copy of it (docs/restore.md).`,
    )
  const ids = readState(keyFile, () => keysIn(keyFile)) ?? keysIn(keyFile)
  if (marker?.keys.some((id) => !ids.includes(id)))
    throw new StartError(
      `${keyFile} is not the one under which the words in ${table} were sealed: put back the copy of that one (docs/restore.md).`,
    )
  orSay(file, () => {
    writeState(file, JSON.stringify({ format, keys: ids }))
  })
}

/** Step by step: node's own `recursive` never ends where a file system refuses a new folder as if its parent were not there, as /proc does. */
function makeFolder(folder: string): void {
  const parent = dirname(folder)
  if (parent !== folder && !existsSync(parent)) makeFolder(parent)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(folder)
}

/** What only its owner may read and others can, say after a copy was put back, is whole all the same: the vault says what to do. */
function keysIn(keyFile: string): string[] {
  try {
    return keyIdsIn(keyFile)
  } catch (error) {
    throw error instanceof VaultError ? new StartError(`${keyFile}: ${error.message}.`) : error
  }
}
