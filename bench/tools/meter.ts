import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export interface Units {
  write: number
  read: number
  calls: number
}

const reads = /^(Get|BatchGet|Query|Scan|TransactGet)/

/** Adds up what the engine says each call consumed (`ConsumedCapacity`: tables and indexes together), under the phase of the moment. */
export function meter(client: DynamoDBClient, phase: () => string): Map<string, Units> {
  const phases = new Map<string, Units>()
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const units = phases.get(phase()) ?? { write: 0, read: 0, calls: 0 }
      const output = result.output as { ConsumedCapacity?: Consumed | Consumed[] }
      for (const { CapacityUnits = 0 } of [output.ConsumedCapacity ?? []].flat())
        units[reads.test(context.commandName ?? '') ? 'read' : 'write'] += CapacityUnits
      units.calls++
      phases.set(phase(), units)
      return result
    },
    { step: 'initialize', name: 'meter' },
  )
  return phases
}
interface Consumed {
  CapacityUnits?: number
}
