import { expect, test } from 'vitest'
import type { CaseFile } from '../../../core/case/case-file.ts'
import type { Entry } from '../../../core/case/history.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { isAway } from '../../../core/directory/absence.ts'
import { standInOf } from '../../../core/directory/standing-in.ts'
import { seeded } from '../../support/functions/outside.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { doorsOf } from '../../support/functions/staff-doors.ts'
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
/** Another cluster’s. */
const mopti = { system: 'cod-2021', code: 'ML05' }
const evaluation = { seenBy: 'Awa', found: 'panne', did: 'pompe', left: 'rien' }

type Draw = <T>(of: readonly T[]) => T
/** `other`: another case, `at`: where in the history of this one. */
interface Scene {
  draw: Draw
  now: string
  caseFile: CaseFile
  other: CaseFile
}
type Step = (scene: Scene) => readonly [who: string, step: string, body: object] | null
const leads = ['focal-point', 'deputy', 'gao', 'coordination']
const partnerOf = (organisation: string) => (organisation === 'ong-sante-gao' ? 'partner' : 'other-partner')
const organisations = ['ong-sante-gao', 'ong-sante-gao', 'ong-sante-mopti']

/** Null where it cannot be taken on that case. */
const steps: readonly Step[] = [
  ({ draw }) => ['focal-point', 'assess', { level: draw(['N1', 'N1', 'N2', 'N0']), place: draw([gao, gao, mopti]), reason: 'lu' }], // prettier-ignore
  ({ draw, caseFile: { proposed, dismissal } }) =>
    (proposed ?? dismissal) ? ['deputy', 'confirm', { reason: draw(['oui', 'relu']) }] : null,
  ({ draw, caseFile: { level } }) =>
    level ? [draw(['focal-point', 'gao']), 'assign', { organisation: draw(organisations) }] : null,
  ({ draw, caseFile: { level } }) => (level ? [draw(leads), 'refer', { to: draw(organisations) }] : null),
  ({ caseFile: { handOver } }) => (handOver ? [partnerOf(handOver.organisation), 'accept', {}] : null),
  ({ caseFile: { handOver } }) =>
    handOver ? [partnerOf(handOver.organisation), 'refuse', { reason: 'pas chez nous' }] : null,
  ({ draw, caseFile: { organisation } }) => (organisation ? [draw(['focal-point', 'gao']), 'revoke', {}] : null),
  ({ draw, caseFile: { escalationLevel } }) =>
    escalationLevel > 0
      ? [draw(['gao', 'focal-point', 'coordination']), 'send-back', { reason: 'à traiter sur place' }]
      : null,
  ({ draw }) => [draw(['partner', 'gao', 'focal-point']), 'note', { text: 'vu' }],
  ({ draw, caseFile: { level } }) =>
    level === 'N2' ? [draw(['partner', 'gao', 'focal-point']), 'act', { done: 'ambulance partie' }] : null,
  ({ draw }) => [draw(['partner', 'focal-point']), 'ask', { text: 'Quel forage?' }],
  ({ draw, caseFile: { waiting } }) =>
    waiting ? ['focal-point', 'resume', {}] : ['focal-point', 'wait', { for: draw(['complainant', 'third-party']), reason: 'réponse attendue' }], // prettier-ignore
  ({ draw, now }) => {
    const days = draw([3, 12, 30])
    return ['focal-point', 'extend', { reason: 'pièce', to: new Date(Date.parse(now) + days * 86_400_000).toISOString() }] // prettier-ignore
  },
  // Linked, and taken apart again.
  ({ draw, other, caseFile: { mergedInto } }) =>
    mergedInto ? [draw(leads), 'unmerge', {}] : [draw(leads), 'merge', { lead: other.reference }],
  ({ draw, caseFile: { mayReplyTo: [to] } }) => (to ? [draw(leads), 'join', { to }] : null), // prettier-ignore
  ({ draw, caseFile: { history } }) => {
    const index = history.findLastIndex(({ what }) => what === 'message-added')
    return index > 0 ? [draw(leads), 'split', { index }] : null
  },
  // Ended by mistake, or answered, and open again.
  ({ draw, caseFile: { status } }) =>
    status === 'answered' || status === 'closed'
      ? [draw(leads), 'reopen', { reason: 'ce n’est pas fini' }]
      : draw([[draw(leads), 'dismiss', { reason: 'robot' }] as const, null]),
  ({ draw }) => [draw(['partner', 'focal-point']), 'answer', { outcome: 'resolved', answer: 'La pompe marche', ...draw([{}, evaluation]) }], // prettier-ignore
  ({ draw }) => [draw(['partner', 'focal-point']), 'told', { how: 'call', result: draw(['told', 'nobody']) }],
]

/** What the person is told by, where a clock ends later; and an assessment, which says what the case is. */
const mayMove: readonly Entry['what'][] = ['waiting', 'resumed', 'extended', 'promise-moved', 'due-moved', 'message-added', 'reopened', 'assessed'] // prettier-ignore
/** Who may be away, and who was chosen; both of a pair at once, whichever was entered first. */
const seats = [
  ['focal-point', 'focal-point', 'deputy'],
  ['deputy', 'deputy', 'focal-point'],
  ['gao', 'regional-cluster', 'focal-point'],
  ['coordination', 'coordinator', 'deputy'],
] as const
const isBefore = ({ lane, status }: CaseFile) => (lane === 'N' || lane === 'P') && status !== 'answered' && status !== 'closed' // prettier-ignore

const deciding = (caseFile: CaseFile, jaabi: Jaabi): ReadonlyMap<string, string> =>
  new Map(
    runningClocks(caseFile, policyOf(jaabi.programme, caseFile))
      .filter(({ name }) => name === 'assess' || name === 'act' || name === 'answer')
      .map(({ name, dueAt }) => [name, dueAt]),
  )

test.each([11, 12, 13, 14, 15, 16])(
  'by no reading, handing over, linking, absence or passing of time does a clock of assessing, acting or answering end later (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const draw: Draw = (of) => of[Math.floor(random() * of.length)] ?? (of[0] as (typeof of)[number])
    const jaabi = await newJaabi({ seed })
    let { call } = await doorsOf(jaabi)
    let requests = 0
    let phones = phonesOf(jaabi)
    await jaabi.person('coordination', { role: 'coordinator' })
    const phoneOf = (at: number) => `+2237000${String(2000 + at)}`
    const writesAs = (at: number, words: string) =>
      phones.says(phoneOf(at), words, `AT-life-${String((requests += 1))}`)
    const said = Array.from({ length: lives }, (_, at) => writesAs(at, texts[at % texts.length] ?? ''))
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
    // Most of what is tried is refused, and moves nothing: tried again until something is taken.
    const acts = async () => {
      let did = ''
      for (let tries = 0; tries < 12; tries++) {
        const one = draw(steps)
        const fits = before.flatMap((caseFile) => {
          const taken = one({ draw, now: jaabi.clock.nowAt, caseFile, other: draw(before) })
          return taken ? [{ caseFile, taken }] : []
        })
        if (fits.length === 0) continue
        const { caseFile, taken } = draw(fits)
        const [who, step, body] = taken
        const requestId = `life-${String((requests += 1))}`
        const { status } = await call(who, `/cases/${caseFile.reference}/${step}`, { requestId, ...body })
        did = `${who}: ${step} (${String(status)})`
        if (status === 200) break
      }
      return did
    }
    const opens = async () => {
      const who = draw(['focal-point', 'deputy', 'gao', 'partner'])
      await call(who, `/cases/${draw(references)}`)
      return `${who} reads`
    }
    const writes = async () => {
      const words = ['Celui du marché', 'Toujours rien ici', 'Le chef du camp prend les nattes de tout le monde', 'non']
      await writesAs(Math.floor(random() * lives), draw(words))
      return 'the person writes'
    }
    const leaves = async () => {
      const [id, role, deputy] = draw(seats)
      const fromOn = jaabi.clock.nowAt.slice(0, 10)
      const untilOn = new Date(Date.parse(fromOn) + draw([1, 9]) * 86_400_000).toISOString().slice(0, 10)
      await jaabi.person(id, { role, region: id === 'gao' ? 'gao' : null, absence: { fromOn, untilOn, deputy } })
      return `${id} is away`
    }
    const declares = async () => {
      const { calendar, calendars } = jaabi.programme
      const on = new Date(Date.parse(jaabi.clock.nowAt) + draw([1, 2, 3, 4]) * 86_400_000).toISOString().slice(0, 10)
      const overrides = [...calendar.overrides, { on, is: 'closed', reason: 'communiqué' } as const]
      const declared = { ...calendar, version: `${calendar.version}+`, overrides }
      Object.assign(jaabi.programme, {
        calendar: declared,
        calendars: { ...calendars, [calendar.version]: calendar, [declared.version]: declared },
      })
      call = (await doorsOf(jaabi)).call
      phones = phonesOf(jaabi)
      await jaabi.sweep()
      await jaabi.drain()
      return `${on} is closed`
    }
    for (let at = 0; at < moves; at++) {
      const did = await draw([acts, acts, acts, acts, acts, acts, waits, waits, waits, opens, writes, writes, leaves, declares])() // prettier-ignore
      for (const one of await jaabi.references()) if (!references.includes(one)) references.push(one)
      const after = await all()
      const on = jaabi.clock.nowAt.slice(0, 10)
      const members = await jaabi.directory.members()
      const away = members.filter(({ absence }) => isAway(absence, on))
      // Of a pair; where three are away nobody may be left.
      for (const one of away.length > 2 ? [] : away)
        expect(standInOf(one, members, on), `${did}: somebody works for ${one.id}`).not.toBeNull()
      for (const [index, caseFile] of after.entries()) {
        const was = before[index]
        const added = caseFile.history.slice(was?.version ?? 0)
        const isEnded = caseFile.status === 'answered' || caseFile.status === 'closed'
        if (was && isBefore(was) && isEnded && was.level === 'N2' && !was.reopenedAt) {
          // A danger to life ends by an evaluation, by two, or because the person took it back.
          const ends = added.some(({ what }) => what === 'evaluated') || was.dismissal !== null
          expect(ends, `${did}: ${added.map(({ what }) => what).join()}`).toBe(true)
        }
        if (!isBefore(caseFile)) continue
        const clocks = deciding(caseFile, jaabi)
        expect(clocks.size, `${did}: a clock runs`).toBeGreaterThan(0)
        if (!was || !isBefore(was)) continue
        if (added.length === 0 || added.some(({ what }) => mayMove.includes(what))) continue
        looked += 1
        const said = added.map(({ what }) => what)
        for (const [name, dueAt] of deciding(was, jaabi)) {
          const now = clocks.get(name)
          // Only an act ends that of acting.
          if (now === undefined) expect([name, said], did).toEqual(['act', expect.arrayContaining(['acted'])])
          else expect(now <= dueAt, `${did}: ${name} ${dueAt} -> ${now} by ${said.join()}`).toBe(true)
        }
      }
      before = after
    }
    expect(looked).toBeGreaterThan(10)
  },
)
