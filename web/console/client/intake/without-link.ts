import type { SealedStore } from './seal.ts'
import type { WaitingListShown } from './waiting.ts'

/** The page says what it keeps, once it does. */
export function showKeeps(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-keeps]'))
    line.hidden = line.dataset['keeps'] !== 'some'
}

interface Parts {
  base: string
  store: SealedStore
  list: WaitingListShown
  saveDraft: () => Promise<void>
}

/** A page opened without a link: what is written goes through the letterbox, and leaves from the real page once the link is back. */
export async function beginWithoutLink({ base, store, list, saveDraft }: Parts): Promise<void> {
  store.openLetterbox()
  showKeeps()
  await list.stays('offline')
  const look = async (): Promise<void> => {
    const answer = await fetch(`${base}/nouvelle/jeton`, { redirect: 'manual', cache: 'no-store' }).catch(() => null)
    if (answer?.ok) {
      await saveDraft()
      location.replace(`${base}/nouvelle`)
    } else if (answer) await list.stays('signedOut')
  }
  window.addEventListener('online', () => void look())
  window.setInterval(() => void look(), 20_000)
  await look()
}
