import { enableCompileCache } from 'node:module'

// Most of a start is reading our own source: once compiled it is kept in the system's temporary folder.
enableCompileCache()
const { startJaabi } = await import('./jaabi.ts')
const { portIn } = await import('./port.ts')
const { pairsEmptyIn } = await import('./state/first-codes.ts')
const { StartError } = await import('./state/state-file.ts')
const { maySendIn } = await import('./state/restored.ts')
const { EngineStartError } = await import('./stand-ins/engine.ts')

/** What a person can put right is one sentence; anything else keeps its stack. */
function end(error: unknown): never {
  const said = error instanceof StartError || error instanceof EngineStartError
  console.error(said ? `Jaabi does not run: ${error.message}` : error)
  process.exit(1)
}

const state = process.env['JAABI_STATE'] ?? '.jaabi'
const jaabi = await start().catch(end)

async function start() {
  const emptyPairs = pairsEmptyIn(process.env['JAABI_PAIRS'])
  return startJaabi({ port: portIn(process.env['PORT'] ?? '8080'), state, emptyPairs, onGone: end })
}

console.log(`Jaabi runs at ${jaabi.base} (state in ${state})`)
console.log(`  the public form   ${jaabi.base}/`)
console.log(`  a phone to try    ${jaabi.base}/simulator`)
console.log(`  the console       ${jaabi.base}/console`)
if (!maySendIn(state)) console.log('Restored from a copy: nothing is sent until somebody allows it (docs/restore.md)')
if (jaabi.firstCodes) {
  const { protection, integrity, until } = jaabi.firstCodes
  console.log(`The first of each pair is let in by a code, once, until ${until}; it is not shown again:`)
  console.log(`  protection        ${protection}`)
  console.log(`  integrity         ${integrity}`)
}

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void jaabi.stop().finally(() => process.exit(0))
  })
