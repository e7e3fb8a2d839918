import * as z from 'zod/mini'
import { answers, type Route, shapes } from '../../../functions/staff/answers.ts'
import { build as protectionApi } from '../../../functions/protection-api.ts'
import { build as staffApi } from '../../../functions/staff-api.ts'
import type { Jaabi } from './services.ts'

interface Line {
  what: string
  at: string
  by: { role: string; person: string | null }
  words?: string
  reason?: string
  organisation?: string
  to?: unknown
}
/**
 * What the tests read of any answer; the published schemas say which of it is there. Written out: the type of all schemas at once
 * takes the compiler minutes.
 */
interface Answer {
  reference?: string
  version?: number
  status?: string
  level?: string | null
  escalationLevel?: number
  nextAction?: string | null
  text?: string | null
  promisedAt?: string | null
  dueAt?: string | null
  history?: Line[]
  since?: Line[]
  notices?: { template: string; state: string; to: string; reason: string | null }[]
  steps?: string[]
  suggested?: { category: string | null; place: unknown; sensitive: boolean; level: 'N2' | null; why: unknown[] }
  reveals?: { phone: string | null }
  reads?: { person: string; role: string; what: string; reason: string | null }[]
  lint?: [string, string][]
  cases?: { reference: string; level: string | null; owner: string; status: string; clock: string; dueAt: string }[]
  next?: string | null
  error?: string
  why?: string
  issues?: { path: string; code: string }[]
}

const routeOf = (path: string, posts: boolean): Route =>
  posts ? (path === '/cases' ? 'filing' : 'step') : path.startsWith('/queue') ? 'queue' : 'case'

/** Is a value of this shape with nothing missing and nothing more, at any depth? What a schema does not name, it drops. */
export function isExactly(shape: z.ZodMiniType, value: unknown): boolean {
  const parsed = z.safeParse(shape, value)
  return parsed.success && JSON.stringify(sorted(parsed.data)) === JSON.stringify(sorted(value))
}

/** Throws where an answer is not exactly one of the shapes the document promises for it: nothing missing, nothing more. */
function held(route: Route, status: number, json: unknown): Answer {
  const names = answers[route][status] ?? []
  if (names.some((name) => isExactly(shapes[name], json))) return json as Answer
  const issues = names.map((name) => z.safeParse(shapes[name], json).error?.issues ?? 'more than the schema says')
  throw new Error(
    `${route} ${String(status)} is not as published: ${JSON.stringify(issues)} in ${JSON.stringify(json)}`,
  )
}

/** The same value with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** The two doors of the staff, and those who stand before them. Every answer is held against the published schemas. */
export async function doorsOf(jaabi: Jaabi) {
  const doors = {
    '/api': staffApi(jaabi.servicesFor('staff-api')),
    '/api/protection': protectionApi(jaabi.servicesFor('protection-api')),
  }
  await jaabi.person('focal-point', { role: 'focal-point' })
  await jaabi.person('deputy', { role: 'deputy' })
  await jaabi.person('partner', { role: 'partner', organisation: 'ong-sante-gao' })
  await jaabi.person('other-partner', { role: 'partner', organisation: 'ong-sante-mopti' })
  await jaabi.person('gao', { role: 'regional-cluster', region: 'gao' })
  await jaabi.person('authority', { role: 'authority', region: 'gao' })
  await jaabi.person('protection', { role: 'protection' })
  await jaabi.person('second', { role: 'protection' })
  await jaabi.person('integrity', { role: 'integrity' })
  let requests = 0
  const ofProtection = ['protection', 'second']
  /** GET without a body, else POST with a request id of its own; then whatever follows from it. */
  async function call(who: string, path: string, body?: object) {
    const base = ofProtection.includes(who) ? '/api/protection' : '/api'
    const init = body && {
      method: 'POST',
      body: JSON.stringify({ requestId: `r-${String((requests += 1))}`, ...body }),
    }
    const response = await doors[base].request(`${base}${path}`, {
      headers: { authorization: `Bearer ${who}` },
      ...init,
    })
    const json = held(routeOf(path, body !== undefined), response.status, await response.json())
    await jaabi.drain()
    return { status: response.status, json }
  }
  return {
    doors,
    call,
    /** One step on one case. */
    takes: (who: string, reference: string, step: string, body: object = {}) =>
      call(who, `/cases/${reference}/${step}`, body),
  }
}
