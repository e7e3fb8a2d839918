import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod/mini'
import { closed, listening } from './loopback.ts'

const Call = z.object({
  KeyId: z.string(),
  Plaintext: z.optional(z.string()),
  CiphertextBlob: z.optional(z.string()),
  Message: z.optional(z.string()),
  EncryptionContext: z._default(z.record(z.string(), z.string()), {}),
})
type Call = z.infer<typeof Call>

export interface FakeKms {
  endpoint: string
  /** Operation and key of every call, in order. */
  calls: string[]
  /** `Decrypt general`: refused, as a policy does. */
  denied: Set<string>
  stop: () => Promise<unknown>
}

/** Speaks KMS's own JSON over HTTP and really encrypts: under each key id, with the context authenticated. */
export async function startFakeKms(): Promise<FakeKms> {
  const keys = new Map<string, Buffer>()
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id) ?? randomBytes(32)
    keys.set(id, key)
    return key
  }
  const fake: Omit<FakeKms, 'endpoint' | 'stop'> = { calls: [], denied: new Set() }

  function encrypt({ KeyId, EncryptionContext }: Call, plaintext: Buffer): string {
    if (plaintext.length < 1 || plaintext.length > 4096) throw new RangeError('ValidationException')
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyOf(KeyId), nonce).setAAD(contextBytes(EncryptionContext))
    const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
    // KMS's own blobs carry some 150 bytes of key id and metadata.
    return Buffer.concat([nonce, cipher.getAuthTag(), randomBytes(108), body]).toString('base64')
  }

  function decrypt({ KeyId, EncryptionContext, CiphertextBlob = '' }: Call): Buffer {
    const blob = Buffer.from(CiphertextBlob, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(KeyId), blob.subarray(0, 12))
      .setAAD(contextBytes(EncryptionContext))
      .setAuthTag(blob.subarray(12, 28))
    try {
      return Buffer.concat([decipher.update(blob.subarray(136)), decipher.final()])
    } catch {
      throw new RangeError('InvalidCiphertextException')
    }
  }

  const answers: Record<string, (call: Call) => object> = {
    Encrypt: (call) => ({ CiphertextBlob: encrypt(call, Buffer.from(call.Plaintext ?? '', 'base64')) }),
    Decrypt: (call) => ({ Plaintext: decrypt(call).toString('base64') }),
    GenerateDataKey(call) {
      const key = randomBytes(32)
      return { Plaintext: key.toString('base64'), CiphertextBlob: encrypt(call, key) }
    },
    GenerateMac: ({ KeyId, Message = '' }) => ({
      Mac: createHmac('sha256', keyOf(KeyId)).update(Buffer.from(Message, 'base64')).digest('base64'),
    }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = z.parse(Call, await json(request))
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const name = `${operation} ${call.KeyId}`
    fake.calls.push(name)
    try {
      if (fake.denied.has(name)) throw new RangeError('AccessDeniedException')
      response.end(JSON.stringify(answers[operation]?.(call)))
    } catch (error) {
      const __type = error instanceof RangeError ? error.message : 'KMSInternalException'
      response.writeHead(400).end(JSON.stringify({ __type }))
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  const port = await listening(server)
  return Object.assign(fake, {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => closed(server),
  })
}

const contextBytes = (context: Record<string, string>): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))
