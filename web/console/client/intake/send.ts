import type { Fields } from './form.ts'

/** Where a form went. `signedOut`: the session ended, and somebody has to sign in before it can be sent. */
export type Answer = { is: 'done'; href: string; reference: string } | { is: 'refused' | 'offline' | 'signedOut' }

/** Sends forms to `address`, with the token of the session that is there when they leave. */
export function sender(address: string, keys: string): (fields: Fields) => Promise<Answer> {
  const tokens = () => [...document.querySelectorAll<HTMLInputElement>('input[name=csrf]')]

  /** A session that ended answers with a redirect to the sign-in page. */
  async function freshToken(): Promise<boolean> {
    const response = await fetch(`${address}/jeton`, { redirect: 'manual', cache: 'no-store' }).catch(() => null)
    if (!response?.ok) return false
    const fresh = (await response.json()) as { csrf: string; keys: string[] }
    // Somebody else may have signed in meanwhile: what this person wrote is not theirs to send.
    if (fresh.keys.join(' ') !== keys) return false
    for (const one of tokens()) one.value = fresh.csrf
    return true
  }

  async function send(fields: Fields, again: boolean): Promise<Answer> {
    const body = new URLSearchParams({ ...fields, csrf: tokens()[0]?.value ?? '' })
    const headers = { accept: 'application/json' }
    // A link that hangs is no link: what is sent again makes no second case.
    const signal = AbortSignal.timeout(30_000)
    const response = await fetch(address, { method: 'POST', body, headers, signal }).catch(() => null)
    if (!response) return { is: 'offline' }
    if (response.ok) {
      const answer = (await response.json().catch(() => null)) as { href: string; reference: string } | null
      return answer ? { is: 'done', ...answer } : { is: 'offline' }
    }
    if (response.status === 422) return { is: 'refused' }
    if (response.status !== 401 && response.status !== 403) return { is: 'offline' }
    return again && (await freshToken()) ? send(fields, false) : { is: 'signedOut' }
  }

  return (fields) => send(fields, true)
}
