import { defineConfig } from 'vitest/config'

/** Against a test that would hang, never a measure: the machine may be slow or busy. */
const minutes = 20 * 60_000

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: minutes,
    hookTimeout: minutes,
    expect: { poll: { timeout: minutes } },
    maxWorkers: '100%',
    globalSetup: ['tests/support/calls/whole-suite.ts'],
    // No test keeps anything in a module: files of one worker share what is loaded, and all run in two thirds of the time.
    isolate: false,
  },
})
