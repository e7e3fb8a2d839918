import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { africasTalking } from '../../../../adapters/gateways/africastalking/send.ts'
import { unusedModules } from '../../../../adapters/gateways/africastalking/unused-modules.ts'
import { requireBanner } from '../../../../infra/aws/functions/bundle.ts'
import { recipient, upstream } from '../../../support/upstream.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** 357 KB when written, five times that with what is unused. */
const maxBytes = 400_000

test('the trimmed bundle still sends, refuses and reads errors', async () => {
  const outfile = join(await mkdtemp(join(tmpdir(), 'jaabi-bundle-')), 'sender.mjs')
  const { metafile } = await build({
    entryPoints: [`${root}adapters/gateways/africastalking/send.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: Object.fromEntries(Object.entries(unusedModules).map(([module, file]) => [module, `${root}${file}`])),
    banner: { js: requireBanner },
    metafile: true,
    logLevel: 'error',
  })
  expect(Object.values(metafile.outputs)[0]?.bytes).toBeLessThan(maxBytes)

  const bundled = (await import(pathToFileURL(outfile).href)) as { africasTalking: typeof africasTalking }
  const replies = [recipient(101), recipient(406)]
  await using server = await upstream((response) => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(replies.shift()))
  })
  const gateway = bundled.africasTalking.connect(
    { username: 'minka', apiKey: 'secret', senderId: 'JAABI', url: server.url },
    10_000,
  )
  const sms = { to: '+22370000001', text: 'Réponse: riz reçu?' }
  expect(await gateway.send(sms)).toEqual({
    outcome: 'accepted',
    gateway: 'africastalking',
    gatewayMessageId: 'ATXid_1',
  })
  expect(Object.fromEntries(server.forms[0] ?? [])).toEqual({
    username: 'minka',
    to: sms.to,
    message: sms.text,
    from: 'JAABI',
    bulkSMSMode: '1',
  })
  expect(await gateway.send(sms)).toEqual({ outcome: 'opted-out' })
})
