import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What a comment or a page names can be opened, and no file has grown out of one sitting. */

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
const paths = listed
  .trim()
  .split('\n')
  .filter((path) => existsSync(path))
const code = paths.filter((path) => path.endsWith('.ts'))
const pages = paths.filter((path) => path.endsWith('.md'))
const texts = new Map([...code, ...pages].map((path) => [path, readFileSync(path, 'utf8')]))
const found = (of: readonly string[], pattern: RegExp) =>
  of.flatMap((path) => [...(texts.get(path) ?? '').matchAll(pattern)].map((match) => ({ path, match })))

describe('documents that are cited', () => {
  const headings = new Set(
    [...(texts.get('docs/design.md') ?? '').matchAll(/^## (\d+)\. /gm)].map(([, number]) => number),
  )

  it('a section of the design is a heading of docs/design.md', () => {
    const cited = found([...code, ...pages], /design §(\d+)/g)
    expect(cited.length).toBeGreaterThan(40)
    expect(
      cited.filter(({ match }) => !headings.has(match[1])).map(({ path, match }) => `${path}: ${match[0]}`),
    ).toEqual([])
  })

  it('a page named in a comment exists', () => {
    const cited = found(code, /docs\/[\w/.-]+\.md/g)
    expect(cited.length).toBeGreaterThan(10)
    expect(cited.filter(({ match }) => !existsSync(match[0])).map(({ path, match }) => `${path}: ${match[0]}`)).toEqual(
      [],
    )
  })

  it('a page a page leads to exists, and so does the code it names', () => {
    const links = found(pages, /\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)
    expect(links.length).toBeGreaterThan(30)
    const gone = links.filter(({ path, match }) => !existsSync(join(dirname(path), match[1] ?? '')))
    expect(gone.map(({ path, match }) => `${path}: ${match[1]}`)).toEqual([])
    const named = found(
      [...pages, ...code],
      /`((?:core|languages|programme|adapters|functions|web|infra|tests|bench)\/[\w./-]+\.\w+)`/g,
    )
    expect(named.length).toBeGreaterThan(20)
    expect(
      named.filter(({ match }) => !existsSync(match[1] ?? '')).map(({ path, match }) => `${path}: ${match[1]}`),
    ).toEqual([])
  })
  it('a test a page names exists, and no other has that name', () => {
    const named = found(pages, /`([\w./-]+\.(?:test|endure)\.ts)`/g)
    expect(named.length).toBeGreaterThan(40)
    const there = (name: string) => paths.filter((path) => path === name || path.endsWith(`/${name}`))
    expect(
      named.filter(({ match }) => there(match[1] ?? '').length !== 1).map(({ path, match }) => `${path}: ${match[1]}`),
    ).toEqual([])
  })
  it('a decision has a number of its own, and says it', () => {
    const decisions = pages.filter((path) => path.startsWith('docs/decisions/'))
    expect(decisions.length).toBeGreaterThan(30)
    const numbers = decisions.map((path) => /\/(\d{3})-/.exec(path)?.[1] ?? path)
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
    expect(decisions.filter((path, at) => !texts.get(path)?.startsWith(`# ${numbers[at]}: `))).toEqual([])
  })
})

describe('files', () => {
  const lines = (path: string): number => (texts.get(path) ?? '').split('\n').length - 1
  const product = code.filter((path) => !path.startsWith('tests/'))

  it('none has more than 250 lines', () => {
    expect(product.length).toBeGreaterThan(400)
    expect(product.filter((path) => lines(path) > 250)).toEqual([])
  })
})
