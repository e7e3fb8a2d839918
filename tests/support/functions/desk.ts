import { build as staffApi } from '../../../functions/staff-api.ts'
import type { Jaabi } from './services.ts'

/** The focal point at the console's API. */
export async function deskOf(jaabi: Jaabi) {
  const api = staffApi(jaabi.servicesFor('staff-api'))
  const token = await jaabi.person('focal-1', { role: 'focal-point' })
  let requests = 0
  /** Takes one step on a case, then whatever follows from it. Throws when it is refused. */
  async function step(reference: string, name: string, body: object): Promise<void> {
    const response = await api.request(`/api/cases/${reference}/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: `request-${(requests += 1)}`, ...body }),
    })
    if (response.status !== 200) throw new Error(`${name}: ${String(response.status)} ${await response.text()}`)
    await jaabi.drain()
  }
  return {
    step,
    /** Assesses and answers a case. */
    async answers(reference: string, answer: string): Promise<void> {
      await step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS' })
      await step(reference, 'answer', { outcome: 'resolved', answer })
    },
  }
}
