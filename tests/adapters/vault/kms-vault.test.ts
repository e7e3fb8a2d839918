import { KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { kmsCalls } from '../../../adapters/vault/kms-calls.ts'
import { kmsVault } from '../../../adapters/vault/kms-vault.ts'
import { startFakeKms } from '../../../infra/local/stand-ins/kms.ts'

const kms = await startFakeKms()
afterAll(() => kms.stop())
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const client = new KMSClient({ endpoint: kms.endpoint, region: 'local', credentials, maxAttempts: 1 })
beforeEach(() => {
  kms.calls.length = 0
  kms.denied.clear()
})

const vault = (clockMs?: () => number) =>
  kmsVault({
    calls: kmsCalls(client),
    generalKeyId: 'general',
    protectionKeyId: 'protection',
    fingerprintKeyIds: ['mac-2', 'mac-1'],
    ...(clockMs ? { clockMs } : {}),
  })
const calls = (name: string) => kms.calls.filter((call) => call === name).length

test('one data key serves a thousand texts or five minutes', async () => {
  let nowMs = 0
  const sealer = vault(() => nowMs)

  await Promise.all(Array.from({ length: 1_000 }, () => sealer.seal('general', 'a', 'x')))
  expect(kms.calls).toEqual(['GenerateDataKey general'])
  await sealer.seal('general', 'a', 'x')
  expect(calls('GenerateDataKey general')).toBe(2)
  nowMs = 5 * 60_000
  await sealer.seal('general', 'a', 'x')
  expect(calls('GenerateDataKey general')).toBe(3)
})

test('texts under one data key are unwrapped once', async () => {
  const sealer = vault()
  const sealed = await Promise.all(['x', 'y', 'z'].map((text) => sealer.seal('general', 'a', text)))

  for (const text of sealed) await sealer.open('general', 'a', text)

  expect(calls('Decrypt general')).toBe(1)
})

test('protection texts go to KMS itself, 4 KB at a time, and leave no key here', async () => {
  await vault().seal('protection', 'a', 'x'.repeat(9_000))

  expect(kms.calls).toEqual(['Encrypt protection', 'Encrypt protection', 'Encrypt protection'])
})

test('pieces of a protection text cannot be put in another order or left out', async () => {
  const sealer = vault()
  const bytes = Buffer.from(await sealer.seal('protection', 'a', 'x'.repeat(4_095) + 'y'.repeat(4_096)), 'base64url')
  const half = (bytes.length - 1) / 2
  const [head, first, second] = [bytes.subarray(0, 1), bytes.subarray(1, 1 + half), bytes.subarray(1 + half)]

  expect(await sealer.open('protection', 'a', Buffer.concat([head, first, second]).toString('base64url'))).toHaveLength(
    8_191,
  )
  await expect(
    sealer.open('protection', 'a', Buffer.concat([head, second, first]).toString('base64url')),
  ).rejects.toThrow()
  await expect(sealer.open('protection', 'a', Buffer.concat([head, first]).toString('base64url'))).rejects.toThrow()
})

test('the secret of fingerprints is asked for once per generation, newest first', async () => {
  const sealer = vault()
  const [newest, older] = await sealer.fingerprints('+22370000012')
  await sealer.fingerprints('+22370000013')

  expect(kms.calls).toEqual(['GenerateMac mac-2', 'GenerateMac mac-1'])
  const rotated = kmsVault({
    calls: kmsCalls(client),
    generalKeyId: 'general',
    protectionKeyId: 'protection',
    fingerprintKeyIds: ['mac-1'],
  })
  expect(await rotated.fingerprints('+22370000012')).toEqual([older])
  expect(newest).not.toBe(older)
})

test('a refusal of KMS is not remembered', async () => {
  const sealer = vault()
  kms.denied.add('GenerateDataKey general').add('GenerateMac mac-1')
  await expect(sealer.seal('general', 'a', 'x')).rejects.toThrow()
  await expect(sealer.fingerprints('x')).rejects.toThrow()

  kms.denied.clear()
  expect(await sealer.seal('general', 'a', 'x')).not.toBe('')
  expect(await sealer.fingerprints('x')).toHaveLength(2)
})
