import { fileURLToPath } from 'node:url'
import type { BuildOptions } from 'esbuild'

/** Code for the browsers of the console: the name under which a function on AWS finds it, and the module it begins with. */
export const consoleCode = {
  consolePageCode: './console/client/page.ts',
  consoleSmsCode: './console/client/sms.ts',
  consoleOfflineCode: './console/client/offline/worker.ts',
} as const

/** How a module of `web/`, with all it imports, becomes the one file that a browser loads. */
export const bundling = (entry: string): BuildOptions => ({
  entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  write: false,
})

/** Bundled when the machine starts: nothing is built before, nothing is left behind. */
export async function bundled(entry: string): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles = [] } = await build(bundling(entry))
  return outputFiles.map(({ text }) => text).join('')
}
