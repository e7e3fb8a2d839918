import { expect, test } from 'vitest'
import { dynamoStores } from '../../../../adapters/dynamodb/stores.ts'
import { createTables } from '../../../../adapters/dynamodb/table/create-tables.ts'
import { perTable } from '../../../../adapters/dynamodb/table/table.ts'
import { system } from '../../../../core/case/actor.ts'
import { entry } from '../../../../core/case/history.ts'
import { caseFileOf } from '../../../../core/case/fold.ts'
import { listQueue } from '../../../../core/operations/lists/list-queue.ts'
import { mali } from '../../../../programme/mali.ts'
import { patient, withEngine } from '../../../support/engine.ts'
import { assessed, gao, later, monday, opened, viewer } from '../../../support/case-builder.ts'

const tables = perTable((name) => name)
const { client } = await withEngine((engine) => createTables(engine, tables))
const { cases } = dynamoStores({
  client,
  tables,
  programme: 'ml',
  rulebook: mali,
  now: () => monday,
  random: () => 0,
  ...patient,
})
const needs = { cases, programme: mali }

/** Ten cases in Gao, one an hour; every third names the focal point, and the last four as well. */
const references = Array.from({ length: 10 }, (_, index) => String(1000000000 + index))
const namesHer = (index: number) => index % 3 === 0 || index > 5
for (const [index, reference] of references.entries()) {
  const named = namesHer(index) ? { named: ['person:awa'] } : {}
  const { history } = assessed(
    opened({ place: gao, receivedAt: later(monday, 24 * index) }),
    'N1',
    later(monday, 24 * index + 1),
    named,
  )
  const caseFile = caseFileOf('ml', reference, history)
  await cases.commit({ open: { caseFile, sealed: { scope: 'general', contact: null, words: {} } } })
}

const awa = viewer('focal-point', { person: 'awa' })
const deputy = viewer('deputy')
const list = async (who: typeof awa, limit: number, after: string | null = null) => {
  const { rows, next } = await listQueue(who, { after, limit }, needs)
  return { shown: rows.map(({ reference }) => reference), next }
}

test('the deputy pages through all of them in due order', async () => {
  const first = await list(deputy, 6)
  const second = await list(deputy, 6, first.next)

  expect([...first.shown, ...second.shown]).toEqual(references)
  expect(second.next).toBeNull()
})

test('whom a case names sees neither it nor a gap where it stands', async () => {
  const hers = references.filter((_, index) => !namesHer(index))
  const first = await list(awa, 2)
  const second = await list(awa, 2, first.next)

  expect([...first.shown, ...second.shown]).toEqual(hers)
  expect(first.shown).toHaveLength(2)
  // Four cases follow that are kept from her: to her this is the end.
  expect(second.next).toBeNull()
})

test('an authority does not find what climbed before anybody assessed it; its regional cluster does', async () => {
  const unread = caseFileOf('ml', '2000000001', [
    ...opened({ place: gao }).history,
    entry('escalated', later(monday, 2), system, { from: 0, to: 1, region: 'gao', nextAt: later(monday, 5) }),
  ])
  await cases.commit({ open: { caseFile: unread, sealed: { scope: 'general', contact: null, words: {} } } })

  expect((await list(viewer('regional-cluster', { region: 'gao' }), 20)).shown).toContain('2000000001')
  expect((await list(viewer('authority', { region: 'gao', organisation: 'drs-gao' }), 20)).shown).toEqual(references)
})

test('an authority does not find the cases of its own services in its region’s list', async () => {
  const own = caseFileOf('ml', '2000000000', [
    ...assessed(opened({ place: gao }), 'N1').history,
    {
      what: 'assigned',
      schema: 1,
      at: later(monday, 2),
      by: { role: 'deputy', person: 'deputy-1' },
      organisation: 'csref-gao',
      handOver: false,
    },
  ])
  await cases.commit({ open: { caseFile: own, sealed: { scope: 'general', contact: null, words: {} } } })
  const drs = viewer('authority', { region: 'gao', organisation: 'drs-gao', supervises: ['csref-gao'] })

  expect((await list(drs, 20)).shown).toEqual(references)
  expect((await list(deputy, 20)).shown).toContain('2000000000')
})
