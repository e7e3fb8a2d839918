import { parseForm, type Form } from '../../adapters/gateways/form.ts'
import { phoneReader } from '../../adapters/phone-number/phone-reader.ts'
import { phonePlan } from '../../programme/phones/phone-plan.ts'

export const arrival = {
  account: 'minka',
  ownNumbers: ['36019'],
  arrivedAt: '2026-01-15T08:30:05.000Z',
  toPhone: phoneReader(phonePlan),
}

export function formOf(body: string, contentType: string | null = 'application/x-www-form-urlencoded'): Form {
  const form = parseForm(contentType, body)
  if (form === 'unsupported') throw new Error('expected a form')
  return form
}
