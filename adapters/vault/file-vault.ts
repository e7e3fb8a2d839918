import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Scope, Vault } from '../../core/ports/vault.ts'
import { fingerprintOf, readEnvelope, sealEnvelope } from './envelope.ts'
import { VaultError } from './vault-error.ts'

/** 32 bytes in base64 per key, newest first: the first one seals, all open. */
const Keys = z.array(z.object({ id: z.string(), key: z.string().check(z.length(44)) })).check(z.minLength(1))
const KeyFile = z.object({ general: Keys, protection: Keys, fingerprint: Keys })
type KeyFile = z.infer<typeof KeyFile>

/**
 * A vault for one machine, on a key file only its owner may read (0600; created if absent). `mayOpen` stands for what IAM
 * says of a function on AWS. Throws when others may read the file.
 */
export function fileVault({ path, mayOpen }: { path: string; mayOpen: readonly Scope[] }): Vault {
  const keys = readKeys(path)
  const read = ({ id, key }: { id: string; key: string }) => [id, createSecretKey(key, 'base64')] as const
  const scopes = { general: new Map(keys.general.map(read)), protection: new Map(keys.protection.map(read)) }
  const keyOf = (scope: Scope, id: string): KeyObject => {
    const found = scopes[scope].get(id)
    if (!found) throw new VaultError('sealed under a key that is not in the key file')
    return found
  }
  const secrets = keys.fingerprint.map((one) => read(one)[1])
  return {
    seal(scope, owner, text) {
      const id = keys[scope][0]?.id ?? ''
      return Promise.resolve(sealEnvelope({ key: keyOf(scope, id), keyPart: Buffer.from(id) }, scope, owner, text))
    },
    async open(scope, owner, sealed) {
      if (!mayOpen.includes(scope)) throw new VaultError(`this function may not open ${scope} texts`)
      const envelope = readEnvelope(sealed)
      return Promise.resolve(envelope.open(keyOf(scope, envelope.keyPart.toString()), scope, owner))
    },
    fingerprints: (value) => Promise.resolve(secrets.map((secret) => fingerprintOf(secret, value))),
  }
}

/** The ids of all keys in the file, newest first within what they are for; the file is created if absent. Throws as `fileVault` does. */
export function keyIdsIn(path: string): string[] {
  const { general, protection, fingerprint } = readKeys(path)
  return [...general, ...protection, ...fingerprint].map(({ id }) => id)
}

function readKeys(path: string): KeyFile {
  createKeys(path)
  // 0o077: any right of the group or of others.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new VaultError('the key file can be read by others: chmod 600')
  return z.parse(KeyFile, JSON.parse(readFileSync(path, 'utf8')))
}

/** Writes a new key file whole and links it into place: of two processes that start at once, one wins and both read it. */
function createKeys(path: string): void {
  // An id of its own, so that another file's keys are never taken for these.
  const key = (use: string) => [
    { id: `${use}-${randomBytes(6).toString('hex')}`, key: randomBytes(32).toString('base64') },
  ]
  const keys: KeyFile = {
    general: key('general'),
    protection: key('protection'),
    fingerprint: key('fingerprint'),
  }
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    statSync(path)
    return
  } catch {
    writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  try {
    chmodSync(draft, 0o600)
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
