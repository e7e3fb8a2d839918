import { describe, expect, test } from 'vitest'
import { caseFileOf } from '../../../core/case/fold.ts'
import { entry, readEntry } from '../../../core/case/history.ts'
import { complainant } from '../../../core/case/actor.ts'
import { answersFor, answersIn, askedBy, askedByKeypad, type ChosenLane } from '../../../core/channel/questions.ts'
import * as cases from '../../support/case-builder.ts'

const all = { danger: 'yes', person: 'girl', disability: 'no', language: 'fr' }

describe('each lane takes its own answers', () => {
  test.each<[ChosenLane, Record<string, string>]>([
    ['N', { person: 'girl', disability: 'no' }],
    ['S1', {}],
    ['S2', { danger: 'yes' }],
  ])('%s', (lane, taken) => {
    expect(answersFor(all, lane)).toEqual(taken)
  })

  test('of danger a child or an adult, and no more', () => {
    expect(answersFor({ person: 'child' }, 'S2')).toEqual({ person: 'child' })
    expect(answersFor({ person: 'child' }, 'N')).toEqual({})
  })

  test('what is no answer in any lane is none', () => {
    expect(answersFor({ person: 'nobody', disability: '', danger: 1 })).toEqual({})
  })
})

test('the keypad asks one question at most after the place, since three screens are all that follows the words', () => {
  expect(askedByKeypad('N').length).toBeLessThanOrEqual(1)
  expect(askedByKeypad('S1')).toEqual([])
})

test('danger comes first where it is asked: on the keypad it makes the case', () => {
  for (const asked of [askedBy('web', 'S2'), askedBy('intake', 'S2'), askedByKeypad('S2')])
    expect(asked[0]?.name).toBe('danger')
})

test('an answer stored under an older row is read as it was', () => {
  const { history, programme, reference } = cases.after(
    cases.opened(),
    entry('person-given', cases.monday, complainant, { person: 'elder' }),
  )
  const stored = history.map((line) => readEntry(JSON.parse(JSON.stringify(line))))
  expect(answersIn(caseFileOf(programme, reference, stored))).toEqual({ person: 'elder' })
})
