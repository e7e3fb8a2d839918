import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import type { benchEngine } from '../tools/engine.ts'
import type { benchServices } from '../tools/services.ts'
import type { world } from './world.ts'

/** What of a checkout a life is lived with. Another checkout brings its own, so that its code is measured as it was. */
export interface Checkout {
  benchEngine: typeof benchEngine
  world: typeof world
  benchServices: typeof benchServices
  dynamoClient: typeof dynamoClient
}

/** The first file of this name anywhere below `under`. Throws where there is none. */
async function moduleIn(folder: string, under: string, name: string): Promise<unknown> {
  const [file] = globSync(`${under}/**/${name}.ts`, { cwd: folder })
  if (file === undefined) throw new Error(`${folder} has no ${name}.ts under ${under}`)
  return import(pathToFileURL(resolve(folder, file)).href)
}

/** The same of this checkout or another one, whose dependencies must be installed. */
export async function checkoutAt(folder: string): Promise<Checkout> {
  const files = [
    ['bench', 'engine'],
    ['bench', 'world'],
    ['bench', 'services'],
    ['adapters', 'dynamo-client'],
  ] as const
  const modules = await Promise.all(files.map(([under, name]) => moduleIn(folder, under, name)))
  return Object.assign({}, ...modules) as Checkout
}
