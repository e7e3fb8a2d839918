import { expect, test } from 'vitest'
import type { CaseFile } from '../../../core/case/case-file.ts'
import type { Entry } from '../../../core/case/history.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { seeded } from '../../support/functions/outside.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/*
 * The same as the rules say in any-life.test.ts, through the doors people use: SMS, the staff's API, and the sweep, on cases that lie side by
 * side. Moves are drawn from a seed; what is refused moves nothing, and is tried all the same.
 */

const lives = 5
const moves = 40
const texts = [
  'Le forage du village est en panne',
  'Ma femme saigne beaucoup, elle est inconsciente',
  'Quand vient le vaccin?',
  'الماء مقطوع منذ ثلاثة أيام',
  'On demande 500 F pour les soins à Gao',
]
const gao = { system: 'cod-2021', code: 'ML07' }

type Draw = <T>(of: readonly T[]) => T
type Step = (draw: Draw, now: string) => readonly [who: string, step: string, body: object]

const steps: readonly Step[] = [
  (draw) => ['focal-point', 'assess', { level: draw(['N1', 'N1', 'N2', 'N0']), place: gao, reason: 'lu' }],
  (draw) => ['deputy', 'confirm', { reason: draw(['oui', 'relu']) }],
  () => ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
  () => ['gao', 'assign', { organisation: 'ong-sante-gao' }],
  () => ['focal-point', 'refer', { to: 'ong-sante-gao' }],
  () => ['partner', 'accept', {}],
  () => ['partner', 'refuse', { reason: 'pas chez nous' }],
  (draw) => [draw(['focal-point', 'gao']), 'revoke', {}],
  (draw) => [draw(['gao', 'focal-point', 'coordination']), 'send-back', { reason: 'à traiter sur place' }],
  (draw) => [draw(['partner', 'gao', 'focal-point']), 'note', { text: 'vu' }],
  (draw) => [draw(['partner', 'gao', 'focal-point']), 'act', { done: 'ambulance partie' }],
  (draw) => [draw(['partner', 'focal-point']), 'ask', { text: 'Quel forage?' }],
  (draw) => ['focal-point', 'wait', { for: draw(['complainant', 'third-party']), reason: 'réponse attendue' }],
  () => ['focal-point', 'resume', {}],
  (draw, now) => {
    const days = draw([3, 12, 30])
    return ['partner', 'extend', { reason: 'pièce', to: new Date(Date.parse(now) + days * 86_400_000).toISOString() }]
  },
]

/** What the person is told by, where a clock ends later; and an assessment, which says what the case is. */
const mayMove: readonly Entry['what'][] = ['waiting', 'resumed', 'extended', 'promise-moved', 'due-moved', 'message-added', 'reopened', 'assessed'] // prettier-ignore
const isBefore = ({ lane, status }: CaseFile) => (lane === 'N' || lane === 'P') && status !== 'answered' && status !== 'closed' // prettier-ignore

const deciding = (caseFile: CaseFile, jaabi: Jaabi): ReadonlyMap<string, string> =>
  new Map(
    runningClocks(caseFile, policyOf(jaabi.programme, caseFile))
      .filter(({ name }) => name === 'assess' || name === 'act' || name === 'answer')
      .map(({ name, dueAt }) => [name, dueAt]),
  )

test.each([11, 12, 13, 14, 15, 16])(
  'by no reading, handing over, accepting, sending back or passing of time does a clock of assessing, acting or answering end later (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const draw: Draw = (of) => of[Math.floor(random() * of.length)] ?? (of[0] as (typeof of)[number])
    const jaabi = await newJaabi({ seed })
    const { call, phones } = await bothDoors(jaabi)
    await jaabi.person('coordination', { role: 'coordinator' })
    const phoneOf = (at: number) => `+2237000${String(2000 + at)}`
    const said = Array.from({ length: lives }, (_, at) => phones.says(phoneOf(at), texts[at % texts.length] ?? ''))
    const references = await Promise.all(said)
    const all = () => Promise.all(references.map((one) => jaabi.caseOf(one)))
    let before = await all()
    let looked = 0

    const waits = async () => {
      const hours = draw([1, 5, 26, 60, 200])
      jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + hours * 3_600_000).toISOString()
      await jaabi.sweep()
      await jaabi.drain()
      return `${String(hours)} h`
    }
    const acts = async () => {
      const [who, step, body] = draw(steps)(draw, jaabi.clock.nowAt)
      const { status } = await call(who, `/cases/${draw(references)}/${step}`, body)
      return `${who}: ${step} (${String(status)})`
    }
    const opens = async () => {
      const who = draw(['focal-point', 'deputy', 'gao', 'partner'])
      await call(who, `/cases/${draw(references)}`)
      return `${who} reads`
    }
    const writes = async () => {
      await phones.says(phoneOf(Math.floor(random() * lives)), draw(['Celui du marché', 'Toujours rien ici']))
      return 'the person writes'
    }
    for (let at = 0; at < moves; at++) {
      const did = await draw([acts, acts, acts, acts, waits, waits, opens, writes])()
      const after = await all()
      for (const [index, caseFile] of after.entries()) {
        const was = before[index]
        if (!was || !isBefore(was) || !isBefore(caseFile)) continue
        const clocks = deciding(caseFile, jaabi)
        expect(clocks.size, `${did}: a clock runs`).toBeGreaterThan(0)
        const added = caseFile.history.slice(was.version).map(({ what }) => what)
        if (added.length === 0 || added.some((what) => mayMove.includes(what))) continue
        looked += 1
        for (const [name, dueAt] of deciding(was, jaabi)) {
          const now = clocks.get(name)
          // Only an act ends that of acting.
          if (now === undefined) expect([name, added], did).toEqual(['act', expect.arrayContaining(['acted'])])
          else expect(now <= dueAt, `${did}: ${name} ${dueAt} -> ${now} by ${added.join()}`).toBe(true)
        }
      }
      before = after
    }
    expect(looked).toBeGreaterThan(10)
  },
)
