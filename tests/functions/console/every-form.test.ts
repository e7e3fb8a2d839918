import { describe, expect, test } from 'vitest'
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

/** What the forms of the console call their fields, and what no form does: names that every object has. */
const names = [
  ...[
    'name',
    'phone',
    'hours',
    'place',
    'placeCode',
    'placeMeant',
    'region',
    'organisation',
    'kind',
    'role',
    'as',
    'pair',
  ],
  ...[
    'id',
    'person',
    'namedPerson',
    'named',
    'deputy',
    'absent',
    'fromOn',
    'untilOn',
    'pseaOn',
    'protocolOn',
    'on',
    'to',
  ],
  ...[
    'text',
    'answer',
    'reason',
    'done',
    'said',
    'meaning',
    'number',
    'body',
    'level',
    'category',
    'consent',
    'language',
  ],
  ...[
    'address',
    'kinds',
    'invited',
    'd',
    'liste',
    'ici',
    'previewed',
    'requestId',
    'version',
    'geste',
    'go',
    'code',
    'draft',
  ],
  ...[
    'received',
    'source',
    'channel',
    'woman',
    'active',
    'languages',
    'regions',
    'part',
    'days',
    'vers',
    'partout',
    'file',
  ],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty'],
]
const fillings: [string, string][] = [
  ['the name of what every object has', 'constructor'],
  ['nothing a text may hold', '\u0000\uD800\u202E'],
]

describe.each(doors)('each form of $at', (door) => {
  test('filled with what nobody types says what is wrong, and breaks nowhere', async () => {
    const { paths, seats } = await formsOf(door)
    const [seat] = seats
    for (const path of paths.filter((one) => !one.endsWith('/sortie')))
      for (const [what, filling] of fillings) {
        const answer = await seat?.post(path, Object.fromEntries(names.map((name) => [name, filling])))
        expect(answer?.status, `${path} with ${what}`).toBeLessThan(500)
      }
  })

  test('larger than anything we ask for is not read', async () => {
    const { paths, seats } = await formsOf(door)
    const [seat] = seats
    for (const path of paths) expect((await seat?.post(path, { text: 'x'.repeat(2_100_000) }))?.status, path).toBe(413)
  })
})
