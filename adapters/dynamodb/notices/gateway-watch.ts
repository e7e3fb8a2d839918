import { paginateQuery, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type * as z from 'zod/mini'
import { GatewayReports } from '../../../core/notices/gateways/reports.ts'
import { GatewayEvent, GatewayState } from '../../../core/notices/gateways/state.ts'
import type { GatewayWatch } from '../../../core/ports/gateway-watch.ts'
import { commitWrites, newToken, type Write } from '../cases/commit-writes.ts'
import type { CommitOptions } from '../table/access.ts'
import { expiryOf, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Key, type Layout, soloKey } from '../table/layout.ts'

/** For as long as somebody may ask who turned a gateway off. */
const keptHours = 400 * 24

/** All of one kind lie together: the states of all gateways are one read. */
type Kind = 'states' | 'reports' | 'events'

export function dynamoGatewayWatch({ client, ...options }: CommitOptions): GatewayWatch {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases
  const keyOf = (kind: Kind, sk: string): Key => soloKey(layout, 'gateways', kind, sk)
  const allOf = (kind: Kind, rest: Partial<QueryCommandInput> = {}): QueryCommandInput => ({
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': keyOf(kind, '').pk }),
    ...rest,
  })

  async function all<T>(query: QueryCommandInput, schema: z.ZodMiniType<T>): Promise<T[]> {
    const found: T[] = []
    for await (const { Items = [] } of paginateQuery({ client }, query))
      found.push(...Items.map((item) => readItem(schema, item)))
    return found
  }

  function put(key: Key, is: string, token: string, value: object, condition: object = {}): Write {
    const Item = toItem({ ...key, is, schema: itemSchema, token, ...value })
    return { item: { Put: { TableName, Item, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...condition } }, refused: 'conflict' } // prettier-ignore
  }
  const onVersion = (version: number) =>
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':version': version }),
        }
  function eventWrite(event: GatewayEvent | null | undefined, token: string): Write[] {
    if (!event) return []
    const { at, gateway, what } = event
    const expiresAt = expiryOf(at, keptHours)
    return [put(keyOf('events', `${at}#${gateway}#${what}`), 'gateway-event', token, { ...event, expiresAt })]
  }
  const save = async (writes: readonly Write[], token: string): Promise<boolean> =>
    (await commitWrites(client, writes, token, options)) === 'done'

  return {
    states: (sure = true) => all(allOf('states', { ConsistentRead: sure }), GatewayState),

    saveState(before, after, event) {
      const token = newToken()
      const key = keyOf('states', after.gateway)
      return save([put(key, 'gateway-state', token, after, onVersion(before)), ...eventWrite(event, token)], token)
    },

    reports: () => all(allOf('reports'), GatewayReports),

    saveReports(before, after, event) {
      const token = newToken()
      const key = keyOf('reports', after.gateway)
      return save([put(key, 'gateway-reports', token, after, onVersion(before)), ...eventWrite(event, token)], token)
    },

    async events(count) {
      const { Items = [] } = await client.send(
        new QueryCommand(allOf('events', { ScanIndexForward: false, Limit: count })),
      )
      return Items.map((item) => readItem(GatewayEvent, item))
    },
  }
}
