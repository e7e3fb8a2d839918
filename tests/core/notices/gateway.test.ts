import { expect, test } from 'vitest'
import { gatewaysIn, senderFor } from '../../../core/notices/gateway.ts'

const choice = { byPrefix: { '+223': 'first', '+22376': 'second', '+2237612': 'third' }, otherwise: 'abroad' }

test.each([
  ['+22370000001', 'first'],
  ['+22376000001', 'second'],
  ['+22376120001', 'third'],
  ['+22176120001', 'abroad'],
  // Begins with the digits of a prefix, but in another place.
  ['+12237612000', 'abroad'],
])('%s: of the beginnings that fit, the longest says who sends', (phone, gateway) => {
  expect(senderFor(phone, choice)).toBe(gateway)
})

test('the order in which they are written says nothing', () => {
  const turned = { ...choice, byPrefix: Object.fromEntries(Object.entries(choice.byPrefix).toReversed()) }
  expect(senderFor('+22376120001', turned)).toBe('third')
})

test('with no beginnings, one gateway sends to all', () => {
  expect(senderFor('+22370000001', { byPrefix: {}, otherwise: 'only' })).toBe('only')
})

test('each gateway that may be asked is named once', () => {
  const choice = { byPrefix: { '+1': 'a', '+2': 'b', '+3': 'a' }, otherwise: 'b' }
  expect(gatewaysIn(choice).sort()).toEqual(['a', 'b'])
})
