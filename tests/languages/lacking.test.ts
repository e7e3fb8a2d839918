import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { chainOf, type LanguageCode, offeredOn, type Surface } from '../../core/language.ts'
import { consoleStock } from '../../languages/console.ts'
import { mailStock } from '../../languages/mail.ts'
import { peopleStock } from '../../languages/people.ts'
import { publicStock } from '../../languages/public.ts'
import { publicationsStock } from '../../languages/publications.ts'
import { spokenStock } from '../../languages/spoken.ts'
import { complete, draft, type Stock, type Whole } from '../../languages/stock.ts'
import { mali } from '../../programme/mali.ts'
import type { PublicSections } from '../../web/public/texts.ts'
import { invented } from '../support/languages/qaa/language.ts'
import { publicQaa } from '../support/languages/qaa/public.ts'
import { lacks, leaves } from '../support/languages/lacks.ts'

/** Each list by the name of its file, which is that of the file in a language's folder too. */
const lists: Record<string, readonly (Stock<object> | Whole<object>)[]> = {
  people: peopleStock(mali.settings),
  spoken: spokenStock,
  public: publicStock,
  console: consoleStock,
  publications: publicationsStock,
  mail: mailStock,
}
const surfaces: Record<Surface, string> = { people: 'people', public: 'public', staff: 'console' }
const codesOf = (name: string): LanguageCode[] => (lists[name] ?? []).map(({ language }) => language.code)
const codes = [...new Set(Object.keys(lists).flatMap(codesOf))]
const [first] = mali.languages

/** A list, a language, and what the language lacks of the list. */
const all = Object.entries(lists).flatMap(([name, list]) => {
  const whole = list.find(({ language }) => language.code === first.code)
  if (!whole) throw new Error(`${name} is not there in ${first.code}`)
  return codes.map((code) => {
    const own = list.find(({ language }) => language.code === code)
    return { name, code, ...lacks(whole, own) }
  })
})

describe('what each language has', () => {
  it('is said', () => {
    const row = (code: LanguageCode) =>
      all
        .filter((one) => one.code === code)
        .map(({ name, state, has, of }) => `${name} ${state === 'draft' ? `draft, ${has} of ${of}` : state}`)
    const table = codes.map((code) => `${code}: ${row(code).join(' · ')}`).join('\n')
    console.log(table)
    expect(table).toContain(`${first.code}: people complete · spoken complete · public complete · console complete`)
  })

  test.each(all.filter(({ state }) => state === 'complete'))('$name in $code lacks nothing', ({ missing }) => {
    expect(missing).toEqual([])
  })

  test.each(all)('$name in $code says nothing else, nothing empty, and has the same holes', (found) => {
    expect(found).toMatchObject({ astray: [], empty: [], otherHoles: [] })
  })

  it('is asked for by the compiler where it is declared complete, and not of a draft', () => {
    expectTypeOf(complete(invented, publicQaa)).not.toExtend<Stock<PublicSections>>()
    expectTypeOf(draft(invented, publicQaa)).toExtend<Stock<PublicSections>>()
    expectTypeOf(draft(invented, { site: { titel: '' } })).not.toExtend<Stock<PublicSections>>()
  })

  it('is more than a thousand texts for staff alone', () => {
    expect(all.find(({ name, code }) => name === 'console' && code === first.code)?.of).toBeGreaterThan(1000)
  })

  it('is found wanting where it is: a draft, one astray, one empty, one without its hole', () => {
    const [whole] = publicStock
    if (!whole) throw new Error('no public pages')
    const of = leaves(whole.texts).size
    const has = leaves(publicQaa).size
    expect(lacks(whole, draft(invented, publicQaa))).toMatchObject({ state: 'draft', has, of, astray: [] })
    expect(lacks(whole, draft(invented, publicQaa)).missing).toContain('poster.title')
    const wrong = { footer: { emergency: 'No hole' }, form: { titel: 'x', title: ' ' } }
    expect(lacks(whole, draft(invented, wrong))).toMatchObject({
      astray: ['form.titel'],
      empty: ['form.title'],
      otherHoles: ['footer.emergency'],
    })
    expect(lacks(whole, undefined)).toMatchObject({ state: 'absent', has: 0 })
  })
})

describe('a language’s folder', () => {
  const root = join(import.meta.dirname, '../../languages')
  const folders = readdirSync(root, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))

  it.each(Object.keys(lists))('has the file of « %s » where the list says so, and only there', (name) => {
    const there = folders.filter((folder) => existsSync(join(root, folder, `${name}.ts`)))
    expect(there.toSorted()).toEqual(codesOf(name).toSorted())
  })

  it('stands for a language of some list', () => {
    expect(folders.toSorted()).toEqual(codes.toSorted())
  })
})

describe('what is offered', () => {
  it.each(Object.entries(surfaces) as [Surface, string][])('on the surface « %s » is there', (surface, name) => {
    const offered = offeredOn(mali.languages, surface)
    expect(offered.filter((code) => !codesOf(name).includes(code))).toEqual([])
    expect(offered[0]).toBe(first.code)
  })

  it('has its stand-ins declared, each once, down to the first', () => {
    const declared = mali.languages.map(({ code }) => code)
    expect(new Set(declared).size).toBe(declared.length)
    for (const { code, standIn } of mali.languages) {
      expect(standIn === null, code).toBe(code === first.code)
      expect(declared).toEqual(expect.arrayContaining([...chainOf(mali.languages, code)]))
    }
  })
})
