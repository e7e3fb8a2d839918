import { expect, test } from 'vitest'
import type { Role } from '../../../core/case/actor.ts'
import { build as consolePages } from '../../../functions/console.ts'
import { build as protectionConsole } from '../../../functions/protection-console.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { seatOf } from '../../support/console/seat.ts'

const newJaabi = await withJaabi()
const doors = [
  { at: 'console', build: consolePages, roles: ['focal-point', 'administrator'] },
  { at: 'protection-console', build: protectionConsole, roles: ['protection'] },
] as const

/** Who works behind one door, and every address there that takes a form: read from the routes, so that none is forgotten. */
async function formsOf({ at, build, roles }: (typeof doors)[number]) {
  const jaabi = await newJaabi()
  const { routes } = build(jaabi.servicesFor(at))
  const posted = routes.filter(
    ({ method, path }) => method === 'POST' || (method === 'ALL' && path.endsWith('exercice/*')),
  )
  const paths = [...new Set(posted.map(({ path }) => path.replace('*', 'cases/4829137996/note').replace(/:\w+/g, 'x')))]
  const seatAs = async (role: Role) => seatOf(jaabi, await jaabi.person(`the-${role}`, { role }), at)
  return { paths, seats: await Promise.all(roles.map(seatAs)) }
}

test.each(doors)('no form of $at counts without the token of the session, or sent from elsewhere', async (door) => {
  const { paths, seats } = await formsOf(door)
  expect(paths.length).toBeGreaterThan(8)
  for (const seat of seats)
    for (const path of paths) {
      const of = async (fields: Record<string, string>, headers: Record<string, string> = {}) =>
        (await seat.post(path, fields, headers)).status
      expect(await of({ csrf: '' }), path).toBe(403)
      expect(await of({ csrf: `${seat.csrf}x` }), path).toBe(403)
      expect(await of({}, { origin: 'https://elsewhere.example' }), path).toBe(403)
      expect(await of({}, { origin: 'null' }), path).toBe(403)
      expect([303, 401], path).toContain(await of({}, { cookie: '' }))
      expect(await of({}, { 'content-type': 'text/plain' }), path).toBe(403)
    }
})
