import { afterEach, expect, test, vi } from 'vitest'
import { log } from '../../../functions/wiring/log.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const lines = (): string[] => {
  const written: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => written.push(line))
  return written
}

test('an error is its name alone: what it says may quote words and numbers', () => {
  const written = lines()
  class GatewayError extends Error {
    override name = 'GatewayError'
  }
  log('callback-failed', { what: 'sms', error: new GatewayError('« Le forage » from +22370000001 was not JSON') })
  expect(written).toEqual(['{"event":"callback-failed","what":"sms","error":"GatewayError"}'])
})

test('a body, a list or a map is nothing in a line, however deep the words lie', () => {
  const written = lines()
  log('callback-failed', { body: { text: 'Le forage' }, all: ['+22370000001'], failed: 3 })
  expect(written).toEqual(['{"event":"callback-failed","body":null,"all":null,"failed":3}'])
})
