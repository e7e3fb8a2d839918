#!/usr/bin/env bash
# dynoxide 1.2.1 (a DynamoDB-compatible engine in one binary), a secondary index of keys only. Expected, by DynamoDB's API (Query: a global secondary
# index gives only the attributes projected into it) and its limits (a partition key of an index holds at most 2,048 bytes): a query that names an
# attribute the index does not hold is refused, and so is an item whose index key is longer. Seen: both are taken. The query answers with empty items,
# one for each that matched, as if the attribute were nowhere set; the long key is stored and found. What passes here is refused on a deployed
# table: which attributes an index holds and how long its keys get has to be tested by ourselves.
# Installs dynoxide and Amazon's client in a folder of its own, prints what it saw, and fails as soon as the engine answers otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${engine:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dynoxide/linux-x64@1.2.1 @aws-sdk/client-dynamodb@3.1162.0 >/dev/null
chmod +x node_modules/@dynoxide/linux-x64/dynoxide
port=$(node -e 'const s=require("node:net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
node_modules/@dynoxide/linux-x64/dynoxide --host 127.0.0.1 --port "$port" >/dev/null 2>&1 &
engine=$!
cat > seen.mjs <<'JS'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
const table = new DynamoDBClient({ endpoint: `http://127.0.0.1:${process.argv[2]}`, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
for (;;) {
  const up = await table.send(new ListTablesCommand({})).catch(() => null)
  if (up) break
  await sleep(100)
}
await table.send(new CreateTableCommand({
  TableName: 'cases',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: ['pk', 'place'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  BillingMode: 'PAY_PER_REQUEST',
  GlobalSecondaryIndexes: [{ IndexName: 'by-place', KeySchema: [{ AttributeName: 'place', KeyType: 'HASH' }], Projection: { ProjectionType: 'KEYS_ONLY' } }],
}))
const put = (pk, place) => table.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: pk }, place: { S: place }, stage: { S: 'open' } } }))
const ask = (place, names) => table.send(new QueryCommand({
  TableName: 'cases', IndexName: 'by-place', KeyConditionExpression: 'place = :place', ExpressionAttributeValues: { ':place': { S: place } }, ...names,
}))
await put('1', 'Gao')
const unheld = (await ask('Gao', { ProjectionExpression: 'stage' })).Items
const long = 'a'.repeat(2049)
await put('2', long)
const found = (await ask(long, {})).Count
console.log(`dynoxide 1.2.1, node ${process.version}: asked for an attribute not projected ${JSON.stringify(unheld)}, found under a key of 2,049 bytes: ${found}`)
if (JSON.stringify(unheld) !== '[{}]' || found !== 1) {
  console.error('expected one empty item, and the item under the long key found')
  process.exit(1)
}
JS
node seen.mjs "$port"
