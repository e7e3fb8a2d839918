import { kinds } from '../../core/channel/message.ts'
import { categories } from '../categories.ts'
import type { Sentence } from './sentences.ts'

/** What the model answers, each with the sentences of which it is so. */
interface Output {
  name: string
  isSo: (sentence: Sentence) => boolean
  /** How much a sentence on the wrong side counts, and whether few count as much as many. */
  cost: number
  balanced: boolean
  /** Weights are kept in steps of so many times their usual size, so many to each side. */
  step: number
  most: number
}

/** Safety is kept finer than the rest: a rare word must be able to speak. */
const fine = { cost: 0.2, balanced: true, step: 1.2, most: 12 } as const

export const outputs: readonly Output[] = [
  { name: 'sensitive', isSo: ({ level }) => level === 'S1' || level === 'S2', ...fine },
  { name: 'danger', isSo: ({ level }) => level === 'N2', ...fine },
  ...categories.map(({ code }) => ({
    name: code,
    isSo: ({ category }: Sentence) => category === code,
    cost: 0.3,
    balanced: false,
    step: 2,
    most: 7,
  })),
  ...kinds.map((kind) => ({
    name: kind,
    isSo: (one: Sentence) => one.kind === kind,
    cost: 0.3,
    balanced: false,
    step: 3,
    most: 7,
  })),
]
