import { build as protectionApi } from '../../functions/protection-api.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { phonesOf } from './phone.ts'
import type { Jaabi } from './services.ts'

/** What the tests read of an answer of the staff routes. */
interface Answer {
  reference: string
  followers: string[]
  mergedInto: string | null
  status: string
  history: { what: string; by: { role: string; person: string | null }; words?: string }[]
  why: string
  steps: string[]
}

/** The two doors of the staff API, and those who stand before them: `second` is the second of the protection pair. */
export async function bothDoors(jaabi: Jaabi) {
  const doors = {
    '/api': staffApi(jaabi.servicesFor('staff-api')),
    '/api/protection': protectionApi(jaabi.servicesFor('protection-api')),
  }
  await jaabi.person('focal-point', { role: 'focal-point' })
  await jaabi.person('deputy', { role: 'deputy' })
  await jaabi.person('partner', { role: 'partner', organisation: 'ong-sante-gao' })
  await jaabi.person('region', { role: 'regional-cluster', region: 'gao' })
  await jaabi.person('integrity', { role: 'integrity' })
  for (const one of ['protection', 'second']) await jaabi.person(one, { role: 'protection' })
  let requests = 0
  const call = async (who: string, path: string, body?: object) => {
    const base = ['protection', 'second'].includes(who) ? '/api/protection' : '/api'
    const door = doors[base]
    const init = body && { method: 'POST', body: JSON.stringify({ requestId: `r-${(requests += 1)}`, ...body }) }
    const response = await door.request(`${base}${path}`, { headers: { authorization: `Bearer ${who}` }, ...init })
    const json = (await response.json()) as Answer
    await jaabi.drain()
    return { status: response.status, json }
  }
  /** Steps that must be taken: throws where one is not. */
  const takes = async (
    reference: string,
    ...steps: readonly (readonly [who: string, step: string, body: object])[]
  ) => {
    for (const [who, step, body] of steps) {
      const { status, json } = await call(who, `/cases/${reference}/${step}`, body)
      if (status !== 200) throw new Error(`${step}: ${String(status)} ${json.why}`)
    }
  }
  return { jaabi, call, takes, phones: phonesOf(jaabi) }
}

/** From assessed S2 to the stub that stays: referred, receipt entered, confirmed by the second of the pair. */
export const toTheStub = [
  ['protection', 'refer', { to: 'child-protection' }],
  ['protection', 'receipt', { body: 'child-protection', number: 'PE-12' }],
  ['second', 'confirm', {}],
] as const
