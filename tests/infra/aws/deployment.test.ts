import { App } from 'aws-cdk-lib'
import { describe, expect, test } from 'vitest'
import { readDeployment, refuseUnready, type Deployment } from '../../../infra/aws/deployment.ts'
import { settings } from '../../../programme/settings.ts'

const deployment = (context: Record<string, string> = {}): Deployment =>
  readDeployment(new App({ context }).node, undefined)
const production = deployment({ stage: 'production', consoleUrl: 'https://jaabi.example/console' })
const complete = { ...settings, helpNumber: '+223 70 00 00 01', ussdCode: '*123#' }

describe('a production deployment is refused', () => {
  test('while no help number is set', () => {
    expect(() => {
      refuseUnready(production, { ...complete, helpNumber: null })
    }).toThrow(/Not ready for production.*\n- helpNumber/)
  })

  test('while no USSD code is set', () => {
    expect(() => {
      refuseUnready(production, { ...complete, ussdCode: null })
    }).toThrow(/ussdCode/)
  })

  test('while nobody can sign in', () => {
    expect(() => {
      refuseUnready({ ...production, consoleUrl: null }, complete)
    }).toThrow(/consoleUrl/)
  })

  test('and names all that is missing at once', () => {
    expect(() => {
      refuseUnready({ ...production, consoleUrl: null }, { ...complete, helpNumber: null, ussdCode: null })
    }).toThrow(/helpNumber[^]*ussdCode[^]*consoleUrl/)
  })

  test('but made once everything is there', () => {
    expect(() => {
      refuseUnready(production, complete)
    }).not.toThrow()
  })
})

test('a pilot may start with what the operators have not given yet', () => {
  expect(() => {
    refuseUnready(deployment(), settings)
  }).not.toThrow()
})

describe('context', () => {
  test('needs no account to synthesize, and takes the one of whoever deploys', () => {
    expect(deployment().account).toBe('000000000000')
    expect(readDeployment(new App().node, '111122223333').account).toBe('111122223333')
  })

  test('refuses what it does not know, by name', () => {
    expect(() => deployment({ stage: 'prod' })).toThrow(/stage/)
    expect(() => deployment({ sends: 'no' })).toThrow(/sends/)
    expect(() => deployment({ fingerprintGenerations: '0' })).toThrow(/fingerprintGenerations/)
  })

  test('refuses half a restored table', () => {
    expect(() => deployment({ restoredTable: 'jaabi-ml-pilot-cases-restored' })).toThrow(/go together/)
  })
})
