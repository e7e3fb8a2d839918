import type { KmsCalls } from './kms-calls.ts'

/** The same with KMS's client loaded at the first call: for what may start, and start again, without opening or sealing anything. */
export function kmsLater(): KmsCalls {
  let loading: Promise<KmsCalls> | null = null
  const calls = () => (loading ??= import('./kms-calls.ts').then(({ kmsCalls }) => kmsCalls()))
  return {
    generateDataKey: async (input) => (await calls()).generateDataKey(input),
    encrypt: async (input) => (await calls()).encrypt(input),
    decrypt: async (input) => (await calls()).decrypt(input),
    generateMac: async (input) => (await calls()).generateMac(input),
  }
}
