import { enableCompileCache } from 'node:module'

// Most of a start is reading our own source: once compiled it is kept in the system's temporary folder.
enableCompileCache()
const { startJaabi } = await import('./jaabi.ts')

const port = Number(process.env['PORT'] ?? 8080)
const state = process.env['JAABI_STATE'] ?? '.jaabi'

const jaabi = await startJaabi({ port, state })
console.log(`Jaabi runs at ${jaabi.base} (state in ${state})`)
console.log(`  the public form   ${jaabi.base}/`)
console.log(`  a phone to try    ${jaabi.base}/simulator`)
console.log(`  the console       ${jaabi.base}/console`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void jaabi.stop().finally(() => process.exit(0))
  })
