import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'
import { manifest } from '../../../functions/manifest.ts'
import { bundleOptions } from '../../../infra/aws/functions/bundle.ts'

const canary = `canary-${'x7Qv9'.repeat(4)}`
for (const key of ['AT_API_KEY', 'GATEWAY_TOKENS', 'COOKIE_SECRET', 'KANNEL_PASSWORD']) process.env[key] ??= canary

/** What Lambda is given: the file it loads when it starts, and the others. */
function codeOf(name: string): { first: string; later: string[] } {
  const entry = manifest.find((one) => one.name === name)
  if (!entry) throw new Error(`${name} is not in the manifest`)
  const { outputFiles } = buildSync({ ...bundleOptions(entry), sourcemap: false, write: false })
  const isFirst = ({ path }: { path: string }) => path.endsWith('/index.mjs')
  const later = outputFiles.filter((one) => !isFirst(one)).map(({ text }) => text)
  return { first: outputFiles.find(isFirst)?.text ?? '', later }
}

test('the console carries its code for browsers as text and nothing to bundle it with, and apart what only guesses a language', () => {
  const { first, later } = codeOf('console')
  expect(first).toContain('jaabi-saisie:')
  expect(first + later.join('')).not.toContain('esbuild')
  const languages = 'Devanagari'
  expect(first.includes(languages)).toBe(false)
  expect(later.some((text) => text.includes(languages))).toBe(true)
})

test('the sender carries the gateway’s SDK apart, to be loaded with the first SMS; whoever takes messages in has none', () => {
  const sdks = 'CHECKOUT_TOKEN_URL'
  const { first, later } = codeOf('send-notices')
  expect(first).not.toContain(sdks)
  expect(later.join('')).toContain(sdks)
  expect(codeOf('inbound-sms')).toMatchObject({ first: expect.not.stringContaining(sdks) as string, later: [] })
})

test.each(manifest.map(({ name }) => name))(
  'the bundle of %s holds no secret, and nothing of the machine that made it',
  (name) => {
    const { first, later } = codeOf(name)
    const code = [first, ...later].join('\n')
    expect(code.length).toBeGreaterThan(10_000)
    expect(code).not.toMatch(/-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\beyJ[\w-]{20,}\.[\w-]{20,}\./)
    expect(code).not.toContain(process.cwd())
    // What stands in the environment of whoever bundles: keys of the gateway among them.
    const said = Object.entries(process.env).flatMap(([key, value]) =>
      /KEY|SECRET|TOKEN|PASSW/i.test(key) && value && value.length > 7 ? [value] : [],
    )
    for (const value of [canary, ...said]) expect(code.includes(value)).toBe(false)
  },
)
