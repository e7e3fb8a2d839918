import { expect, test } from 'vitest'
import { phoneReader } from '../../../adapters/phone-number/phone-reader.ts'
import { cutPhonePlan } from '../../../programme/phones/build.ts'
import { phonePlan } from '../../../programme/phones/phone-plan.ts'

const read = phoneReader(phonePlan)

test.each([
  '+22370000001',
  ' 22370000001',
  '22370000001',
  '0022370000001',
  '70000001',
  '70 00 00 01',
  '70.00.00.01',
  '(+223) 70-00-00-01',
  '٧٠٠٠٠٠٠١',
  '۷۰۰۰۰۰۰۱',
  '߇߀߀߀߀߀߀߁',
  '+٢٢٣٧٠٠٠٠٠٠١',
  '＋２２３７０００００01',
  '\u202A+223\u00A070000001\u202C',
])('%j is the Malian number +223 70 00 00 01', (written) => {
  expect(read(written)).toBe('+22370000001')
})

test('a range no library knows yet is still a number', () => {
  expect(read('10000001')).toBe('+22310000001')
})

test.each([
  ['+254791541111', '+254791541111'],
  ['00254791541111', '+254791541111'],
  [' 254791541111', '+254791541111'],
  ['2207222333', '+2207222333'],
  ['+1234567', '+1234567'],
])('a foreign number is read by its shape: %j', (written, phone) => {
  expect(read(written)).toBe(phone)
})

test.each(['', '  ', 'ORANGE', 'not-a-phone', '36019', '220225', '+456', '1234567', '+2237000000', '+223700000011'])(
  '%j is no phone number',
  (written) => {
    expect(read(written)).toBeNull()
  },
)

test.each(['appelez 70000001', '70000001 svp', '+1234567890123456', '70000001,70000002', 'javascript:+22370000001'])(
  '%j is not read as the number inside it',
  (written) => {
    expect(read(written)).toBeNull()
  },
)

test('the committed plan is the one of the installed library', () => {
  expect(phonePlan).toEqual(cutPhonePlan())
})
