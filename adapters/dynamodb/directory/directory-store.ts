import { randomUUID } from 'node:crypto'
import {
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Languages } from '../../../core/language.ts'
import type { DirectoryStore, DirectoryWrite } from '../../../core/ports/directory/directory.ts'
import type { Invitations } from '../../../core/ports/directory/invitations.ts'
import type { Mailboxes } from '../../../core/ports/directory/mailboxes.ts'
import type { PairRecords } from '../../../core/ports/directory/pair-records.ts'
import type { StoreOptions } from '../table/access.ts'
import { dynamoMailboxes } from './mailboxes.ts'
import {
  Lines,
  Organisations,
  pack,
  Packed,
  PairItem,
  putAfter,
  readAudit,
  readMember,
  unpack,
} from './directory-items.ts'
import { putPoints } from './intake-points.ts'
import { invitationKey, invitationStart, putInvitation, readInvitation } from './invitation-item.ts'
import { getTogether } from '../table/get-together.ts'
import { type Item, itemSchema, readAttribute, readItem, toItem } from '../table/item.ts'
import { auditKey, directoryKey, type Layout, personKey, responsibleKey } from '../table/layout.ts'

interface DirectoryOptions extends StoreOptions {
  /** Names stand in the order of the first. */
  languages: Languages
}

/**
 * People are one item each, organisations and the matrix one packed item each. Read consistently: who lost a role a second ago has
 * lost it.
 */
export function dynamoDirectory({
  client,
  languages,
  ...options
}: DirectoryOptions): DirectoryStore & PairRecords & Invitations & Mailboxes {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases
  const byName = new Intl.Collator(languages[0].code)

  // Who somebody is and which organisations there are is asked together, at every request.
  const get = getTogether(client, TableName)

  /** Every item of the directory under one kind of sort key. */
  async function all(start: string, sure = true): Promise<Item[]> {
    const items: Item[] = []
    let from: Item | undefined
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: sure,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :start)',
          ExpressionAttributeValues: toItem({ ':pk': directoryKey(layout, '').pk, ':start': start }),
          ExclusiveStartKey: from,
        }),
      )
      items.push(...Items)
      from = LastEvaluatedKey
    } while (from)
    return items
  }

  const packed = async (name: string, sure?: boolean) => {
    const item = await get(directoryKey(layout, name), sure)
    return item && readItem(Packed, item)
  }

  return {
    ...dynamoMailboxes({ client, layout, get, all }),
    async member(id) {
      const item = await get(personKey(layout, id))
      return item && readMember(item)
    },
    async members(sure) {
      const members = (await all('person#', sure)).map(readMember)
      return members.toSorted((a, b) => byName.compare(a.name, b.name))
    },
    async pairRecord(pair) {
      const item = await get(directoryKey(layout, `pair#${pair}`))
      return { pair, ...(item ? readItem(PairItem, item) : { version: 0, noWomanSince: null, codesUsed: [] }) }
    },
    async invitation(id) {
      const item = await get(invitationKey(layout, id))
      return item && readInvitation(item)
    },
    async invitations() {
      return new Map((await all(invitationStart)).map((item) => [readInvitation(item).id, readInvitation(item)]))
    },
    async overlay(sure) {
      const found = await packed('overlay', sure)
      return { version: found?.version ?? 0, organisations: found ? unpack(Organisations, found.packed) : [] }
    },
    async presence() {
      const found = await packed('presence')
      const { version = 0, importedAt = null } = found ?? {}
      return { version, importedAt, lines: found ? unpack(Lines, found.packed) : [] }
    },
    async responsible(organisation) {
      const item = await get(responsibleKey(layout, organisation))
      return item && readAttribute(z.string(), item, 'sealedPhone')
    },
    async withResponsible() {
      return new Set((await all('responsible#')).map(({ sk }) => sk?.S?.slice('responsible#'.length) ?? ''))
    },

    async write(change) {
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems: writes(layout, change) }))
        return 'done'
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
        if (codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')) return 'conflict'
        throw error
      }
    },

    async audit(whose, { after, limit }) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
          KeyConditionExpression: after === null ? 'pk = :pk' : 'pk = :pk AND sk < :after',
          ExpressionAttributeValues: toItem({
            ':pk': auditKey(layout, whose ?? 'all'),
            ...(after === null ? {} : { ':after': after }),
          }),
        }),
      )
      return { entries: Items.map(readAudit), next: LastEvaluatedKey ? (Items.at(-1)?.sk?.S ?? null) : null }
    },
  }
}

function writes(layout: Layout, change: DirectoryWrite): TransactWriteItem[] {
  const { person, gone, pair, overlay, presence, points, invitation, responsible, administrator } = change
  const TableName = layout.tables.cases
  const common = { schema: itemSchema }
  const items: TransactWriteItem[] = []
  if (person) {
    const item = { ...personKey(layout, person.member.id), is: 'person', ...common, ...person.member }
    const fresh = { TableName, Item: toItem(item), ConditionExpression: 'attribute_not_exists(pk)' }
    items.push(person.version === null ? { Put: fresh } : putAfter(layout, item, person.version))
  }
  if (gone)
    items.push({
      Delete: {
        TableName,
        Key: toItem(personKey(layout, gone.id)),
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({ ':version': gone.version }),
      },
    })
  if (gone) items.push({ Delete: { TableName, Key: toItem(invitationKey(layout, gone.id)) } })
  if (invitation) items.push(putInvitation(layout, invitation))
  if (pair) {
    const item = { ...directoryKey(layout, `pair#${pair.pair}`), is: 'pair', ...common, ...pair }
    items.push(putAfter(layout, { ...item, version: pair.version + 1 }, pair.version))
  }
  if (overlay) {
    const { version, organisations } = overlay
    const item = { ...directoryKey(layout, 'overlay'), is: 'directory', ...common, packed: pack(organisations) }
    items.push(putAfter(layout, { ...item, version: version + 1 }, version))
  }
  if (presence) {
    const { version, importedAt, lines } = presence
    const item = { ...directoryKey(layout, 'presence'), is: 'presence', ...common, importedAt, packed: pack(lines) }
    items.push(putAfter(layout, { ...item, version: version + 1 }, version))
  }
  if (points) items.push(putPoints(layout, points))
  if (responsible) {
    const { organisation, sealedPhone } = responsible
    const key = responsibleKey(layout, organisation)
    items.push(
      sealedPhone === null
        ? { Delete: { TableName, Key: toItem(key) } }
        : { Put: { TableName, Item: toItem({ ...key, is: 'responsible', ...common, sealedPhone }) } },
    )
  }
  // Nobody may check and write one item at once: who changes themselves stays what they are, as the operation decided.
  if (administrator !== undefined && administrator !== person?.member.id)
    items.push({
      ConditionCheck: {
        TableName,
        Key: toItem(personKey(layout, administrator)),
        ConditionExpression: '#role = :role AND active = :active',
        ExpressionAttributeNames: { '#role': 'role' },
        ExpressionAttributeValues: toItem({ ':role': 'administrator', ':active': true }),
      },
    })
  return [...items, ...change.audit.flatMap((entry) => auditPuts(layout, entry))]
}

/** One line stands in the list of all, of what it is about and of who did it; a search in its own, since it changes nothing. */
function auditPuts(layout: Layout, entry: DirectoryWrite['audit'][number]): TransactWriteItem[] {
  const sk = `${entry.at}#${randomUUID()}`
  const { about, by } = entry
  const lists = new Set(about === 'search' ? [about] : ['all', about, `person:${by.person}`])
  return [...lists].map((whose) => ({
    Put: {
      TableName: layout.tables.cases,
      Item: toItem({ pk: auditKey(layout, whose), sk, is: 'directory-audit', schema: itemSchema, ...entry }),
    },
  }))
}
