#!/usr/bin/env bash
# dynoxide 1.2.1 (a DynamoDB-compatible engine in one binary), an update that sets a place of a list beyond its end. Expected, by DynamoDB's developer
# guide (Using update expressions, SET): the new element is appended at the end of the list, whatever place was named. Seen: the list is filled up with
# NULL to the place named, so a list of three becomes one of six, and who reads it here finds elements that a deployed table never holds. A history
# that is written by its place passes here and differs there; `list_append` is the same in both.
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
import { CreateTableCommand, DynamoDBClient, ListTablesCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
const table = new DynamoDBClient({ endpoint: `http://127.0.0.1:${process.argv[2]}`, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
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
}))
const steps = { L: ['received', 'assigned', 'accepted'].map((S) => ({ S })) }
await table.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: '1' }, steps } }))
const update = (expression, values) => table.send(new UpdateItemCommand({
  TableName: 'cases', Key: { pk: { S: '1' } }, UpdateExpression: expression, ExpressionAttributeValues: values, ReturnValues: 'ALL_NEW',
}))
const short = ({ L }) => L.map((one) => one.S ?? null)
const placed = short((await update('SET steps[5] = :step', { ':step': { S: 'answered' } })).Attributes.steps)
await table.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: '1' }, steps } }))
const appended = short((await update('SET steps = list_append(steps, :step)', { ':step': { L: [{ S: 'answered' }] } })).Attributes.steps)
console.log(`dynoxide 1.2.1, node ${process.version}: by place ${JSON.stringify(placed)}, appended ${JSON.stringify(appended)}`)
if (placed.length !== 6 || placed[3] !== null || placed[5] !== 'answered' || appended.length !== 4) {
  console.error('expected a list filled up with null to the place named, and four elements by list_append')
  process.exit(1)
}
JS
node seen.mjs "$port"
