import { readdirSync, readFileSync } from 'node:fs'
import { kinds, type Kind } from '../../core/channel/message.ts'
import { levels, type Level } from '../../core/case/level.ts'
import { categories } from '../categories.ts'

/** One sentence of our own, and what whoever wrote it says it is. */
export interface Sentence {
  /** Who wrote it: the name of the file. */
  hand: string
  language: string
  kind: Kind
  level: Level
  category: string
  text: string
}

const folder = new URL('../sentences/', import.meta.url)
/** Files of one writer: nobody stands both in what is trained on and in what is tried. */
const writers: Readonly<Record<string, string>> = { h: 'g', i: 'g', k: 'j', m: 'j' }
export const writerOf = ({ hand }: Pick<Sentence, 'hand'>): string => writers[hand] ?? hand
/** Kept from training: what the model is tried on. */
const heldOut: readonly string[] = ['f', 's']
export const isHeldOut = ({ hand }: Pick<Sentence, 'hand'>): boolean => heldOut.includes(hand)

export function sentences(): Sentence[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  return files.toSorted().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line, at) => sentence(line, name.replace('.tsv', ''), `${name}:${at + 1}`)),
  )
}

function sentence(line: string, hand: string, where: string): Sentence {
  const [language, kindCode, levelCode, category, text, ...more] = line.split('\t')
  const kind = kinds.find((one) => one === kindCode)
  const level = levels.find((one) => one === levelCode)
  const known = categories.find(({ code }) => code === category)
  if (!language || !kind || !level || !known || !text || more.length > 0) throw new Error(`${where} is no sentence`)
  return { hand, language, kind, level, category: known.code, text }
}
