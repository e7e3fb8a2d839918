import { expect, test } from 'vitest'
import { segments } from '../../../core/notices/gsm7.ts'
import { readyAnswer } from '../../../core/notices/ready-answer.ts'
import { categories } from '../../../programme/categories.ts'
import { clusters } from '../../../programme/clusters.ts'
import { organisations } from '../../../programme/organisations.ts'
import { places as gazetteer } from '../../../programme/places/places.ts'
import { readyAnswers } from '../../../programme/ready-answers.ts'

const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
const ask = { category: 'SAN-FRAIS', place: ansongo, on: '2027-06-07', gazetteer }
const ending = readyAnswers.map((answer) => ({ ...answer, until: '2027-06-30' }))

test('free care is told where it holds, with its last day when one is set', () => {
  expect(readyAnswer(readyAnswers, ask)?.text).toContain(
    'gratuits pour les enfants de 0 à 5 ans et les femmes enceintes.',
  )
  expect(readyAnswer(ending, ask)?.text).toContain("jusqu'au 30/06/2027")
  expect(readyAnswer(ending, { ...ask, on: '2027-06-30' })).not.toBeNull()
  expect(readyAnswer(ending, { ...ask, on: '2027-07-01' })).toBeNull()
})

test('it is not told elsewhere, where no place is known, or of something else', () => {
  expect(readyAnswer(readyAnswers, { ...ask, place: { system: 'cod-2021', code: 'ML0101' } })).toBeNull()
  expect(readyAnswer(readyAnswers, { ...ask, place: null })).toBeNull()
  expect(readyAnswer(readyAnswers, { ...ask, category: 'SAN-MEDIC' })).toBeNull()
})

test('a place is known by the code of another system too', () => {
  expect(readyAnswer(readyAnswers, { ...ask, place: { system: 'cod-2015', code: 'ML0702' } })).not.toBeNull()
  // ML09 of the reform is Taoudénit, never Bamako.
  expect(readyAnswer(readyAnswers, { ...ask, place: { system: 'cod-2021', code: 'ML09' } })).toBeNull()
})

test('every ready answer fits one SMS', () => {
  for (const { text } of readyAnswers) {
    for (const one of [text.open, text.until.replace('{date}', '30/06/2027')]) {
      expect(segments(one)).toMatchObject({ alphabet: 'gsm7', segments: 1 })
    }
  }
})

test('organisations are marked as examples and point at what exists', () => {
  const ids = organisations.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { name, regions, places, supervises, mandatedFor } of organisations) {
    expect(name).toMatch(/\(exemple\)$/)
    for (const id of supervises) expect(ids).toContain(id)
    for (const id of regions) expect(clusters.map((cluster) => cluster.id)).toContain(id)
    for (const ref of places) expect(gazetteer.find(ref)).toBeDefined()
    for (const code of mandatedFor) expect(categories.find((one) => one.code === code)?.lane).toMatch(/^S/)
  }
})

test('every category of the S levels has a mandated body', () => {
  const taken = organisations.flatMap(({ mandatedFor }) => mandatedFor)
  const sensitive = categories.filter(({ lane }) => lane !== 'N').map(({ code }) => code)
  expect(taken.toSorted()).toEqual(sensitive.toSorted())
})
