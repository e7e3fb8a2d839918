const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const seal = { name: 'AES-GCM', length: 256 } as const

const toText = (bytes: ArrayBuffer | Uint8Array): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const toBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** A pair of keys: what lies outside puts in, what is sealed takes out. */
export async function newLetterbox(): Promise<{ outside: string; inside: string }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveKey'])
  const outside = toText(await crypto.subtle.exportKey('raw', publicKey))
  return { outside, inside: toText(await crypto.subtle.exportKey('pkcs8', privateKey)) }
}

const shared = (privateKey: CryptoKey, publicKey: CryptoKey): Promise<CryptoKey> =>
  crypto.subtle.deriveKey({ name: 'ECDH', public: publicKey }, privateKey, seal, false, ['encrypt', 'decrypt'])
const opening = (outside: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', toBytes(outside), curve, false, [])

/** Puts a text in: whoever does, and whoever finds it, cannot read it again. */
export async function putIn(outside: string, clear: Uint8Array<ArrayBuffer>): Promise<string> {
  const once = await crypto.subtle.generateKey(curve, true, ['deriveKey'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await shared(once.privateKey, await opening(outside))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear)
  return [toText(await crypto.subtle.exportKey('raw', once.publicKey)), toText(iv), toText(sealed)].join('~')
}

/** Takes it out again, with the key from inside; null where it is another's. */
export async function takeOut(inside: string, put: string): Promise<ArrayBuffer | null> {
  const [once = '', iv = '', sealed = ''] = put.split('~')
  const own = await crypto.subtle.importKey('pkcs8', toBytes(inside), curve, false, ['deriveKey'])
  const key = await shared(own, await opening(once))
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: toBytes(iv) }, key, toBytes(sealed)).catch(() => null)
}
