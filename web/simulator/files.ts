import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { stylesheet } from '../style.ts'
import { simulatorPage } from './page.ts'
import { simulatorStyle } from './style.ts'
import type { SimulatorTexts } from './texts.ts'

export interface StaticFile {
  type: string
  body: string
}

const folder = new URL('./client/', import.meta.url)
const script = (file: string): string =>
  stripTypeScriptTypes(readFileSync(new URL(file, folder), 'utf8')).replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'")

/** All there is to serve, by path. Mount each with `content-security-policy: default-src 'self'`. */
export async function simulatorFiles(texts: SimulatorTexts): Promise<Record<string, StaticFile>> {
  const scripts = readdirSync(folder).map((file) => [
    `/simulator/${file.replace(/\.ts$/, '.js')}`,
    { type: 'text/javascript; charset=utf-8', body: script(file) },
  ])
  return {
    '/simulator': { type: 'text/html; charset=utf-8', body: String(await simulatorPage(texts)) },
    '/simulator.css': { type: 'text/css; charset=utf-8', body: stylesheet + simulatorStyle },
    ...(Object.fromEntries(scripts) as Record<string, StaticFile>),
  }
}
