import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** One lost connection may cost a try, never the whole answer: a gateway waits a few seconds at most. */
const limits = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 800,
    requestTimeout: 2_000,
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: true, maxSockets: 64 },
    httpsAgent: { keepAlive: true, maxSockets: 64 },
  },
}

/** A client for DynamoDB, or with `endpoint` for an engine on this machine, which takes any credentials. */
export function dynamoClient({ endpoint, region }: { endpoint?: string; region?: string } = {}): DynamoDBClient {
  const client = new DynamoDBClient({
    ...limits,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  // It walks every attribute of every request and answer to log them; we log none, and that walk is a tenth of a call.
  client.middlewareStack.remove('loggerMiddleware')
  return client
}
