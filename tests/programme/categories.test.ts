import { expect, test } from 'vitest'
import { sectorsOf } from '../../core/directory/presence.ts'
import { categories } from '../../programme/categories.ts'
import { organisations } from '../../programme/organisations.ts'
import { sectors } from '../../programme/sectors.ts'
import { serviceStandards } from '../../programme/service-standards.ts'

/** Whom cases are handed to. */
const clusters = [
  ...['santé', 'eau-hygiène-assainissement', 'sécurité-alimentaire', 'abris', 'protection', 'nutrition', 'éducation'],
  'relèvement-précoce',
]
const ordinary = categories.filter(({ lane }) => lane === 'N')

test.each(clusters)('%s: ordinary complaints have a category of its own, and a body that takes them', (sector) => {
  const own = ordinary.filter(({ code }) => sectorsOf(code, sectors)?.includes(sector))
  expect(own.length).toBeGreaterThan(0)
  const takes = organisations.filter((one) => one.sectors.includes(sector) && one.mandatedFor.length === 0)
  expect(takes.length).toBeGreaterThan(0)
})

test('every category has a clock: its level is one that the standards in force time', () => {
  const { levels } = serviceStandards.versions[serviceStandards.current] ?? {}
  for (const { code, level } of categories) expect(levels?.[level].read, code).toBeDefined()
  for (const { code, level } of ordinary) expect(levels?.[level].answer, code).not.toBeNull()
})

test('codes are unique, and in both languages of staff', () => {
  expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length)
  for (const { label, owner } of categories)
    for (const text of [label.fr, label.en, owner.fr, owner.en]) expect(text).not.toBe('')
})
