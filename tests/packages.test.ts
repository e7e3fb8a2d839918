import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'

const Lock = z.object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().default(false) })) })

/** What their scripts would do is done without them. */
const doWithout: Readonly<Record<string, string>> = {
  'node_modules/esbuild': 'puts its binary in the place of a file that starts it: a moment saved at each start',
}

test('no package runs anything when it is installed, and none needs to', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const withScripts = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript)
  expect(withScripts).toEqual(Object.keys(doWithout))
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
})
