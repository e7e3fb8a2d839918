import { child } from '../tools/child.ts'
import { shownUnits, sumOf, type Units } from '../tools/meter.ts'
import type { Asked, Told } from '../life/one-side.ts'
import type { Section } from '../tools/section.ts'
import { median } from '../tools/stats.ts'
import type { Budget, Figure } from '../tools/table.ts'
import { isOutside, quietSweep } from '../life/whole-life.ts'
import { usd } from './capacity.ts'

const unitsOf = ({ phases }: Told, counts: (phase: string) => boolean): Units =>
  sumOf(phases.flatMap(([name, units]) => (counts(name) ? [units] : [])))
const lifeOf = (told: Told): Units => unitsOf(told, (phase) => !isOutside(phase))
const sweepOf = (told: Told): Units => unitsOf(told, (phase) => phase === quietSweep)
const sweepsAMonth = 60 * 24 * 30

/** What both are asked, how often, and what is read of the answers. The first answer of a kind that `warms` is not counted. */
interface Measure {
  asked: Asked
  rounds: number
  warms?: boolean
  /** A figure that may be 0 is no ratio. */
  rows: readonly { what: string; of: (told: Told) => number; budget?: Budget; plain?: true }[]
}

const measures = (quick: boolean): Measure[] => [
  {
    asked: { is: 'life' },
    rounds: quick ? 1 : 3,
    rows: [
      { what: 'write units of a life', of: (told) => lifeOf(told).write, budget: { atMost: 0.4 } },
      { what: 'read units of a life', of: (told) => lifeOf(told).read, budget: { atMost: 0.4 } },
      { what: 'calls of a life', of: (told) => lifeOf(told).calls, budget: { atMost: 0.4 } },
      { what: 'USD per 1,000 cases', of: (told) => usd(lifeOf(told)) * 1000, budget: { atMost: 0.4 } },
      {
        what: 'USD for a month of empty sweeps',
        of: (told) => usd(sweepOf(told)) * sweepsAMonth,
        budget: { atMost: 0.25 },
      },
    ],
  },
  {
    asked: { is: 'receipts', count: quick ? 15 : 40 },
    rounds: quick ? 2 : 4,
    rows: [
      { what: 'receipt: calls from the table to the gateway', of: ({ receipts }) => receipts.calls },
      {
        what: 'receipt: ms from the table to the gateway, p50',
        of: ({ receipts }) => receipts.ms,
        budget: { atMost: 0.5 },
      },
    ],
  },
  {
    asked: { is: 'suggest' },
    rounds: quick ? 4 : 10,
    warms: true,
    rows: [
      { what: 'suggest: µs for a text', of: ({ suggest }) => suggest.text, budget: { atMost: 0.6 } },
      { what: 'suggest: µs for 10,000 characters', of: ({ suggest }) => suggest.long },
    ],
  },
  {
    asked: { is: 'lives', seconds: quick ? 5 : 12 },
    rounds: quick ? 2 : 4,
    warms: true,
    rows: [
      { what: 'whole lives a second, 32 at once', of: ({ lives }) => lives.perSecond, budget: { atLeast: 2.5 } },
      { what: 'answers too slow in a round of them, asked again', of: ({ lives }) => lives.slow, plain: true },
      { what: 'lives in a round of them given up as too slow', of: ({ lives }) => lives.givenUp, plain: true },
    ],
  },
]

/** This checkout and another one, each in a process of its own, measured by turns in one run. */
export const against: Section = async ({ quick, beside, say }) => {
  if (beside === undefined) throw new Error('against which checkout? npm run bench -- against FOLDER')
  const side = (folder: string) => child<Told>('../life/one-side.ts', [folder])
  const sides = { own: side('.'), other: side(beside) }
  const figures: Figure[] = []
  for (const { asked, rounds, warms = false, rows } of measures(quick)) {
    const told = { own: [] as Told[], other: [] as Told[] }
    for (let round = warms ? -1 : 0; round < rounds; round++)
      for (const name of round % 2 ? (['other', 'own'] as const) : (['own', 'other'] as const)) {
        const answer = await sides[name].ask(asked)
        if (round >= 0) told[name].push(answer)
      }
    for (const { what, of, budget, plain } of rows) {
      const [own, other] = [median(told.own.map(of)), median(told.other.map(of))]
      const figure = { section: 'against', what, figure: `${shown(own)} against ${shown(other)}` }
      const ratio = { ratio: own / other, over: 'the other checkout', ...(budget ? { budget } : {}) }
      figures.push({ ...figure, ...(plain ? {} : ratio) })
    }
    const [first] = told.own
    if (asked.is === 'life')
      for (const [name, units] of first?.phases ?? [])
        if (!isOutside(name)) figures.push({ section: 'against', what: `here: ${name}`, figure: shownUnits(units) })
    say(asked.is)
  }
  for (const one of Object.values(sides)) one.stop()
  return figures
}

const shown = (value: number): string => value.toFixed(value === 0 ? 0 : value < 1 ? 4 : value < 10 ? 2 : 1)
