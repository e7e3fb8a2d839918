import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { stylesheet } from '../style.ts'
import { type SimulatorScene, simulatorPage } from './page.ts'
import { simulatorStyle } from './style.ts'
import type { SimulatorTexts } from './texts.ts'

export interface StaticFile {
  type: string
  body: string
}

const entry = fileURLToPath(new URL('./client/main.ts', import.meta.url))

/** The client as one module, bundled when the machine starts: nothing is built before, nothing is left behind. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}

/** All there is to serve, by path. Mount each with `content-security-policy: default-src 'self'`. */
export async function simulatorFiles(
  texts: SimulatorTexts,
  scene: SimulatorScene,
): Promise<Record<string, StaticFile>> {
  return {
    '/simulator': { type: 'text/html; charset=utf-8', body: String(await simulatorPage(texts, scene)) },
    '/simulator.css': { type: 'text/css; charset=utf-8', body: stylesheet + simulatorStyle },
    '/simulator/main.js': { type: 'text/javascript; charset=utf-8', body: await script() },
  }
}
