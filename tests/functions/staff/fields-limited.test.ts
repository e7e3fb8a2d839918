import { expect, test } from 'vitest'
import { staffSteps } from '../../../core/operations/steps/table.ts'
import { StaffFiling } from '../../../functions/staff/filing.ts'

interface Def {
  type: string
  format?: string
  checks?: readonly { _zod: { def: { check: string } } }[]
  shape?: Record<string, Schema>
  options?: readonly Schema[]
  element?: Schema
  innerType?: Schema
  in?: Schema
}
interface Schema {
  _zod: { def: Def }
}

/** The strings and lists in a schema that may be of any length, by their path. */
function unlimited({ _zod: { def } }: Schema, path: string): string[] {
  const checks = (def.checks ?? []).map((one) => one._zod.def.check)
  const isLimited = checks.includes('max_length') || checks.includes('string_format') || def.format !== undefined
  const own = (def.type === 'string' || def.type === 'array') && !isLimited ? [path] : []
  const inside: [string, Schema | undefined][] = [
    ...Object.entries(def.shape ?? {}),
    ...(def.options ?? []).map((one): [string, Schema] => ['', one]),
    ...[def.element, def.innerType, def.in].map((one): [string, Schema | undefined] => ['', one]),
  ]
  return [
    ...own,
    ...inside.flatMap(([name, one]) => (one ? unlimited(one, name === '' ? path : `${path}.${name}`) : [])),
  ]
}

const doors = { ...Object.fromEntries(Object.entries(staffSteps).map(([name, { body }]) => [name, body])), StaffFiling }

test.each(Object.entries(doors))('every field of %s has a length', (name, body) => {
  expect(unlimited(body as unknown as Schema, name)).toEqual([])
})
