import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Scope, Vault } from '../../core/ports/vault.ts'
import { type DataKey, fingerprintOf, readEnvelope, sealEnvelope } from './envelope.ts'
import type { KmsCalls } from './kms-calls.ts'
import { joinPieces, piecesOf, readPieces, textOf } from './pieces.ts'
import { VaultError } from './vault-error.ts'

export interface KmsVaultOptions {
  calls: KmsCalls
  /** Ids or ARNs. Which of them a function may use, and for what, its policy says. */
  generalKeyId: string
  protectionKeyId: string
  /** HMAC_256 keys, one per generation, newest first. */
  fingerprintKeyIds: readonly string[]
  /** Milliseconds that only go forward, for the age of a data key. */
  clockMs?: () => number
}

/** A data key seals for five minutes or a thousand texts, whichever ends first. */
const dataKeyMs = 5 * 60_000
const dataKeyUses = 1_000
const unwrappedKeys = 1_000

/** What each generation's fingerprint secret is the MAC of. Never to change: all fingerprints would. */
const fingerprintLabel = 'jaabi fingerprint secret 1'

/**
 * A vault on AWS KMS. General texts go into envelopes under a data key of this environment; protection texts are encrypted by KMS
 * itself, so that no key that opens them is ever in the memory of a function. Fingerprints are computed here, under a secret that
 * KMS derives once per environment and that stands in no configuration. KMS's own errors pass through.
 */
export function kmsVault(options: KmsVaultOptions): Vault {
  const { calls, generalKeyId, protectionKeyId, fingerprintKeyIds, clockMs = () => performance.now() } = options
  let current: { dataKey: Promise<DataKey>; untilMs: number; uses: number } | null = null
  let secrets: Promise<KeyObject[]> | null = null
  /** By key part; in order of use, oldest first. */
  const unwrapped = new Map<string, KeyObject>()

  async function newDataKey(): Promise<DataKey> {
    const { Plaintext, CiphertextBlob } = await calls.generateDataKey({
      KeyId: generalKeyId,
      KeySpec: 'AES_256',
      EncryptionContext: { scope: 'general' },
    })
    return { key: createSecretKey(bytesOf(Plaintext)), keyPart: bytesOf(CiphertextBlob) }
  }

  function dataKey(): Promise<DataKey> {
    const nowMs = clockMs()
    if (!current || nowMs >= current.untilMs || current.uses >= dataKeyUses) {
      const made = { dataKey: newDataKey(), untilMs: nowMs + dataKeyMs, uses: 0 }
      made.dataKey.catch(() => {
        if (current === made) current = null
      })
      current = made
    }
    current.uses++
    return current.dataKey
  }

  async function unwrap(keyPart: Buffer): Promise<KeyObject> {
    const id = keyPart.toString('base64')
    const known = unwrapped.get(id)
    const key = known ?? createSecretKey(await decrypt(generalKeyId, keyPart, { scope: 'general' }))
    unwrapped.delete(id)
    unwrapped.set(id, key)
    const [oldest] = unwrapped.keys()
    if (unwrapped.size > unwrappedKeys && oldest !== undefined) unwrapped.delete(oldest)
    return key
  }

  async function decrypt(KeyId: string, CiphertextBlob: Buffer, context: Record<string, string>): Promise<Buffer> {
    const { Plaintext } = await calls.decrypt({ KeyId, CiphertextBlob, EncryptionContext: context })
    return bytesOf(Plaintext)
  }

  async function encrypt(Plaintext: Buffer, context: Record<string, string>): Promise<Buffer> {
    const { CiphertextBlob } = await calls.encrypt({ KeyId: protectionKeyId, Plaintext, EncryptionContext: context })
    return bytesOf(CiphertextBlob)
  }

  async function secretOf(KeyId: string): Promise<KeyObject> {
    const Message = Buffer.from(fingerprintLabel)
    const { Mac } = await calls.generateMac({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message })
    return createSecretKey(bytesOf(Mac))
  }

  const ways: Record<Scope, Pick<Vault, 'seal' | 'open'>> = {
    general: {
      seal: async (scope, owner, text) => sealEnvelope(await dataKey(), scope, owner, text),
      async open(scope, owner, sealed) {
        const envelope = readEnvelope(sealed)
        return envelope.open(await unwrap(envelope.keyPart), scope, owner)
      },
    },
    protection: {
      async seal(scope, owner, text) {
        const pieces = piecesOf(text)
        return joinPieces(
          await Promise.all(pieces.map((piece, at) => encrypt(piece, contextOf(scope, owner, at, pieces.length)))),
        )
      },
      async open(scope, owner, sealed) {
        const pieces = readPieces(sealed)
        const texts = pieces.map((piece, at) =>
          decrypt(protectionKeyId, piece, contextOf(scope, owner, at, pieces.length)),
        )
        return textOf(await Promise.all(texts))
      },
    },
  }

  return {
    seal: (scope, owner, text) => ways[scope].seal(scope, owner, text),
    open: (scope, owner, sealed) => ways[scope].open(scope, owner, sealed),
    async fingerprints(value) {
      secrets ??= Promise.all(fingerprintKeyIds.map(secretOf))
      try {
        return (await secrets).map((secret) => fingerprintOf(secret, value))
      } catch (error) {
        secrets = null
        throw error
      }
    },
  }
}

/** Authenticated with every piece, so that pieces can be neither moved, left out nor put in another order. */
const contextOf = (scope: Scope, owner: string, at: number, of: number): Record<string, string> => ({
  scope,
  owner,
  piece: `${at + 1}/${of}`,
})

function bytesOf(bytes: Uint8Array | undefined): Buffer {
  if (!bytes) throw new VaultError('KMS answered without bytes')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
