/** A browser without pages: follows redirects by hand, keeps cookies, reads forms. `ask`: how it reaches addresses that only seem to be ones. */
export function visitor(ask: (url: string, init: RequestInit) => Promise<Response> = fetch) {
  const cookies = new Map<string, string>()

  async function go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await ask(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie, ...(init.headers as Record<string, string> | undefined) },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  return {
    cookies,
    go,
    /** Where a redirect leads. */
    next: (response: Response): string => new URL(response.headers.get('location') ?? '', response.url).href,
    /** Goes on until something is no redirect, or leads to an address that starts with `until`. */
    async follow(url: string, until = ' '): Promise<Response> {
      let response = await go(url)
      for (let hops = 0; hops < 10 && response.status >= 300 && response.status < 400; hops++) {
        const location = new URL(response.headers.get('location') ?? '', response.url).href
        if (location.startsWith(until)) return response
        response = await go(location)
      }
      return response
    },
    post: (url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
      go(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: new URL(url).origin,
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      }),
  }
}
