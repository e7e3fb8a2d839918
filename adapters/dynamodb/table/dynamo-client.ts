import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

interface Reaching {
  endpoint?: string
  region?: string
  /** After how long one call is given up and tried again; a second and a half where nothing else is said. */
  requestMs?: number
  /** How often one call is tried, three times where nothing else is said. */
  attempts?: number
}

/** A client for DynamoDB, or with `endpoint` for an engine on this machine, which takes any credentials. */
export function dynamoClient({ endpoint, region, requestMs = 1_500, attempts = 3 }: Reaching = {}): DynamoDBClient {
  const client = new DynamoDBClient({
    // One lost connection may cost a try, never the whole answer: a gateway waits a few seconds at most.
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: requestMs * 0.4,
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 64 },
      httpsAgent: { keepAlive: true, maxSockets: 64 },
    },
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  // It walks every attribute of every request and answer to log them; we log none, and that walk is a tenth of a call.
  client.middlewareStack.remove('loggerMiddleware')
  return client
}
