import { expect, test } from 'vitest'
import { categories } from '../../programme/categories.ts'
import { subjectsIn } from '../../programme/subject-words.ts'

const ordinary = categories.filter(({ lane }) => lane === 'N')

test('every ordinary category is found by its own label, in each language', () => {
  for (const { code, label } of ordinary)
    for (const words of Object.values(label)) expect(subjectsIn(words ?? '')[0], words).toBe(code)
})

test.each([
  ['the fee thing', 'SAN-FRAIS'],
  ['frais', 'SAN-FRAIS'],
  ['forage', 'EHA-EAU'],
  ['toilettes', 'EHA-LATR'],
  ['vivres', 'SEC-VIVRES'],
  ['medicaments', 'SAN-MEDIC'],
  ['plumpynut', 'NUT-PEC'],
  ['school', 'EDU-ECOLE'],
])('« %s »', (words, code) => {
  expect(subjectsIn(words)[0]).toBe(code)
})

test('no word leads to what few may read', () => {
  const few = categories.filter(({ lane }) => lane !== 'N')
  const said = [...few.flatMap(({ label }) => Object.values(label)), 'viol', 'rape', 'gbv', 'détournement', 'sexe']
  const found = new Set(said.flatMap((words) => subjectsIn(words ?? '')))
  for (const { code } of few) expect(found).not.toContain(code)
  for (const words of ['viol', 'rape', 'sexe', 'violence', 'exploitation']) expect(subjectsIn(words), words).toEqual([])
})
