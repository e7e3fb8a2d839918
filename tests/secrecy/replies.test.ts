import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Viewer } from '../../core/case/actor.ts'
import { maySee } from '../../core/routing/may-see.ts'
import { reading } from '../../functions/wiring/reading.ts'
import { deskOf } from '../support/functions/desk.ts'
import { man, phonesOf, woman } from '../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'

/*
 * Any conversation of two phones with a desk that asks and answers, through the real intake: no text with words that suggest S is ever in
 * the history of a case that a partner, a region or an authority may open.
 */

const newJaabi = await withJaabi()
const someone = { person: 'somebody', region: 'gao', supervises: [] } as const
const outsiders: Viewer[] = [
  { ...someone, role: 'partner', organisation: 'ong-sante-gao' },
  { ...someone, role: 'regional-cluster', organisation: null },
  { ...someone, role: 'authority', organisation: 'drs-gao' },
]
const sensitive = [
  'Un agent a demandé de coucher avec ma sœur',
  'il a violé une fille du camp',
  'le chef prend la moitié des vivres',
  'il demande 5000 F pour donner la carte',
]
const ordinary = [
  ...['La pompe est arrêtée à Ansongo', 'Celui du marché', 'Il manque des vaccins', 'oui', 'non', 'merci'],
  ...['3 rien n’a changé', '2 car il manque une pièce', 'Oui mais une seule marche', '1', '2', '3', 'trois'],
]
const begun = ['', '3 ', 'non, ', 'oui mais ', 'merci. ', 'N ', 'APPEL N ', '3 N ']

const move = fc.oneof(
  fc.record({
    is: fc.constant('says'),
    by: fc.constantFrom(woman, man),
    text: fc.constantFrom(...sensitive, ...ordinary),
    before: fc.constantFrom(...begun),
  }),
  fc.record({ is: fc.constantFrom('asks', 'answers', 'reports', 'waits', 'joins', 'splits'), choice: fc.nat(20) }),
)
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

async function played(moves: readonly Move[]): Promise<Jaabi> {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const first = await phones.says(woman, 'La pompe est arrêtée à Ansongo')
  const take = (reference: string, step: string, body: object) => desk.step(reference, step, body).catch(() => null)
  await take(first, 'assess', { level: 'N1', place: { system: 'cod-2021', code: 'ML0701' } })
  await take(first, 'assign', { organisation: 'ong-sante-gao' })
  for (const one of moves) {
    const all = await jaabi.references()
    if ('text' in one) {
      await phones.says(one.by, `${one.before.replace('N', all[one.text.length % all.length] ?? '')}${one.text}`)
      continue
    }
    const reference = all[one.choice % all.length] ?? first
    const { lane, status, mayReplyTo, history } = await jaabi.caseOf(reference)
    // What may be S is not the desk's to lower here: only what was never suspected is passed on.
    if (lane !== 'N') continue
    if (status === 'received') {
      await take(reference, 'assess', { level: 'N1', place: { system: 'cod-2021', code: 'ML0701' } })
      await take(reference, 'assign', { organisation: 'ong-sante-gao' })
    }
    if (one.is === 'asks') await take(reference, 'ask', { text: 'Quel jour?' })
    if (one.is === 'answers') await take(reference, 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' })
    if (one.is === 'reports') for (const phone of [woman, man]) await phones.report(phone)
    if (one.is === 'joins') await take(reference, 'join', { to: mayReplyTo[0] ?? first })
    if (one.is === 'splits')
      await take(reference, 'split', { index: history.findLastIndex(({ what }) => what === 'message-added') })
  }
  return jaabi
}

test('no words that suggest S are in a case somebody outside may open, whatever was asked and answered', async () => {
  let opened = 0
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12 }), async (moves) => {
      const jaabi = await played(moves)
      for (const reference of await jaabi.references()) {
        const caseFile = await jaabi.caseOf(reference)
        if (!outsiders.some((viewer) => maySee(viewer, caseFile, jaabi.programme.gazetteer))) continue
        opened += 1
        for (const { words } of await jaabi.saidIn(reference))
          expect(reading.suggest(words).sensitive, words).toBe(false)
      }
    }),
    { numRuns: 15 },
  )
  expect(opened).toBeGreaterThan(0)
})
