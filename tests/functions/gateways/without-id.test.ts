import { describe, expect, test } from 'vitest'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

const dated: [string, (now: string) => Record<string, string>][] = [
  ['a date in seconds', (now) => ({ date: String(Date.parse(now) / 1_000) })],
  ['no date either', () => ({})],
]

describe.each(dated)('a gateway that gives no id and %s', (_, date) => {
  async function line() {
    const jaabi = await newJaabi()
    const { post, received } = phonesOf(jaabi)
    async function says(text: string, at: string) {
      jaabi.clock.nowAt = `2027-06-07T${at}:20.000Z`
      expect((await post('sms', { from: woman, text, ...date(jaabi.clock.nowAt) })).status).toBe(200)
      await jaabi.drain()
    }
    return { jaabi, says, received }
  }

  test('STOP, START and STOP again on one day: the last holds', async () => {
    const { jaabi, says } = await line()
    await says('Le forage est en panne', '09:00')
    await says('STOP', '09:10')
    await says('START', '09:20')
    expect((await jaabi.senderOf(woman))?.optedOut).toBe(false)
    await says('STOP', '09:30')
    expect((await jaabi.senderOf(woman))?.optedOut).toBe(true)
  })

  test('brought again at once it is the same: one case, one receipt', async () => {
    const { jaabi, says, received } = await line()
    await says('Le forage est en panne', '09:00')
    await says('Le forage est en panne', '09:00')
    expect(await jaabi.references()).toHaveLength(1)
    const [first = ''] = await jaabi.references()
    expect((await jaabi.caseOf(first)).history).toHaveLength(1)
    expect(received(woman)).toHaveLength(1)
  })
})
