import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import { build as inboundSms } from '../../functions/inbound-sms.ts'
import { build as ussd } from '../../functions/ussd.ts'
import { bareIntake, type Pair } from './bare.ts'
import { benchServices } from './services.ts'

/** A process of its own: `app-server.ts ours|bare ENDPOINT KEY_FILE PAIRS_FILE`. Tells its parent the port, and whenever asked the processor time it has used. */
const [, , side, endpoint = '', keyFile = '', pairsFile = ''] = process.argv
const client = dynamoClient({ endpoint })

function ours(): Hono {
  const services = benchServices({ client, keyFile, nowAt: () => new Date().toISOString() })
  const app = new Hono()
  app.route('/', ussd(services))
  app.route('/', inboundSms(services))
  return app
}
const bare = () => bareIntake(client, JSON.parse(readFileSync(pairsFile, 'utf8')) as Pair[])

function cpuUs(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

const app = side === 'ours' ? ours() : bare()
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('message', () => process.send?.({ cpuUs: cpuUs() }))
process.on('disconnect', () => process.exit(0))
