import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { streamRecord } from '../../../infra/local/stream/stream-record.ts'

/** Reads the stream of a table from its beginning: each call gives what is new, in order; nothing once nothing is. */
export async function streamTail(
  client: DynamoDBStreamsClient,
  table: string,
): Promise<() => Promise<DynamoDBRecord[]>> {
  const { Streams: [stream] = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
  const StreamArn = stream?.StreamArn ?? ''
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId
  const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const
  let iterator = (await client.send(new GetShardIteratorCommand(start))).ShardIterator
  return async () => {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1_000 }))
    iterator = page.NextShardIterator
    return (page.Records ?? []).map((record) => streamRecord(record, StreamArn))
  }
}
