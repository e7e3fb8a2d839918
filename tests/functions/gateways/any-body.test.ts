import { expect, test } from 'vitest'
import { mali } from '../../../programme/mali.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { bringAnything } from '../../support/gateways/any-body.ts'
import { spoken } from '../../support/gateways/spoken.ts'

const newJaabi = await withJaabi()
/** 2,000 in all; `npm run rehearse -- --full` brings 100,000. */
const count = Math.ceil(2_000 / spoken.length)

test.each(spoken.map((one) => [one.name, one] as const))(
  '%s: whatever comes, no fault, and what somebody wrote is found again',
  async (name, gateway) => {
    const jaabi = await newJaabi({ programme: { gateways: { ...mali.gateways, otherwise: name } } })
    const { faults, lost, kept } = await bringAnything(gateway, jaabi, { count, seed: 12 })
    // The first ones tell enough.
    expect(faults.slice(0, 3)).toEqual([])
    expect(lost.slice(0, 3)).toEqual([])
    expect(kept).toBeGreaterThan(count / 5)
  },
)
