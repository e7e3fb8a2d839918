import { expect, test } from 'vitest'
import { checkDigits } from '../../core/channel/read-reference.ts'
import { atOnce, numbers, row, running } from '../support/endure/rig.ts'
import { seeded } from '../support/faults/outside.ts'
import { historyFlaws } from '../support/faults/history-check.ts'
import { ledgerIn } from '../support/faults/killing.ts'

const phone = (n: number): string => `+22370${String(n).padStart(6, '0')}`

test('fault 28: 10,000 numbers write once each, then one number writes 1,000 times', async () => {
  const { state, jaabi, insists } = await running()
  const acknowledged: { id: string; reference: string }[] = []
  await atOnce(20, numbers(10_000), async (n) => {
    const reference = await insists.writes(phone(n), `Message ${n}: le forage est en panne`, `AT-${n}`)
    acknowledged.push({ id: `AT-${n}`, reference })
  })
  expect(insists.made.refused).toBe(0)
  const flooder = phone(900_000)
  await atOnce(20, numbers(1_000), async (n) => {
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
  expect(ledger.cases).toHaveLength(11_000)
  expect(new Set(left.map(({ to }) => to)).size).toBe(10_001)
  expect(toFlooder).toBeLessThanOrEqual(4)
  row(28, '10,000 numbers × 1', `10,000 of 10,000 kept and acknowledged, 0 refused`)
  row(
    28,
    'one number × 1,000',
    `1,000 texts kept, ${toFlooder} SMS to it within the hour, ${refused} asked to come again`,
  )
})

test('fault 23: a hundred thousand guesses at a thousand cases, from a thousand addresses within an hour', async () => {
  const { jaabi, insists } = await running()
  const living = new Set<string>()
  await atOnce(20, numbers(1_000), async (n) => {
    living.add(await insists.writes(phone(n), `Message ${n}: le forage est en panne`, `AT-${n}`))
  })
  const random = seeded(23)
  const guess = () => {
    const eight = String(Math.floor(random() * 1e8)).padStart(8, '0')
    return eight + checkDigits(eight)
  }
  const said = { found: 0, unknown: 0, resting: 0 }
  await atOnce(20, numbers(100_000), async (n) => {
    const address = `10.${Math.floor((n % 1_000) / 250)}.${(n % 250) + 1}.1`
    const reply = await fetch(`${jaabi.base}/suivi?reference=${guess()}`, { headers: { 'x-forwarded-for': address } })
    const page = (await reply.text()).replaceAll(/[\u00a0\u202f]/g, ' ')
    if (page.includes('Trop d’essais')) said.resting++
    else if (page.includes('Nous ne trouvons pas')) said.unknown++
    else said.found++
  })
  expect(said.found + said.unknown + said.resting).toBe(100_000)
  expect(said.found + said.unknown).toBeLessThanOrEqual(30 * 1_000 + said.found)
  const aDay = (30 * 24 * living.size) / 1e8
  row(
    23,
    '100,000 guesses from 1,000 addresses at 1,000 living cases',
    `${said.found + said.unknown} looked up (30 an address and hour), ${said.found} hit; one address hits in ${(aDay * 100).toFixed(1)} % of days`,
  )
})
