/** Under this lies all that a browser keeps of « Nouvelle plainte ». */
export const keptUnder = 'jaabi-saisie:'

/**
 * What the browser keeps behind one door, sealed (AES-GCM) with keys that only the session of whoever wrote it is shown: the page
 * brings them. Until it is open, and in a browser without safe storage, nothing is kept.
 */
export function sealedStore(base: string, keys: string) {
  const space = `${keptUnder}${base}:`
  let seals: readonly CryptoKey[] = []

  return {
    keeps: (): boolean => seals.length > 0,
    async open(): Promise<void> {
      const { subtle } = crypto
      const digest = (key: string) => subtle.digest('SHA-256', new TextEncoder().encode(key))
      const seal = (raw: ArrayBuffer) => subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
      localStorage.setItem(`${space}essai`, '')
      localStorage.removeItem(`${space}essai`)
      seals = await Promise.all(keys.split(' ').map(async (key) => seal(await digest(key))))
    },
    close(): void {
      seals = []
    },
    async keep(name: string, value: object): Promise<void> {
      const [seal] = seals
      if (!seal) return
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const clear = new TextEncoder().encode(JSON.stringify(value))
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, seal, clear))
      localStorage.setItem(space + name, btoa(String.fromCharCode(...iv, ...sealed)))
    },
    /** Null where there is nothing, or what somebody else's keys sealed. */
    async kept<T>(name: string): Promise<T | null> {
      const bytes = Uint8Array.from(atob(localStorage.getItem(space + name) ?? ''), (letter) => letter.charCodeAt(0))
      for (const seal of seals) {
        const how = { name: 'AES-GCM', iv: bytes.slice(0, 12) }
        const clear = await crypto.subtle.decrypt(how, seal, bytes.slice(12)).catch(() => null)
        if (clear) return JSON.parse(new TextDecoder().decode(clear)) as T
      }
      return null
    },
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
