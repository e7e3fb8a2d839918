import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileVault } from '../../../adapters/vault/file-vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'file-vault-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const mayOpen = ['general', 'protection'] as const

test('the key file is made once, for its owner alone, and nothing is left beside it', () => {
  const path = join(folder, 'made.json')
  fileVault({ path, mayOpen })
  const made = readFileSync(path, 'utf8')
  fileVault({ path, mayOpen })

  expect(readFileSync(path, 'utf8')).toBe(made)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['made.json'])
})

test('a key file others may read is refused', () => {
  const path = join(folder, 'open.json')
  fileVault({ path, mayOpen })
  chmodSync(path, 0o640)

  expect(() => fileVault({ path, mayOpen })).toThrow('chmod 600')
})

test('a new key put first seals; what the old one sealed still opens, and each has its fingerprint', async () => {
  const path = join(folder, 'rotated.json')
  const before = fileVault({ path, mayOpen })
  const sealed = await before.seal('general', 'a', 'x')
  const [old] = await before.fingerprints('+22370000012')
  const keys = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { id: string; key: string }[]>
  const fresh = (id: string) => ({ id, key: Buffer.alloc(32, id).toString('base64') })
  keys.general?.unshift(fresh('general-2'))
  keys.fingerprint?.unshift(fresh('fingerprint-2'))
  writeFileSync(path, JSON.stringify(keys))
  const after = fileVault({ path, mayOpen })

  expect(await after.open('general', 'a', sealed)).toBe('x')
  expect(await after.fingerprints('+22370000012')).toEqual([expect.any(String), old])
  await expect(before.open('general', 'a', await after.seal('general', 'a', 'y'))).rejects.toThrow('key file')
})
