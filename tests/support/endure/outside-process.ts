/** A process of its own for the gateway and the topics, which keep all they were given: `node outside-process.ts <folder>`, tells its port. */
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { fakeGateway, GatewayMode, gatewayPlace } from '../../../infra/local/stand-ins/fake-gateway.ts'
import { localTopics } from '../../../infra/local/stand-ins/topics.ts'

const [folder = ''] = process.argv.slice(2)
const now = () => new Date().toISOString()
const gateway = fakeGateway({ file: join(folder, 'sms.jsonl'), now })
const app = new Hono<{ Bindings: object }>()
app.route(gatewayPlace, gateway.app)
app.route('/local/sns', localTopics({ file: join(folder, 'topics.jsonl'), now }).app)
app.get('/local/sms', (c) => c.json(gateway.sent(c.req.query('to'))))
app.post('/local/gateway', async (c) => {
  gateway.setMode(z.parse(z.object({ mode: GatewayMode }), await c.req.json()).mode)
  return c.json({})
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
