import { newLetterbox, putIn, takeOut } from './letterbox.ts'

/** Under this lies all that a browser keeps of « Nouvelle plainte ». */
export const keptUnder = 'jaabi-saisie:'

/** Under this the letterbox, which holds no words: its outside in the clear, its inside sealed like all else. */
export const letterboxUnder = 'jaabi-boite:'

/**
 * What the browser keeps behind one door, sealed (AES-GCM) with keys that only the session of whoever wrote it is shown: the page
 * brings them. A page that was opened without a link has no keys: it puts what is written through a letterbox, which only that session
 * opens again. Until one of both is open, and in a browser without safe storage, nothing is kept.
 */
export function sealedStore(base: string, keys: string) {
  const space = `${keptUnder}${base}:`
  const outsideOf = `${letterboxUnder}${base}`
  const insideOf = (outside: string): string => `${outsideOf}:${outside.slice(-16)}`
  let seals: readonly CryptoKey[] = []
  let letterbox: string | null = null

  const test = (): void => {
    localStorage.setItem(`${space}essai`, '')
    localStorage.removeItem(`${space}essai`)
  }

  async function sealed(clear: Uint8Array<ArrayBuffer>): Promise<string | null> {
    const [key] = seals
    if (!key) return letterbox === null ? null : `${letterbox.slice(-16)}~${await putIn(letterbox, clear)}`
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const bytes = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear))
    return btoa(String.fromCharCode(...iv, ...bytes))
  }

  async function opened(text: string): Promise<ArrayBuffer | null> {
    const [whose = '', ...put] = text.split('~')
    if (put.length > 0) {
      const inside = await read<string>(insideOf(whose))
      return inside === null ? null : takeOut(inside, put.join('~'))
    }
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    for (const key of seals) {
      const how = { name: 'AES-GCM', iv: bytes.slice(0, 12) }
      const clear = await crypto.subtle.decrypt(how, key, bytes.slice(12)).catch(() => null)
      if (clear) return clear
    }
    return null
  }

  async function write(key: string, value: object | string): Promise<void> {
    const text = await sealed(new TextEncoder().encode(JSON.stringify(value)))
    if (text !== null) localStorage.setItem(key, text)
  }
  async function read<T>(key: string): Promise<T | null> {
    const clear = await opened(localStorage.getItem(key) ?? '')
    return clear && (JSON.parse(new TextDecoder().decode(clear)) as T)
  }

  return {
    keeps: (): boolean => seals.length > 0 || letterbox !== null,
    async open(): Promise<void> {
      const { subtle } = crypto
      const digest = (key: string) => subtle.digest('SHA-256', new TextEncoder().encode(key))
      const seal = (raw: ArrayBuffer) => subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
      test()
      seals = await Promise.all(keys.split(' ').map(async (key) => seal(await digest(key))))
      // Whoever had a link here last is whoever writes without one.
      const last = localStorage.getItem(outsideOf)
      if (last !== null && (await read<string>(insideOf(last))) !== null) return
      const { outside, inside } = await newLetterbox()
      await write(insideOf(outside), inside)
      localStorage.setItem(outsideOf, outside)
    },
    /** Without a link: things go in, and none comes out. */
    openLetterbox(): void {
      test()
      letterbox = localStorage.getItem(outsideOf)
      if (letterbox === null) throw new Error('nobody had a link here')
    },
    close(): void {
      seals = []
      letterbox = null
    },
    keep: (name: string, value: object): Promise<void> => write(space + name, value),
    /** Null where there is nothing, or what somebody else's keys sealed. */
    kept: <T>(name: string): Promise<T | null> => read<T>(space + name),
    drop(name: string): void {
      localStorage.removeItem(space + name)
    },
    /** The names that begin so. */
    names: (start: string): string[] =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(space + start))
        .map((key) => key.slice(space.length)),
  }
}

export type SealedStore = ReturnType<typeof sealedStore>
