#!/usr/bin/env bash
# dynoxide 1.2.1 (a DynamoDB-compatible engine in one binary), the stream of a table that is being written to. Expected, by DynamoDB's API: a shard
# that still takes records has no EndingSequenceNumber; one that has it is closed, and a reader goes on to its children. Seen: the open shard
# carries an EndingSequenceNumber from the start, and it is the greatest as text, not as a number: after twelve writes it says "9". A reader that
# takes the shard for closed, or stops at that number, loses what comes after. GetRecords itself hands out all twelve.
# Installs dynoxide and Amazon's client in a folder of its own, prints what it saw, and fails as soon as the engine answers otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${engine:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dynoxide/linux-x64@1.2.1 @aws-sdk/client-dynamodb@3.1162.0 @aws-sdk/client-dynamodb-streams@3.1141.0 >/dev/null
chmod +x node_modules/@dynoxide/linux-x64/dynoxide
port=$(node -e 'const s=require("node:net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
node_modules/@dynoxide/linux-x64/dynoxide --host 127.0.0.1 --port "$port" >/dev/null 2>&1 &
engine=$!
cat > seen.mjs <<'JS'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams'
const config = { endpoint: `http://127.0.0.1:${process.argv[2]}`, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }
const table = new DynamoDBClient(config)
const streams = new DynamoDBStreamsClient(config)
for (;;) {
  const up = await table.send(new ListTablesCommand({})).catch(() => null)
  if (up) break
  await sleep(100)
}
await table.send(new CreateTableCommand({
  TableName: 'cases',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
}))
for (let n = 0; n < 12; n++) await table.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: String(n) } } }))
const { Streams: [{ StreamArn }] } = await streams.send(new ListStreamsCommand({ TableName: 'cases' }))
const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
const [shard] = StreamDescription.Shards
const { ShardIterator } = await streams.send(new GetShardIteratorCommand({ StreamArn, ShardId: shard.ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
const page = await streams.send(new GetRecordsCommand({ ShardIterator }))
const numbers = page.Records.map(({ dynamodb }) => dynamodb.SequenceNumber)
const seen = JSON.stringify({ status: StreamDescription.StreamStatus, shards: StreamDescription.Shards.length, range: shard.SequenceNumberRange, records: numbers.length, last: numbers.at(-1) })
console.log(`dynoxide 1.2.1, node ${process.version}: ${seen}`)
const ending = shard.SequenceNumberRange.EndingSequenceNumber
if (ending !== '9' || StreamDescription.StreamStatus !== 'ENABLED' || numbers.length !== 12) {
  console.error('expected an open shard of twelve records that says it ends at 9')
  process.exit(1)
}
JS
node seen.mjs "$port"
