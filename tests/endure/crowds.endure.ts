import { expect, test } from 'vitest'
import { checkDigits } from '../../core/channel/read-reference.ts'
import { atOnce, numbers, ofWhole, row, running } from '../support/endure/rig.ts'
import { seeded } from '../support/faults/outside.ts'
import { historyFlaws } from '../support/faults/history-check.ts'
import { ledgerIn } from '../support/faults/killing.ts'

const phone = (n: number): string => `+22370${String(n).padStart(6, '0')}`

test('fault 28: 10,000 numbers write once each, then one number writes 1,000 times', async () => {
  const [many, texts] = [ofWhole(10_000), ofWhole(1_000)]
  const { state, jaabi, insists } = await running()
  const acknowledged: { id: string; reference: string }[] = []
  await atOnce(20, numbers(many), async (n) => {
    const reference = await insists.writes(phone(n), `Message ${n}: le forage est en panne`, `AT-${n}`)
    acknowledged.push({ id: `AT-${n}`, reference })
  })
  expect(insists.made.refused).toBe(0)
  const flooder = phone(900_000)
  await atOnce(20, numbers(texts), async (n) => {
    const reference = await insists.writes(flooder, `Le puits numéro ${n} est à sec`, `AT-F${n}`)
    acknowledged.push({ id: `AT-F${n}`, reference })
  })
  await insists.comesToRest()
  const refused = insists.made.refused
  const toFlooder = (await insists.left(flooder)).length
  const left = (await insists.left()).map(({ to, message: text, messageId }) => ({ to, text, messageId }))
  await jaabi.kill('SIGTERM')

  const ledger = await ledgerIn(state)
  expect(historyFlaws(ledger, { acknowledged, left })).toEqual([])
  expect(ledger.cases).toHaveLength(many + texts)
  expect(new Set(left.map(({ to }) => to)).size).toBe(many + 1)
  expect(toFlooder).toBeLessThanOrEqual(4)
  row('28: 10,000 numbers write once each', `${many} of ${many} kept and acknowledged, 0 refused`)
  const within = `${texts} texts kept, ${toFlooder} SMS to it within the hour, ${refused} asked to come again`
  row('28: one number writes 1,000 times', within)
})

test('fault 23: a hundred thousand guesses at a thousand cases, from a thousand addresses within an hour', async () => {
  const [guesses, addresses] = [ofWhole(100_000), ofWhole(1_000)]
  const { jaabi, insists } = await running()
  const living = new Set<string>()
  await atOnce(20, numbers(ofWhole(1_000)), async (n) => {
    living.add(await insists.writes(phone(n), `Message ${n}: le forage est en panne`, `AT-${n}`))
  })
  const random = seeded(23)
  const guess = () => {
    const eight = String(Math.floor(random() * 1e8)).padStart(8, '0')
    return eight + checkDigits(eight)
  }
  const said = { found: 0, unknown: 0, resting: 0 }
  await atOnce(20, numbers(guesses), async (n) => {
    const who = n % addresses
    const address = `10.1.${Math.floor(who / 250)}.${who % 250}`
    const reply = await fetch(`${jaabi.base}/suivi?reference=${guess()}`, { headers: { 'x-forwarded-for': address } })
    const page = (await reply.text()).replaceAll(/[\u00a0\u202f]/g, ' ')
    if (page.includes('Trop d’essais')) said.resting++
    else if (page.includes('Nous ne trouvons pas')) said.unknown++
    else said.found++
  })
  expect(said.found + said.unknown + said.resting).toBe(guesses)
  expect(said.found + said.unknown).toBeLessThanOrEqual(30 * addresses + said.found)
  const aDay = (30 * 24 * living.size) / 1e8
  const lookedUp = `${said.found + said.unknown} looked up (30 an address and hour), ${said.found} hit`
  const chance = `one address hits in ${(aDay * 100).toFixed(1)} % of days`
  row('23: 100,000 guesses from 1,000 addresses at 1,000 living cases', `${lookedUp}; ${chance}`)
})
