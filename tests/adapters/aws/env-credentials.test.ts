import { globSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as envCredentials from '../../../adapters/aws/env-credentials.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('the SDK asks the module we replace for nothing that we do not give', () => {
  const files = globSync('node_modules/@aws-sdk/*/dist-es/**/*.js').filter(
    (path) => !path.includes('credential-provider-node/'),
  )
  const imports = files.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:import|export)\s*([^;]*?)\s*from\s*["']@aws-sdk\/credential-provider-node["']/g,
    ),
  ])
  const dynamic = files.filter((path) =>
    /import\(["']@aws-sdk\/credential-provider-node/.test(readFileSync(path, 'utf8')),
  )
  expect(imports.length).toBeGreaterThanOrEqual(3)
  expect(dynamic).toEqual([])
  const names = imports.flatMap(([, clause = '']) =>
    clause
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim().split(/\s+as\s+/)[0] ?? ''),
  )
  expect(Object.keys(envCredentials)).toEqual(expect.arrayContaining([...new Set(names)]))
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
