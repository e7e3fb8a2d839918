import { offlineCopy } from './names.ts'

/** What a browser is told of a worker, as far as this one needs it; the types of both sides do not go together. */
interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/**
 * Opens « Nouvelle plainte » without a link, and nothing else: from the copy the page itself put away, which knows nobody. With a link
 * everything comes from the server, as if there were no worker.
 */
self.addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const isForm = request.mode === 'navigate' && pathname === '/console/nouvelle' && !search.includes('danger')
  if (request.mode === 'navigate' && !isForm) return
  const kept = async (failed: unknown): Promise<Response> => {
    const found = await caches.match(isForm ? offlineCopy.page : request, { cacheName: offlineCopy.name })
    if (!found) throw failed
    return found
  }
  ;(event as Fetching).respondWith(fetch(request).catch(kept))
})
