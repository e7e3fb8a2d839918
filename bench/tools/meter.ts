import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export interface Units {
  write: number
  read: number
  calls: number
}

const reads = /^(Get|BatchGet|Query|Scan|TransactGet)/

/**
 * Adds up what the engine says each call consumed (`ConsumedCapacity`: tables and indexes together), under the name it is given as
 * the call begins.
 */
export function meter(client: DynamoDBClient, nameOf: (command: string, input: object) => string): Map<string, Units> {
  const named = new Map<string, Units>()
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? ''
      const name = nameOf(command, args.input)
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const units = named.get(name) ?? { write: 0, read: 0, calls: 0 }
      const output = result.output as { ConsumedCapacity?: Consumed | Consumed[] }
      for (const { CapacityUnits = 0 } of [output.ConsumedCapacity ?? []].flat())
        units[reads.test(command) ? 'read' : 'write'] += CapacityUnits
      units.calls++
      named.set(name, units)
      return result
    },
    { step: 'initialize', name: 'meter' },
  )
  return named
}
interface Consumed {
  CapacityUnits?: number
}

export const sumOf = (all: readonly Units[]): Units =>
  all.reduce((a, b) => ({ write: a.write + b.write, read: a.read + b.read, calls: a.calls + b.calls }), {
    write: 0,
    read: 0,
    calls: 0,
  })
export const shownUnits = ({ write, read, calls }: Units): string => `${write} WRU, ${read} RRU in ${calls} calls`
