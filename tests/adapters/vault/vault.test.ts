import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KMSClient } from '@aws-sdk/client-kms'
import { afterAll, describe, expect, test } from 'vitest'
import { fileVault } from '../../../adapters/vault/file-vault.ts'
import { kmsCalls } from '../../../adapters/vault/kms-calls.ts'
import { kmsVault } from '../../../adapters/vault/kms-vault.ts'
import type { Scope, Vault } from '../../../core/ports/vault.ts'
import { startFakeKms } from '../../../infra/local/stand-ins/kms.ts'

const folder = mkdtempSync(join(tmpdir(), 'vault-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const path = join(folder, 'keys.json')

const kms = await startFakeKms()
afterAll(() => kms.stop())
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const client = new KMSClient({ endpoint: kms.endpoint, region: 'local', credentials, maxAttempts: 1 })

/** Both vaults, each as a function has it that may open only `mayOpen`. */
const vaults: Record<string, (mayOpen: readonly Scope[]) => Vault> = {
  'a key file': (mayOpen) => fileVault({ path, mayOpen }),
  KMS: (mayOpen) => {
    kms.denied.clear()
    for (const scope of ['general', 'protection'] as const)
      if (!mayOpen.includes(scope)) kms.denied.add(`Decrypt ${scope}`)
    const keys = { generalKeyId: 'general', protectionKeyId: 'protection', fingerprintKeyIds: ['mac-2', 'mac-1'] }
    return kmsVault({ calls: kmsCalls(client), ...keys })
  },
}
const scopes = ['general', 'protection'] as const
const both = [...scopes]
const texts = [
  'Le forage est en panne depuis 3 jours',
  '',
  'ߒߞߏ ɲɛ 👍',
  'é'.repeat(3_000),
  'x'.repeat(4_096),
  'y'.repeat(9_000),
]

describe.each(Object.entries(vaults))('a vault on %s', (_, vault) => {
  test.each(scopes)('gives back what was sealed under %s, in this function or another one', async (scope) => {
    const here = vault(both)
    const there = vault(both)

    for (const text of texts)
      expect(await there.open(scope, '4829137996', await here.seal(scope, '4829137996', text))).toBe(text)
  })

  test.each(scopes)('never seals a text twice to the same string, nor shows it (%s)', async (scope) => {
    const sealer = vault(both)
    const sealed = await Promise.all([sealer.seal(scope, 'a', 'puits fermé'), sealer.seal(scope, 'a', 'puits fermé')])

    expect(sealed[0]).not.toBe(sealed[1])
    expect(Buffer.from(sealed[0], 'base64url').includes('puits')).toBe(false)
  })

  test.each(scopes)(
    'opens nothing that was sealed for another case, under another scope, or altered (%s)',
    async (scope) => {
      const sealer = vault(both)
      const sealed = await sealer.seal(scope, 'a', 'x'.repeat(5_000))
      const bytes = Buffer.from(sealed, 'base64url')
      const altered = (at: number) => {
        const copy = Buffer.from(bytes)
        copy[at] = (copy[at] ?? 0) ^ 1
        return copy.toString('base64url')
      }
      const other = scope === 'general' ? 'protection' : 'general'

      await expect(sealer.open(scope, 'b', sealed)).rejects.toThrow()
      await expect(sealer.open(other, 'a', sealed)).rejects.toThrow()
      await expect(sealer.open(scope, 'a', bytes.subarray(0, -20).toString('base64url'))).rejects.toThrow()
      await expect(sealer.open(scope, 'a', '')).rejects.toThrow()
      for (const at of [0, 1, 3, Math.floor(bytes.length / 2), bytes.length - 1])
        await expect(sealer.open(scope, 'a', altered(at))).rejects.toThrow()
      expect(await sealer.open(scope, 'a', sealed)).toHaveLength(5_000)
    },
  )

  test('a function that may not open a scope seals under it all the same, and cannot open even its own', async () => {
    for (const closed of scopes) {
      const sealer = vault(both.filter((scope) => scope !== closed))

      await expect(sealer.open(closed, 'a', await sealer.seal(closed, 'a', 'secret'))).rejects.toThrow()
    }
  })

  test('fingerprints are the same in every function, short, and different for every value', async () => {
    const [here, there] = await Promise.all([
      vault([]).fingerprints('+22370000012'),
      vault([]).fingerprints('+22370000012'),
    ])
    const other = await vault([]).fingerprints('+22370000013')

    expect(here).toEqual(there)
    expect(new Set([...here, ...other]).size).toBe(here.length * 2)
    for (const fingerprint of here) expect(fingerprint).toMatch(/^[\w-]{22}$/)
  })
})
