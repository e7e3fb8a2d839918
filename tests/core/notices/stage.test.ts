import { expect, test } from 'vitest'
import type { CaseFile } from '../../../core/case/case-file.ts'
import { entry } from '../../../core/case/history.ts'
import { followUpView } from '../../../core/notices/stage.ts'
import {
  after,
  answered,
  assessed,
  assigned,
  focalPoint,
  later,
  monday,
  on,
  opened,
  reopened,
  told,
} from '../../support/case-builder.ts'

const promised = on('2027-06-21', '14:00')
const shown = ['stage', 'receivedAt', 'promisedAt', 'answeredAt', 'answer']
const done = answered(assigned(assessed(opened(), 'N1')))
const closed = after(told(done), entry('closed', later(monday, 24 * 40), focalPoint, { how: 'window-over' }))

test.each<[string, CaseFile, string, string | null, boolean]>([
  ['received', opened(), 'received', promised, false],
  ['read', after(opened(), entry('read', monday, focalPoint, {})), 'in-hand', promised, false],
  ['assigned', assigned(assessed(opened(), 'N1')), 'in-hand', promised, false],
  ['answered', done, 'answered', null, true],
  ['closed', closed, 'answered', null, true],
  [
    'closed, its words erased',
    after(closed, entry('erased', monday, focalPoint, { part: 'words' })),
    'answered',
    null,
    false,
  ],
  ...(['dismissed', 'withdrawn', 'thanks'] as const).map((how): [string, CaseFile, string, string | null, boolean] => [
    `read, and ${how}: nobody answered it`,
    after(assessed(opened(), 'N1'), entry('closed', monday, focalPoint, { how })),
    'received',
    null,
    false,
  ]),
  ['possible S', opened({ lane: 'P' }), 'received', null, false],
  ['integrity, read', after(opened({ lane: 'S1' }), entry('read', monday, focalPoint, {})), 'in-hand', null, false],
  ['protection', opened({ lane: 'S2' }), 'received', null, false],
  [
    'protection, handed over',
    after(
      opened({ lane: 'S2' }),
      entry('read', monday, focalPoint, {}),
      entry('referred', monday, focalPoint, { body: 'psea-network' }),
    ),
    'in-hand',
    null,
    false,
  ],
])(
  'who holds the reference of a case that is %s reads the stage, the dates, and nothing else',
  (_, caseFile, stage, promisedAt, shows) => {
    const view = followUpView(caseFile)

    expect(view).toMatchObject({ stage, receivedAt: monday, promisedAt })
    expect(shown).toEqual(expect.arrayContaining(Object.keys(view)))
    expect(view.answer !== null).toBe(shows)
  },
)

test('a reopened case is in hand again, with its new date, and keeps its old answer to itself', () => {
  const again = reopened(told(done), on('2027-06-14'))

  expect(followUpView(again)).toMatchObject({ stage: 'in-hand', promisedAt: on('2027-06-21', '14:00'), answer: null })
})

test('a refusal reads as one', () => {
  const no = after(assessed(opened(), 'N1'), entry('answered', monday, focalPoint, { outcome: 'refused' }))

  expect(followUpView(no).answer).toEqual({ index: 2, template: 'refused' })
})
