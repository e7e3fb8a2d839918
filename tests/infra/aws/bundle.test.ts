import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'
import { manifest } from '../../../functions/manifest.ts'
import { bundleOptions } from '../../../infra/aws/functions/bundle.ts'

/** The file that Lambda loads. */
function codeOf(name: string): string {
  const entry = manifest.find((one) => one.name === name)
  if (!entry) throw new Error(`${name} is not in the manifest`)
  const { outputFiles } = buildSync({ ...bundleOptions(entry), sourcemap: false, write: false })
  return outputFiles.map(({ text }) => text).join('')
}

test('the console carries its code for browsers as text, and nothing to bundle it with', () => {
  const code = codeOf('console')
  expect(code).toContain('jaabi-saisie:')
  expect(code).not.toContain('esbuild')
})
