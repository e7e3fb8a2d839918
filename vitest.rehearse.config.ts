import { defineConfig } from 'vitest/config'

/** What runs real programs beside Jaabi: one after the other. */
const minutes = 20 * 60_000

export default defineConfig({
  test: {
    include: ['tests/rehearse/*.rehearse.ts'],
    testTimeout: minutes,
    hookTimeout: minutes,
    fileParallelism: false,
  },
})
