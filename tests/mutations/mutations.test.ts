import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutations } from './mutations.ts'

const count = (text: string, part: string): number => text.split(part).length - 1

test.each(mutations)(
  'invariant $invariant: the line to break is there once, and so is the test that sees it',
  (one) => {
    expect(count(readFileSync(one.file, 'utf8'), one.from)).toBe(1)
    expect(one.to).not.toBe(one.from)
    expect(count(readFileSync(one.test, 'utf8'), one.name)).toBe(1)
  },
)

test('each of the ten invariants is broken once, and docs/reliability.md says how', () => {
  expect(mutations.map(({ invariant }) => invariant)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const page = readFileSync('docs/reliability.md', 'utf8')
  for (const { does, file, test } of mutations) expect(page).toContain(`| ${does} | \`${file}\` | \`${test}\` |`)
})
