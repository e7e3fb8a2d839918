import { expect, test } from 'vitest'
import { dynamoFiguresAudit } from '../../adapters/dynamodb/figures/figures-audit.ts'
import { recount } from '../../core/operations/figures/recount.ts'
import { noting } from '../../functions/send-notices.ts'
import { standsFor } from '../../infra/local/stand-ins/fake-gateway.ts'
import { seatOf } from '../support/console/seat.ts'
import { historyFlaws, readLedger } from '../support/faults/history-check.ts'
import { deskOf } from '../support/functions/desk.ts'
import { phonesOf } from '../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'

const newJaabi = await withJaabi()

const at = (time: string) => `2027-06-07T${time}:00.000Z`
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `+22370000${String(from + n).padStart(3, '0')}`)
const sorted = (all: Record<string, unknown>[]) => all.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
const placeOf = ({ pk, sk }: Record<string, unknown>) => `${String(pk)} ${String(sk)}`

const counting = ({ client, tables, programme, figures }: Jaabi, repair = false) =>
  recount({ programme, figures, audit: dynamoFiguresAudit({ client, tables, programme: programme.id }) }, { repair })

/** What of a table is the truth, and what is derived from it. */
async function pictureOf(jaabi: Jaabi) {
  const queue = await jaabi.cases.queue('owner', 'N', 'focal-point', { after: null, limit: 100 })
  return {
    cases: sorted(await jaabi.items('case')),
    senders: sorted(await jaabi.items('sender')),
    counters: sorted(await jaabi.items('counter')),
    queue: queue.rows,
    agenda: (await jaabi.cases.due('9999', { after: null, limit: 500 })).due.filter(({ is }) => is === 'case'),
  }
}
/** Of cases: what a topic is told of the day is no case's. */
const noticeKeys = async (jaabi: Jaabi) =>
  (await jaabi.items('notice')).flatMap(({ sk }) => (String(sk).includes('#') ? String(sk) : [])).toSorted()

test('restored from a copy taken while people write: equal to the original, nothing lost, nothing sent twice, and nothing at all until allowed', async () => {
  const original = await newJaabi()
  const people = phonesOf(original)
  const desk = await deskOf(original)
  await original.sweep()
  const [told, answered, waiting, onTheirWay, later] = [0, 20, 40, 60, 80].map((from) => numbered(from, 6)) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ]
  const flooder = '+22370000100'
  const reference = new Map<string, string>()
  const writes = async (phone: string) => {
    reference.set(phone, await people.says(phone, `Le forage est en panne, dit ${phone.slice(-3)}`))
  }
  for (const phone of [...told, ...answered, ...waiting]) await writes(phone)
  for (const phone of [...told, ...answered])
    await desk.answers(reference.get(phone) ?? '', `Le forage marche ${phone.slice(-3)}`)
  for (const phone of told) {
    await people.report(phone)
    await people.says(phone, '1')
  }
  for (let n = 0; n < 6; n++) await people.says(flooder, `Le puits numéro ${n} est à sec`)
  await (await people.dials('+22370000101')).type('4', '1', '2', '1', '2', '2')
  original.clock.nowAt = at('09:04')
  await original.sweep()
  await original.drain()
  // Taken in, promised, and the stream has not come by: what follows from it is in no copy.
  for (const phone of onTheirWay)
    reference.set(phone, await people.sms(phone, `Pas de médicaments, dit ${phone.slice(-3)}`, `W-${phone}`))

  // The copy, and a moment later the original has done what it had to.
  const restored = await newJaabi({ restoredFrom: original, seed: 2 })
  const copied = original.sms.length
  await original.drain()
  const before = await pictureOf(original)
  const noticesBefore = await noticeKeys(original)

  // Work goes on for two hours, and then all of it is lost: what the gateway has of it is its two lists and its reports.
  const came: { from: string; text: string; id: string }[] = []
  const comes = async (from: string, text: string, id: string) => {
    came.push({ from, text, id })
    return people.says(from, text, id)
  }
  original.clock.nowAt = at('10:05')
  await original.sweep()
  await original.drain()
  for (const phone of answered.slice(0, 3)) await comes(phone, '1', `L-${phone}`)
  const [stops = ''] = answered.slice(3)
  await comes(stops, 'STOP', 'L-stop')
  for (const phone of later) await comes(phone, `Le pont est coupé, dit ${phone.slice(-3)}`, `L-${phone}`)
  const decidedAgain = waiting.slice(0, 3)
  for (const phone of decidedAgain)
    await desk.answers(reference.get(phone) ?? '', `La pompe vient jeudi ${phone.slice(-3)}`)
  const lost = await Promise.all(later.map(async (phone) => (await original.senderOf(phone))?.live[0]?.reference))

  // The restored table: first the figures, then what the history calls for; nothing leaves, whatever becomes ready.
  restored.sms.push(...original.sms)
  const leftByThen = restored.sms.length
  restored.clock.nowAt = at('11:00')
  expect((await counting(restored)).missed).toHaveLength(onTheirWay.length)
  await counting(restored, true)
  expect(await counting(restored)).toMatchObject({ missed: [], differences: [], offAgenda: [] })
  expect(await pictureOf(restored)).toEqual(before)
  await restored.sweep()
  await restored.drain()
  expect(await noticeKeys(restored)).toEqual(noticesBefore)
  expect(await pictureOf(restored)).toEqual(before)

  // What came in is brought again; what staff decided is decided again.
  const again = phonesOf(restored)
  for (const { from, text, id } of came) await again.says(from, text, id)
  const deskAgain = await deskOf(restored)
  for (const phone of decidedAgain)
    await deskAgain.answers(reference.get(phone) ?? '', `La pompe vient jeudi ${phone.slice(-3)}`)
  await restored.sweep()
  await restored.drain()

  // Last the list of what left: noted, each once, however often it is handed in.
  const list = original.sms
    .slice(copied)
    .map(({ to, text, messageId }) => ({ to, text, gatewayMessageId: messageId, delivered: true }))
  const note = noting(restored.servicesFor('send-notices'))
  const said = await note({ gateway: standsFor, sms: list })
  expect(said.lostReferences.toSorted()).toEqual(lost.toSorted())
  expect(said).toMatchObject({ noted: list.length - later.length, known: 0 })
  expect(said.unmatched).toHaveLength(later.length)
  expect(await note({ gateway: standsFor, sms: list })).toMatchObject({ noted: 0, known: said.noted })
  await restored.drain()
  expect(restored.sms).toHaveLength(leftByThen)

  // A person allows it: only what nobody had yet leaves, the new numbers of those whose case was lost.
  restored.sends.allowed = true
  restored.clock.nowAt = at('11:05')
  await restored.sweep()
  await restored.drain()
  const now = restored.sms.slice(leftByThen)
  expect(now.map(({ to }) => to).toSorted()).toEqual(later)
  for (const { text } of now) expect(text).toMatch(/\d{10}/)
  const all = restored.sms.map(({ to, text }) => `${to} ${text}`)
  expect(new Set(all).size).toBe(all.length)
  expect((await restored.senderOf(stops))?.optedOut).toBe(true)
  for (const phone of decidedAgain) expect((await restored.caseOf(reference.get(phone) ?? '')).told).not.toBeNull()
  const ledger = await readLedger(restored.client, restored.tables)
  expect(historyFlaws(ledger)).toEqual([])
  expect(await counting(restored)).toMatchObject({ missed: [], differences: [] })
})

test('an invitation is neither lost with the table nor sent a second time: waiting when the copy was taken, called for since, or not yet left', async () => {
  const settings = { consoleLink: 'jaabi.example/c' }
  const original = await newJaabi({ settings })
  const list = '/console/annuaire/personnes/liste'
  const page = '/console/annuaire/personnes/invitations'
  const people = ['Awa', 'Binta', 'Coumba', 'Djeneba']
  const phoneOf = (name: string) => `+2237000001${String(people.indexOf(name) + 1)}`
  const calls = async (jaabi: Jaabi, ...names: string[]) => {
    const { send, csrf } = await seatOf(jaabi, 'admin-1')
    const members = await jaabi.directory.members()
    const ids = members.filter(({ name }) => names.includes(name)).map(({ id }) => ['invited', id])
    await send(page, new URLSearchParams([['csrf', csrf], ...ids]))
  }
  await original.person('admin-1', { role: 'administrator' })
  await original.sweep()
  const { upload, post } = await seatOf(original, 'admin-1')
  const rows = people.map((name) => `ONG Santé Gao;${name};;Gao;${phoneOf(name)};${name}@ong.example`)
  const file = new File([['Organisation;Nom et prénom;Fonction;Région;Téléphone;E-mail', ...rows].join('\n')], 'l.csv')
  await post((await upload(list, { file, adds: '' })).headers.get('location') ?? '')
  // Called for, and not left: one will before the table is lost, the other will not.
  original.sends.allowed = false
  await calls(original, 'Awa')
  await original.drain()
  const restored = await newJaabi({ restoredFrom: original, seed: 2, settings })
  original.sends.allowed = true
  original.clock.nowAt = at('09:20')
  await original.sweep()
  await original.drain()
  await calls(original, 'Binta')
  await original.drain()
  expect(original.sms.map(({ to }) => to)).toEqual([phoneOf('Awa'), phoneOf('Binta')])

  // What numbers its SMS is outside, and goes on.
  restored.sms.push(...original.sms)
  restored.clock.nowAt = at('11:00')
  await restored.sweep()
  await restored.drain()
  // Whoever administers calls for one that nobody had, before the list is handed in.
  await calls(restored, 'Coumba')
  await restored.drain()
  const sms = original.sms.map(({ to, text, messageId }) => ({ to, text, gatewayMessageId: messageId, delivered: true })) // prettier-ignore
  const note = noting(restored.servicesFor('send-notices'))
  const stranger = { to: phoneOf('Djeneba'), text: 'Autre chose', gatewayMessageId: 'other', delivered: true }
  expect(await note({ gateway: standsFor, sms: [...sms, stranger] })).toMatchObject({ noted: 2, known: 0, unmatched: ['other'] }) // prettier-ignore
  expect(await note({ gateway: standsFor, sms })).toMatchObject({ noted: 0, known: 2, unmatched: [] })
  await restored.drain()
  restored.sends.allowed = true
  restored.clock.nowAt = at('11:05')
  await restored.sweep()
  await restored.drain()
  // A press for everybody: those who had theirs have to wait a day for another.
  await calls(restored, ...people)
  await restored.drain()
  const left = restored.sms.slice(original.sms.length)
  expect(left.map(({ to }) => to).toSorted()).toEqual([phoneOf('Coumba'), phoneOf('Djeneba')])
  const said = await (await (await seatOf(restored, 'admin-1')).get(page)).text()
  expect(said.match(/SMS arrivé/g)).toHaveLength(2)
  expect(said.match(/SMS parti</g)).toHaveLength(2)
})
