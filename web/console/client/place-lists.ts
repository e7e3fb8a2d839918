import { offlineCopy } from './offline/names.ts'

export interface Listed {
  label: string
  /** As it is compared: lower case, no accents. */
  letters: string
  /** The code of the cercle it is, or lies in; '' for a region. */
  cercle: string
}

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

async function read<T>(address: string): Promise<T | null> {
  const response = await fetch(address).catch(() => null)
  if (!response?.ok) return null
  await keep(address, response.clone()).catch(() => undefined)
  return (await response.json()) as T
}

/** Villages once loaded are there without a link too, where « Nouvelle plainte » opens without one. */
async function keep(address: string, answer: Response): Promise<void> {
  if (!address.startsWith('/console/lieux/') || !document.querySelector('form#saisie')) return
  await (await caches.open(offlineCopy.name)).put(new URL(address, location.href).href, answer)
}

/** The names of places as a page has them: all but the villages at the first letter, the villages of a cercle once it is chosen. */
export function placeLists({ places = '', villages = '' }: DOMStringMap) {
  let all: Listed[] | null = null
  const loaded = new Map<string, Promise<Listed[]>>()
  let inside: Listed[] = []

  async function villagesOf(cercle: string): Promise<Listed[]> {
    const labels = await read<string[]>(villages.replace('{cercle}', cercle))
    // Without a link now: asked again the next time.
    if (!labels) loaded.delete(cercle)
    return (labels ?? []).map((label) => ({ label, letters: plain(label), cercle }))
  }

  return {
    async load(): Promise<void> {
      if (all) return
      const rows = await read<[string, string][]>(places)
      all ??= rows?.map(([label, cercle]) => ({ label, letters: plain(label), cercle })) ?? null
    },
    /** How many villages the cercle of a place has, now that they are loaded; 0 for what is no place here. */
    async choose(label: string): Promise<number> {
      const { cercle = '' } = all?.find((one) => one.label === label) ?? {}
      if (cercle === '' || villages === '') return 0
      const asked = loaded.get(cercle) ?? villagesOf(cercle)
      loaded.set(cercle, asked)
      inside = (await Promise.all(loaded.values())).flat()
      return (await asked).length
    },
    /** What fits some letters: names that begin so first, then those with a word that does; larger places before smaller. Null while nothing is loaded. */
    fitting(typed: string): Listed[] | null {
      if (!all) return null
      const known = [...all, ...inside]
      const begins = known.filter(({ letters }) => letters.startsWith(typed))
      return [...begins, ...known.filter(({ letters }) => !letters.startsWith(typed) && letters.includes(` ${typed}`))]
    },
  }
}
