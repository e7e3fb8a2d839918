import { defineConfig } from 'vitest/config'

/** What takes minutes to an hour: one after the other, on a machine with nothing else to do. */
const hours = 3 * 60 * 60_000

export default defineConfig({
  test: { include: ['tests/endure/*.endure.ts'], testTimeout: hours, hookTimeout: hours, fileParallelism: false },
})
