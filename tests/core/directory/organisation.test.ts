import { expect, test } from 'vitest'
import { slugOf } from '../../../core/directory/organisation.ts'
import { mali } from '../../../programme/mali.ts'

const owners = ['protection', 'integrity', 'focal-point', 'coordination']

test('an organisation called as a pair or a team has another id: their cases and their phone are not its own', () => {
  const ids = ['Protection', 'INTEGRITY', 'Focal point', 'Coordination'].map((name) => slugOf(name, []))
  expect(ids).toEqual(owners.map((owner) => `${owner}-2`))
  expect(slugOf('Protection', [{ id: 'protection-2' }])).toBe('protection-3')
  expect(mali.organisations.filter(({ id }) => owners.includes(id))).toEqual([])
})
