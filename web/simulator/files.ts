import { bundled } from '../bundled.ts'
import { stylesheet } from '../style.ts'
import { type SimulatorScene, simulatorPage } from './page.ts'
import { simulatorStyle } from './style.ts'
import type { SimulatorTexts } from './texts.ts'

export interface StaticFile {
  type: string
  body: string
}

/** All there is to serve, by path. Mount each with `content-security-policy: default-src 'self'`. */
export async function simulatorFiles(
  texts: SimulatorTexts,
  scene: SimulatorScene,
): Promise<Record<string, StaticFile>> {
  return {
    '/simulator': { type: 'text/html; charset=utf-8', body: String(await simulatorPage(texts, scene)) },
    '/simulator.css': { type: 'text/css; charset=utf-8', body: stylesheet + simulatorStyle },
    '/simulator/main.js': { type: 'text/javascript; charset=utf-8', body: await bundled('./simulator/client/main.ts') },
  }
}
