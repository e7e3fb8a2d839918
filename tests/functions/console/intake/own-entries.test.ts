import { describe, expect, test } from 'vitest'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { deskOf } from '../../../support/functions/desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const path = '/console/nouvelle'

/** A relay at the console, who writes down what they are told. */
async function relayOf(jaabi: Jaabi, id = 'relay-1') {
  const seat = await seatOf(jaabi, await jaabi.person(id, { role: 'relay' }))
  const opens = async (at: string) => {
    const response = await seat.get(at)
    return { status: response.status, text: (await response.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ') } // prettier-ignore
  }
  return {
    opens,
    posts: async (at: string, fields: Record<string, string>) => (await seat.post(at, fields)).status,
    /** The number of what was written down. */
    writes: async (text: string, over: Record<string, string> = {}) => {
      const fields = {
        kind: 'complaint',
        channel: 'face',
        received: '2027-06-07T08:30',
        consent: 'none',
        requestId: text,
      }
      const { headers } = await seat.post(path, { ...fields, text, ...over })
      return headers.get('location')?.split('/').at(-1) ?? ''
    },
    numbers: async () => ((await opens(path)).text.match(/\b\d{4} \d{4} \d{2}\b(?= [a-z]+\. )/g) ?? []).map((one) => one.replaceAll(' ', '')), // prettier-ignore
  }
}

describe('a relay', () => {
  test('writes down what was said, has no list, and sees number and stage of their own entries, no word of any', async () => {
    const jaabi = await newJaabi()
    const relay = await relayOf(jaabi)
    const slips = [await relay.writes('Le puits est à sec'), await relay.writes('Le moulin est cassé')]
    expect(await relay.numbers()).toEqual(slips)
    const desk = await deskOf(jaabi)
    await desk.answers(slips[0] ?? '', 'une pièce arrive lundi')
    const { text } = await relay.opens(path)
    expect(text).toMatch(/· répondu.*· reçu/)
    expect(text).not.toMatch(/puits|moulin|pièce/)
    for (const one of slips) expect((await relay.opens(`/console/cases/${one}`)).status).toBe(404)
    expect((await relay.opens('/console')).text).toContain('Écrire ce qu’on vous a dit')
    expect(await (await relayOf(jaabi, 'relay-2')).numbers()).toEqual([])
  })

  test('reads the slips of a box back in the order they lie: the first written stands first, with its number in the pile', async () => {
    const jaabi = await newJaabi()
    const relay = await relayOf(jaabi)
    const slips: string[] = []
    for (let n = 1; n <= 23; n++) {
      jaabi.clock.nowAt = `2027-06-07T09:${String(n).padStart(2, '0')}:00.000Z`
      slips.push(
        await relay.writes(`Le puits ${String(n)} est à sec`, { channel: 'box', source: 'boite-cscom-ansongo' }),
      )
    }
    expect(await relay.numbers()).toEqual(slips)
    await relay.posts(`${path}/${slips[0] ?? ''}/donne`, {})
    expect((await relay.numbers()).slice(0, 22)).toEqual(slips.slice(1))
  })

  test('sends a box of slips all at once: not one is missing among them, and each can be ticked off in the same moment', async () => {
    const relay = await relayOf(await newJaabi())
    const slips = await Promise.all(Array.from({ length: 8 }, (_, n) => relay.writes(`Le puits ${n} est à sec`)))
    expect((await relay.numbers()).toSorted()).toEqual(slips.toSorted())
    await Promise.all(slips.slice(0, 6).map((one) => relay.posts(`${path}/${one}/donne`, {})))
    expect((await relay.opens(path)).text).toContain('Numéros déjà donnés (6)')
  })

  test('ticks a number off once it is given: until then it stays, afterwards it is put away', async () => {
    const jaabi = await newJaabi()
    const relay = await relayOf(jaabi)
    const [first, second] = [await relay.writes('Le puits est à sec'), await relay.writes('Le moulin est cassé')]
    jaabi.clock.nowAt = '2027-06-20T09:00:00.000Z'
    const later = await relayOf(jaabi)
    expect(await later.numbers()).toEqual([first, second])
    expect(await later.posts(`${path}/${first}/donne`, {})).toBe(303)
    expect(await later.numbers()).toEqual([second, first])
    expect(await (await relayOf(jaabi, 'relay-2')).posts(`${path}/${second}/donne`, {})).toBe(404)
    expect((await later.opens(path)).text).toContain('Numéros déjà donnés (1)')
  })

  test('leaves no trace of what is sensitive among them', async () => {
    const relay = await relayOf(await newJaabi())
    await relay.writes('On demande 5000 F', { kind: 'integrity' })
    await relay.writes('', { kind: 'danger', requestId: 'danger' })
    expect(await relay.numbers()).toEqual([])
  })
})

describe('an entry is put right', () => {
  test('for ten minutes, by whoever wrote it, under the same number; the words are read anew', async () => {
    const jaabi = await newJaabi()
    const relay = await relayOf(jaabi)
    const reference = await relay.writes('Le puit est a sec')
    const at = `${path}/${reference}/correction`
    expect((await relay.opens(at)).text).toContain('Le puit est a sec')
    expect(await relay.posts(at, { text: ' ' })).toBe(422)
    expect(await relay.posts(at, { text: 'un agent a violé une fille au puits' })).toBe(303)
    expect(await jaabi.saidIn(reference)).toEqual([{ words: 'un agent a violé une fille au puits' }])
    expect((await jaabi.caseOf(reference)).lane).toBe('P')
    const other = await relayOf(jaabi, 'relay-2')
    expect([(await other.opens(at)).status, await other.posts(at, { text: 'x' })]).toEqual([404, 404])
    jaabi.clock.nowAt = '2027-06-07T09:10:01.000Z'
    expect([(await relay.opens(at)).status, await relay.posts(at, { text: 'x' })]).toEqual([404, 404])
  })

  test('not once somebody has read it: what was read says nothing else afterwards', async () => {
    const jaabi = await newJaabi()
    const relay = await relayOf(jaabi)
    const reference = await relay.writes('Le puits est à sec')
    await (await deskOf(jaabi)).answers(reference, 'une pièce arrive lundi')
    expect((await relay.opens(`${path}/${reference}/correction`)).status).toBe(404)
    expect(await relay.posts(`${path}/${reference}/correction`, { text: 'Autre chose' })).toBe(404)
    expect(await jaabi.saidIn(reference)).toContainEqual({ words: 'Le puits est à sec' })
  })
})
