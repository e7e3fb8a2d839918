import { startVitest } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** All that is asked for, not the short form. */
    full: boolean
  }
}

const full = process.argv.includes('--full')
const vitest = await startVitest([], { config: 'vitest.rehearse.config.ts', run: true, provide: { full } })
await vitest.close()
