import { expect, test } from 'vitest'
import { roles } from '../../../core/case/actor.ts'
import { pressing, todosOf } from '../../../core/lists/pressing.ts'

test('of all there is to do, the three most pressing are said, in the order of the role', () => {
  const counts = { silent: 9, new: 4, late: 2, first: 1, call: 0 }
  expect(pressing('focal-point', counts)).toEqual([
    { todo: 'first', count: 1 },
    { todo: 'late', count: 2 },
    { todo: 'new', count: 4 },
  ])
  expect(pressing('coordinator', counts).map(({ todo }) => todo)).toEqual(['late', 'silent'])
})

test('what is no matter for a role, and what there is none of, presses nobody', () => {
  expect(pressing('relay', { late: 3, new: 2 })).toEqual([])
  for (const role of roles) expect(pressing(role, Object.fromEntries(todosOf[role].map((todo) => [todo, 0])))).toEqual([]) // prettier-ignore
})
