import type { Form } from '../../../adapters/gateways/form.ts'

/** The only thing a body tells. */
export function oneOf(forms: readonly Form[]): Form {
  const [only, ...others] = forms
  if (!only || others.length > 0) throw new Error(`${String(forms.length)} in one body`)
  return only
}
