import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Against a test that would hang, never a measure: the machine may be slow or busy. */
const minutes = 20 * 60_000

/** What takes longest begins first, or one core waits at the end for the other's last file. */
const longest = ['web/accessibility', 'web/odd-words', 'secrecy/out-of-reach', 'faults/kill', 'web/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((part) => moduleId.includes(`/tests/${part}`))
      return at === -1 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: minutes,
    hookTimeout: minutes,
    expect: { poll: { timeout: minutes } },
    sequence: { sequencer: LongestFirst },
    maxWorkers: '100%',
    globalSetup: ['tests/support/unpack-browser.ts', 'tests/support/calls/whole-suite.ts'],
    // No test keeps anything in a module: files of one worker share what is loaded, and all run in two thirds of the time.
    isolate: false,
  },
})
