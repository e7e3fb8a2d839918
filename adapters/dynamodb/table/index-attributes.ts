import type { CaseFile } from '../../../core/case/case-file.ts'
import { type Row, sortKeyOf } from '../../../core/lists/row.ts'
import { standing } from '../../../core/lists/standing.ts'
import type { Rulebook } from '../../../core/deadlines/rulebook.ts'
import { aside } from '../../../core/routing/queue.ts'
import { noticeLookAt } from '../../../core/notices/next-look.ts'
import type { Notice } from '../../../core/notices/notice.ts'
import { dueKey, type Layout, queueKey, shardOf } from './layout.ts'
import { indexes, type IndexName } from './table.ts'
import type { Change } from './update.ts'

/** Attributes that put an item into the indexes; undefined ones keep it out. */
export type IndexAttributes = Partial<Record<(typeof indexes)[IndexName]['partition' | 'sort'], string>> & { row?: Row }

const place = (index: IndexName, partition: string, sort: string): IndexAttributes => ({
  [indexes[index].partition]: partition,
  [indexes[index].sort]: sort,
})

/** Where a case stands in the indexes: nowhere once nothing will ever be due. */
export function caseIndexes(layout: Layout, rulebook: Rulebook, caseFile: CaseFile): IndexAttributes {
  const stands = standing(caseFile, rulebook)
  if (!stands) return {}
  const { lane, row, owner, region, nextLookAt } = stands
  const shard = shardOf(layout, row.reference)
  const shelf = (name: string) => (row.named.length > 0 ? aside(name) : name)
  const list = (index: IndexName, name: string | null) =>
    name === null ? {} : place(index, `${queueKey(layout, lane, shelf(name))}#${shard}`, sortKeyOf(row))
  return {
    row,
    ...list('owner', owner),
    ...list('region', region),
    ...place('due', `${dueKey(layout)}#${shard}`, `${nextLookAt}#${row.reference}`),
  }
}

/** A notice stands on `due` only, and only while something must still become of it. */
export function noticeIndexes(layout: Layout, notice: Notice): IndexAttributes {
  const at = noticeLookAt(notice)
  return at === null
    ? {}
    : place('due', `${dueKey(layout)}#${shardOf(layout, notice.key)}`, `${at}#notice#${notice.key}`)
}

const all = ['row', ...Object.values(indexes).flatMap(({ partition, sort }) => [partition, sort])] as const

/** The same for an item that is there already: what no longer holds is removed. */
export const reindexed = (attributes: IndexAttributes, names: readonly (keyof IndexAttributes)[] = all): Change[] =>
  names.map((name) => {
    const value = attributes[name]
    return value === undefined ? { remove: [name] } : { path: [name], set: value }
  })
