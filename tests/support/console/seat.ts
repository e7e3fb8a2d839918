import { build as consolePages } from '../../../functions/console.ts'
import { build as protectionConsole } from '../../../functions/protection-console.ts'
import type { Jaabi } from '../functions/services.ts'

const builds = { console: consolePages, 'protection-console': protectionConsole }
const origin = 'https://jaabi.example'

/** Somebody of the directory at the console, signed in: what they get by a link and by a form. */
export async function seatOf(jaabi: Jaabi, person: string, at: keyof typeof builds = 'console') {
  const services = jaabi.servicesFor(at)
  const app = builds[at](services)
  const id = await services.sessions.open({ person, restricted: true }, null)
  const csrf = (await services.sessions.find(id))?.csrf ?? ''
  const cookie = `__Host-jaabi=${id}`
  return {
    cookie,
    csrf,
    get: (path: string, headers: Record<string, string> = {}) =>
      app.request(`${origin}${path}`, { headers: { cookie, ...headers } }),
    /** A form with several fields of one name; `csrf` stands in it. */
    send: (path: string, body: URLSearchParams) =>
      app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      }),
    /** A form with a file in it. */
    upload: (path: string, fields: Readonly<Record<string, string | File>>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value)
      return app.request(`${origin}${path}`, { method: 'POST', headers: { cookie, origin }, body })
    },
    /** `fields` as a form of the console sends them; `csrf` and the headers can be replaced. */
    post: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ csrf, ...fields }).toString(),
      }),
  }
}
