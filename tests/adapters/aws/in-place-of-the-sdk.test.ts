import { globSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as endpointCache from '../../../adapters/aws/endpoint-cache.ts'
import * as envCredentials from '../../../adapters/aws/env-credentials.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const replaced = [
  { module: 'credential-provider-node', ours: envCredentials, importers: 3 },
  { module: 'endpoint-cache', ours: endpointCache, importers: 1 },
]

describe('what our bundles put in the place of a part of the SDK', () => {
  const sources = (module: string): string[] =>
    globSync('node_modules/@aws-sdk/*/dist-es/**/*.js')
      .filter((path) => !path.includes(`/${module}/`))
      .map((path) => readFileSync(path, 'utf8'))

  test.each(replaced)('gives all that is imported from $module', ({ module, ours, importers }) => {
    const importing = new RegExp(`(?:import|export)\\s*([^;]*?)\\s*from\\s*["']@aws-sdk/${module}["']`, 'g')
    const imports = sources(module).flatMap((text) => [...text.matchAll(importing)])
    const names = imports.flatMap(([, clause = '']) =>
      clause
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim().split(/\s+as\s+/)[0] ?? ''),
    )
    expect(imports.length).toBeGreaterThanOrEqual(importers)
    expect(sources(module).filter((text) => text.includes(`import("@aws-sdk/${module}`))).toEqual([])
    expect(Object.keys(ours)).toEqual(expect.arrayContaining([...new Set(names)]))
  })

  test('and a cache of endpoints does all that is asked of one', () => {
    const asked = sources('endpoint-cache').flatMap((text) => [...text.matchAll(/\bendpointCache\.(\w+)\(/g)])
    const verbs = [...new Set(asked.map(([, verb = '']) => verb))]
    expect(verbs).toContain('getEndpoint')
    expect(Object.getOwnPropertyNames(endpointCache.EndpointCache.prototype)).toEqual(expect.arrayContaining(verbs))
  })
})

describe('credentials of the function', () => {
  test('come from what Lambda puts into its environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
    vi.stubEnv('AWS_SESSION_TOKEN', 'token')
    await expect(envCredentials.defaultProvider()()).resolves.toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    })
  })

  test('are an error where there are none, never a guess', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
    await expect(envCredentials.defaultProvider()()).rejects.toThrow('No AWS credentials')
  })
})
