/** A process of its own for the fake gateway, to be killed: `node fake-gateway-process.ts <file>`, tells its port. */
import { serve } from '@hono/node-server'
import { fakeGateway } from '../../infra/local/stand-ins/fake-gateway.ts'

const { app } = fakeGateway({ file: process.argv[2] ?? '', now: () => '2027-06-07T09:00:00.000Z' })
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
