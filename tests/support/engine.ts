import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll } from 'vitest'
import { startEngine } from '../../infra/local/stand-ins/engine.ts'

/** A busy machine is no table that hangs: where nothing is made to fail, no write is cut short. */
export const patient = { commitMs: 10 * 60_000 }

/** What any SDK client needs to talk to a local engine. */
export function engineConfig(endpoint: string) {
  return { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
}

/**
 * A fresh in-memory engine for one test file, stopped after it. Await it at the top of the file:
 * `const { client } = await withEngine(createTables)`.
 */
export async function withEngine(
  prepare?: (client: DynamoDBClient) => Promise<unknown>,
): Promise<{ client: DynamoDBClient; endpoint: string }> {
  const engine = await startEngine()
  const client = new DynamoDBClient(engineConfig(engine.endpoint))
  afterAll(async () => {
    client.destroy()
    await engine.stop()
  })
  await prepare?.(client)
  return { client, endpoint: engine.endpoint }
}
