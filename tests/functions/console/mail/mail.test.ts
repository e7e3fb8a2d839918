import { expect, test } from 'vitest'
import { textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/courriel'
const withMail = { settings: { mailFrom: 'jaabi@example.org' } }
const fields = (csrf: string, address: string, kinds: readonly string[]) =>
  new URLSearchParams([['csrf', csrf], ['address', address], ...kinds.map((kind) => ['kinds', kind])])

async function seated(role: 'focal-point' | 'administrator' | 'authority' = 'focal-point', given: object = withMail) {
  const jaabi = await newJaabi(given)
  await jaabi.person('one', { role })
  const seat = await seatOf(jaabi, 'one')
  const saves = (address: string, kinds: readonly string[]) => seat.send(at, fields(seat.csrf, address, kinds))
  return { jaabi, seat, saves, page: async () => (await seat.get(at)).text() }
}

test('somebody gives an address, sees it again, changes what is sent, and takes it back', async () => {
  const { jaabi, seat, saves, page } = await seated()
  expect(await (await seat.get('/console/accueil')).text()).toContain(`href="${at}"`)
  expect((await saves('A.Diallo@Example.org ', ['digest', 'reminder'])).headers.get('location')).toBe(`${at}?fait`)
  const shown = await page()
  expect(shown).toContain('value="a.diallo@example.org"')
  expect([...shown.matchAll(/value="(\w+)"\s+checked/g)].map(([, kind]) => kind)).toEqual(['digest', 'reminder'])
  expect(textOf(await (await seat.get(`${at}?fait`)).text())).toContain('C’est enregistré')
  await saves('', [])
  expect(await jaabi.directory.mailbox('one')).toBeNull()
  expect(textOf(await (await seat.get(`${at}?fait`)).text())).toContain('aucune adresse n’est gardée')
})

test.each(['', 'Diallo', 'a@b', 'a@example.org,b@example.org', 'é@example.org', `${'x'.repeat(120)}@example.org`])(
  '« %s » is no address: the form comes back with what was chosen, and nothing is kept',
  async (address) => {
    const { jaabi, saves } = await seated()
    const answer = await saves(address, ['escalation'])
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(textOf(page)).toContain('vérifiez-la')
    expect(page).toMatch(/value="escalation"\s+checked/)
    expect(await jaabi.directory.mailbox('one')).toBeNull()
  },
)

test('a kind nobody knows is not kept', async () => {
  const { jaabi, saves } = await seated()
  expect((await saves('a@example.org', ['digest', 'everything'])).status).toBe(422)
  expect(await jaabi.directory.mailbox('one')).toBeNull()
})

test.each([
  ['for who has no work of their own', 'administrator', withMail],
  ['for who only looks', 'authority', withMail],
  ['where no mail is sent', 'focal-point', {}],
] as const)('is not there %s', async (_, role, given) => {
  const { seat, saves } = await seated(role, given)
  expect((await seat.get(at)).status).toBe(404)
  expect((await saves('a@example.org', ['digest'])).status).toBe(404)
  expect(await (await seat.get('/console/accueil')).text()).not.toContain(at)
})

test('the pair has it behind its own door', async () => {
  const jaabi = await newJaabi(withMail)
  await jaabi.person('one', { role: 'protection' })
  const seat = await seatOf(jaabi, 'one', 'protection-console')
  expect((await seat.get('/console/protection/courriel')).status).toBe(200)
})

test('a form of somebody else’s session counts for nothing', async () => {
  const { jaabi, seat } = await seated()
  expect((await seat.send(at, fields('forged', 'a@example.org', ['digest']))).status).toBe(403)
  expect(await jaabi.directory.mailbox('one')).toBeNull()
})
