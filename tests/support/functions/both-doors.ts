import { phonesOf } from './phone.ts'
import type { Jaabi } from './services.ts'
import { doorsOf } from './staff-doors.ts'

/** The doors of the staff, phones, and steps taken one after the other. */
export async function bothDoors(jaabi: Jaabi) {
  const { call } = await doorsOf(jaabi)
  return {
    jaabi,
    call,
    phones: phonesOf(jaabi),
    /** Steps that must be taken: throws where one is not. */
    takes: async (reference: string, ...steps: readonly (readonly [who: string, step: string, body: object])[]) => {
      for (const [who, step, body] of steps) {
        const { status, json } = await call(who, `/cases/${reference}/${step}`, body)
        if (status !== 200) throw new Error(`${step}: ${String(status)} ${JSON.stringify(json)}`)
      }
    },
  }
}

/** From assessed S2 to the stub that stays: referred, receipt entered, confirmed by the second of the pair. */
export const toTheStub = [
  ['protection', 'refer', { to: 'child-protection' }],
  ['protection', 'receipt', { body: 'child-protection', number: 'PE-12' }],
  ['second', 'confirm', {}],
] as const
