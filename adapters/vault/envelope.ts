import { type CipherKey, createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto'
import type { Scope } from '../../core/ports/vault.ts'
import { VaultError } from './vault-error.ts'

/**
 * A sealed text, base64url:
 *
 * ```
 * version (1 byte) = 1 │ length of the key part (2 bytes) │ key part │ nonce (12) │ tag (16) │ AES-256-GCM ciphertext
 * ```
 *
 * The key part says which key opens it: a data key wrapped by KMS, or the id of a key in a file. Authenticated with it are the
 * head, the scope and the owner, so that a text can be neither moved to another case nor read under another scope.
 */
export const envelopeVersion = 1

const nonceBytes = 12
const tagBytes = 16
const headBytes = 3

export interface DataKey {
  /** 32 bytes; as a key object it is used four times as fast as its bare bytes. */
  key: CipherKey
  /** Kept in the envelope, so that `key` can be found again. */
  keyPart: Buffer
}

export interface Envelope {
  keyPart: Buffer
  /** Throws VaultError when the key, the scope or the owner is another one, or a bit was changed. */
  open(key: CipherKey, scope: Scope, owner: string): string
}

/** `nonce` is given by test vectors only: with one key none may ever be used twice. */
export function sealEnvelope(
  { key, keyPart }: DataKey,
  scope: Scope,
  owner: string,
  text: string,
  nonce: Buffer = randomBytes(nonceBytes),
): string {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(envelopeVersion)
  head.writeUInt16BE(keyPart.length, 1)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(authenticated(head, keyPart, scope, owner))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([head, keyPart, nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')
}

export function readEnvelope(sealed: string): Envelope {
  const bytes = Buffer.from(sealed, 'base64url')
  const keyEnd = bytes.length < headBytes ? headBytes : headBytes + bytes.readUInt16BE(1)
  const ciphertextStart = keyEnd + nonceBytes + tagBytes
  if (bytes.length < ciphertextStart || bytes[0] !== envelopeVersion) throw new VaultError('not a sealed text')
  const head = bytes.subarray(0, headBytes)
  const keyPart = bytes.subarray(headBytes, keyEnd)
  const nonce = bytes.subarray(keyEnd, keyEnd + nonceBytes)
  return {
    keyPart,
    open(key, scope, owner) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(authenticated(head, keyPart, scope, owner))
      decipher.setAuthTag(bytes.subarray(keyEnd + nonceBytes, ciphertextStart))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(ciphertextStart)), decipher.final()]).toString('utf8')
      } catch {
        throw new VaultError('sealed under another key, scope or owner, or altered')
      }
    },
  }
}

const authenticated = (head: Buffer, keyPart: Buffer, scope: Scope, owner: string): Buffer =>
  Buffer.concat([head, keyPart, Buffer.from(`${scope}\0${owner}`, 'utf8')])

/** HMAC-SHA-256 cut to 128 bits (22 characters): short in keys, and no two values will ever meet. */
export const fingerprintOf = (secret: Buffer | KeyObject, value: string): string =>
  createHmac('sha256', secret).update(value, 'utf8').digest().subarray(0, 16).toString('base64url')
