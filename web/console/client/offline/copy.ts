import { letterboxUnder } from '../intake/seal.ts'
import { offlineCopy } from './names.ts'

/** By how much the clock of Jaabi is ahead of this device, in milliseconds. */
const ahead = `${letterboxUnder}avance`
const latestOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLElement>('#received')?.dataset['latest'] ?? ''

/**
 * While there is a link: puts the form away, without anybody's name, token or keys, with what it loads, so that the worker can open it
 * later. Anew each time, since all of it changes with a release.
 */
export async function putAway(form: HTMLFormElement): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const loads = [
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href),
    ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
    form.querySelector<HTMLElement>('[data-places]')?.dataset['places'] ?? '',
  ].filter((one) => one !== '')
  const addresses = [offlineCopy.page, ...loads].map((one) => new URL(one, location.href).href)
  // A session that ended leads elsewhere: that page is none to keep.
  const answers = await Promise.all(addresses.map((one) => fetch(one, { redirect: 'error' })))
  if (answers.some(({ ok }) => !ok)) return
  const cache = await caches.open(offlineCopy.name)
  await Promise.all(answers.map((answer, index) => cache.put(addresses[index] ?? '', answer)))
  const villages = new URL(form.querySelector<HTMLElement>('[data-villages]')?.dataset['villages'] ?? '', location.href)
  for (const { url } of await cache.keys())
    if (!addresses.includes(url) && !isVillages(new URL(url), villages)) await cache.delete(url)
  const openedMs = Date.now() - performance.now()
  localStorage.setItem(ahead, String(Date.parse(`${latestOf(form)}:00Z`) - openedMs))
  await navigator.serviceWorker.register(offlineCopy.worker, { scope: offlineCopy.scope })
}

/** Villages of a cercle somebody chose here, of the table in force: they stay. */
const isVillages = ({ pathname, search }: URL, of: URL): boolean =>
  pathname.startsWith('/console/lieux/') && search === of.search

/** Signing out takes it away: without a link nobody writes under a name that has left. */
export async function takeAway(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  for (const key of Object.keys(localStorage)) if (key.startsWith(letterboxUnder)) localStorage.removeItem(key)
  await caches.delete(offlineCopy.name)
  const worker = await navigator.serviceWorker.getRegistration(offlineCopy.scope)
  await worker?.unregister()
}

const day = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00:00Z`)

/**
 * A copy is as old as the last link: its form gets a number of its own and the hour it is now by
 * the clock of Jaabi, which a small laptop may not share.
 */
export function freshen(): void {
  const form = document.querySelector<HTMLFormElement>('form#saisie')
  const received = form?.querySelector<HTMLInputElement>('#received')
  if (!form || !received || !isOffline()) return
  const local = new Date(Date.now() + Number(localStorage.getItem(ahead))).toISOString().slice(0, 16)
  const { latest = local, oldBefore = local } = received.dataset
  received.dataset['oldBefore'] = new Date(day(oldBefore) + day(local) - day(latest)).toISOString().slice(0, 10)
  received.dataset['latest'] = local
  received.max = local
  received.value = local
  const number = form.elements.namedItem('requestId')
  if (number instanceof HTMLInputElement) number.value = crypto.randomUUID()
}

export const isOffline = (): boolean => document.querySelector('#attente[data-offline]') !== null
