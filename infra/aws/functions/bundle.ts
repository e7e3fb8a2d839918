import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync, type BuildOptions } from 'esbuild'
import { senders } from '../../../adapters/gateways/senders.ts'
import type { FunctionEntry } from '../../../functions/manifest.ts'
import { bundling, consoleCode } from '../../../web/bundled.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What SDKs of gateways load and sending never uses. */
const unused = Object.fromEntries(
  senders.flatMap(({ unused = {} }) => Object.entries(unused).map(([module, file]) => [module, `${root}${file}`])),
)

/** For an SDK that is CommonJS and requires Node's own modules when it starts. */
export const requireBanner =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** The code for browsers, as text, by the name under which the console finds it. */
const codeForBrowsers: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(consoleCode).map(([name, entry]) => {
    const { outputFiles = [] } = buildSync(bundling(entry))
    return [name, JSON.stringify(outputFiles.map(({ text }) => text).join(''))]
  }),
)

/**
 * How one function becomes the file Lambda loads, and beside it files of what is loaded only when it is first used. `bench/` measures what
 * this makes, so it measures what deploys.
 */
export function bundleOptions(entry: FunctionEntry): BuildOptions {
  const sends = entry.permissions.includes('gateway:send')
  return {
    absWorkingDir: root,
    entryPoints: { index: `functions/${entry.name}.ts` },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    sourcemap: 'external',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
    define: codeForBrowsers,
    // esbuild's default for Node takes the SDK as CommonJS: almost half as large again, and slower to load.
    mainFields: ['module', 'main'],
    // Never loaded here: by the SDK when an answer is a stream of events, which neither DynamoDB, KMS nor SNS has, and in browsers; by pages
    // where they bundle their own script, which stands here as text.
    external: ['@smithy/core/event-streams', 'bowser', 'esbuild'],
    alias: {
      '@aws-sdk/credential-provider-node': `${root}adapters/aws/env-credentials.ts`,
      '@aws-sdk/endpoint-cache': `${root}adapters/aws/endpoint-cache.ts`,
      ...(sends ? unused : {}),
    },
    ...(sends ? { banner: { js: requireBanner } } : {}),
  }
}

/**
 * Writes `index.mjs`, and what it loads later, to `outputDir`, and their source maps to `dist/source-maps`: kept for whoever reads a stack
 * trace, never uploaded, since Lambda would fetch them at every cold start. Throws when the entry file is missing or does not build.
 */
export function bundle(entry: FunctionEntry, outputDir: string): void {
  const { outputFiles } = buildSync({ ...bundleOptions(entry), write: false })
  for (const { path, contents } of outputFiles) {
    const folder = path.endsWith('.map') ? join(root, 'dist/source-maps', entry.name) : outputDir
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, basename(path)), contents)
  }
}
