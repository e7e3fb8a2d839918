import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { caseFileOf, fold } from '../../../core/case/fold.ts'
import { readEntry } from '../../../core/case/history.ts'
import type { Rulebook } from '../../../core/deadlines/rulebook.ts'
import type { Append, Sealed, StoredCase } from '../../../core/ports/cases.ts'
import type { Write } from './commit-writes.ts'
import { caseIndexes, reindexed } from '../table/index-attributes.ts'
import { type Item, itemSchema, readAttribute, readItem, toItem } from '../table/item.ts'
import { caseKey, type Layout, referenceOf } from '../table/layout.ts'
import { type Change, updateOf } from '../table/update.ts'

/** Sealed words longer than this go to an item of their own; in the case an empty string stands for them. */
const longCharacters = 32 * 1024
const apart = ''

const SealedMap = z.object({
  scope: z.enum(['general', 'protection']),
  contact: z.nullable(z.string()),
  words: z.record(z.string(), z.string()),
})
const History = z.array(z.unknown())

/** Reads a case item, from the table or from a change in the stream; `sealed` may still lack words that lie apart. */
export function readCase(layout: Pick<Layout, 'programme'>, item: Item): StoredCase {
  const reference = referenceOf(layout, item.pk?.S ?? '')
  if (reference === null) throw new Error('not an item of a case of this programme')
  const history = readAttribute(History, item, 'history').map(readEntry)
  return {
    caseFile: caseFileOf(layout.programme, reference, history),
    sealed: readAttribute(SealedMap, item, 'sealed'),
  }
}

/** Do some of the words lie in items of their own? */
export const hasWordsApart = ({ sealed }: StoredCase): boolean => Object.values(sealed.words).includes(apart)

const wordsPrefix = 'words#'
const WordsItem = z.object({ sk: z.string(), words: z.string() })

/** The case with the words its `words#` items hold. */
export function withWordsApart({ caseFile, sealed }: StoredCase, items: readonly Item[]): StoredCase {
  const found = items.map((item) => readItem(WordsItem, item))
  const words = found.map(({ sk, words }) => [sk.slice(wordsPrefix.length), words] as const)
  return { caseFile, sealed: { ...sealed, words: { ...sealed.words, ...Object.fromEntries(words) } } }
}

/** The query for the words that lie apart. */
export const wordsApart = (layout: Layout, reference: string) => ({
  TableName: layout.tables.cases,
  ConsistentRead: true,
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :words)',
  ExpressionAttributeValues: toItem({ ':pk': caseKey(layout, reference).pk, ':words': wordsPrefix }),
})

/** Puts a new case on condition that its reference is free. */
export function openCase(
  layout: Layout,
  rulebook: Rulebook,
  { caseFile, sealed }: StoredCase,
  token: string,
  beside: Record<string, string> = {},
): Write[] {
  const { reference, version, history } = caseFile
  const { inItem, items } = settle(layout, reference, sealed.words)
  const Item = toItem({
    ...caseKey(layout, reference),
    is: 'case',
    schema: itemSchema,
    version,
    token,
    history,
    sealed: { ...sealed, words: inItem },
    ...beside,
    ...caseIndexes(layout, rulebook, caseFile),
  })
  const put: TransactWriteItem = {
    Put: {
      TableName: layout.tables.cases,
      Item,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
  return [{ item: put, refused: 'reference-taken' }, ...items]
}

/** Does the append take sealed words away, so that `wordsApart` must be known? */
export const dropsWords = ({ drop, ...append }: Append): boolean => drop !== undefined || dropsAll(append)
const dropsAll = ({ erase, sealed }: Omit<Append, 'drop'>): boolean =>
  erase === 'words' || erase === 'all' || sealed?.replace === true

/**
 * Adds entries to a case on condition of its version: the history grows by `list_append` and is never written otherwise.
 * `apartNow` are the sort keys of the words that lie apart, when some of them go.
 */
export function appendToCase(
  layout: Layout,
  rulebook: Rulebook,
  append: Append,
  apartNow: readonly string[],
  token: string,
): Write[] {
  const { before } = append
  const after = append.entries.reduce(fold, before)
  const entries = after.history.slice(before.history.length)
  const { inItem, items } = settle(layout, before.reference, append.sealed?.words ?? {})
  const changes: Change[] = [
    { path: ['history'], append: entries },
    { path: ['version'], set: after.version },
    { path: ['token'], set: token },
    ...sealedChanges(append, inItem),
    ...reindexed(caseIndexes(layout, rulebook, after)),
  ]
  const update: TransactWriteItem = {
    Update: {
      TableName: layout.tables.cases,
      Key: toItem(caseKey(layout, before.reference)),
      ...updateOf(before.version, changes),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
  const kept = new Set(items.map(({ item }) => item.Put?.Item?.sk?.S))
  const goes = (sk: string) => dropsAll(append) || sk === `${wordsPrefix}${String(append.drop)}`
  const gone = apartNow.filter((sk) => !kept.has(sk) && goes(sk)).map((sk) => deleted(layout, before.reference, sk))
  return [{ item: update, refused: 'conflict' }, ...items, ...gone]
}

function sealedChanges({ sealed = {}, erase, drop }: Append, words: Sealed['words']): Change[] {
  const { scope, contact, replace } = sealed
  if (replace) {
    if (!scope) throw new TypeError('what replaces all sealed parts must say under which key')
    return [{ path: ['sealed'], set: { scope, contact: contact ?? null, words } }]
  }
  const changes: Change[] = []
  if (scope) changes.push({ path: ['sealed', 'scope'], set: scope })
  if (contact !== undefined) changes.push({ path: ['sealed', 'contact'], set: contact })
  else if (erase === 'contact' || erase === 'all') changes.push({ path: ['sealed', 'contact'], set: null })
  if (erase === 'words' || erase === 'all') changes.push({ path: ['sealed', 'words'], set: words })
  else for (const [index, text] of Object.entries(words)) changes.push({ path: ['sealed', 'words', index], set: text })
  if (drop !== undefined) changes.push({ remove: ['sealed', 'words', String(drop)] })
  return changes
}

/** Which words stay in the case item, and the items of the others. */
function settle(
  layout: Layout,
  reference: string,
  words: Sealed['words'],
): { inItem: Sealed['words']; items: Write[] } {
  const long = Object.entries(words).filter(([, text]) => text.length > longCharacters)
  return {
    inItem: { ...words, ...Object.fromEntries(long.map(([index]) => [index, apart])) },
    items: long.map(([index, text]) => ({
      item: {
        Put: {
          TableName: layout.tables.cases,
          Item: toItem({
            ...caseKey(layout, reference, `${wordsPrefix}${index}`),
            is: 'words',
            schema: itemSchema,
            words: text,
          }),
        },
      },
      refused: 'conflict',
    })),
  }
}

const deleted = (layout: Layout, reference: string, sk: string): Write => ({
  item: { Delete: { TableName: layout.tables.cases, Key: toItem(caseKey(layout, reference, sk)) } },
  refused: 'conflict',
})
