import { expect, test } from 'vitest'
import type { Hono } from 'hono'
import { build as consolePages } from '../../functions/console.ts'
import { manifest } from '../../functions/manifest.ts'
import { build as protectionApi } from '../../functions/protection-api.ts'
import { build as protectionConsole } from '../../functions/protection-console.ts'
import { build as publicWeb } from '../../functions/public-web.ts'
import { build as staffApi } from '../../functions/staff-api.ts'
import { type AllServices, withJaabi } from '../support/functions/services.ts'

const newJaabi = await withJaabi()
const built: Record<string, (services: AllServices) => Pick<Hono, 'routes'>> = {
  'public-web': publicWeb,
  'staff-api': staffApi,
  'protection-api': protectionApi,
  console: consolePages,
  'protection-console': protectionConsole,
}

/** `GET /a/{b}/{c+}` as what it lets in. */
const letIn = (route: string): RegExp =>
  new RegExp(`^${route.replaceAll(/\{\w+\+\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+')}$`)

test.each(Object.keys(built))(
  '%s is reached at every address it answers: the entrance knows them all',
  async (name) => {
    const jaabi = await newJaabi()
    const trigger = manifest.find((entry) => entry.name === name)?.trigger
    const entrance = trigger?.on === 'http' ? trigger.routes.map(letIn) : []
    const { routes = [] } = built[name]?.(jaabi.servicesFor(name)) ?? {}
    const own = routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter((one) => !entrance.some((route) => route.test(one)))).toEqual([])
  },
)
