import { suggest } from '../../core/routing/suggest.ts'
import { lexicon } from '../lexicon.ts'
import { places } from '../places/places.ts'
import { judge } from './judge.ts'
import { type Sentence, writerOf } from './sentences.ts'
import { train } from './train.ts'

const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)

/** What list and model together find of each writer's sentences when the model was trained on the others'. */
export function triedByHand(all: readonly Sentence[], print: (line: string) => void): void {
  print(
    '| hand | sentences | S found | ordinary marked S | N2 found | ordinary marked N2 | category right | none | wrong |',
  )
  print('|---|---|---|---|---|---|---|---|---|')
  const tried = [...new Set(all.map(writerOf))].flatMap((writer) => {
    const model = train(all.filter((one) => writerOf(one) !== writer))
    const reads = { gazetteer: places, lexicon, judge: { ...judge, model } }
    const found = all
      .filter((one) => writerOf(one) === writer)
      .map((one) => ({ ...one, said: suggest(one.text, reads) }))
    print(line(writer, found))
    return found
  })
  print(line('all', tried))
}

type Tried = Sentence & { said: ReturnType<typeof suggest> }

function line(name: string, found: readonly Tried[]): string {
  const isS = ({ level }: Tried): boolean => level === 'S1' || level === 'S2'
  const isN2 = ({ level }: Tried): boolean => level === 'N2'
  const ordinary = found.filter((one) => !isS(one) && !isN2(one))
  const of = (some: readonly Tried[], so: (one: Tried) => boolean): string => share(some.filter(so).length, some.length)
  const cells = [
    of(found.filter(isS), ({ said }) => said.sensitive),
    of(ordinary, ({ said }) => said.sensitive),
    of(found.filter(isN2), ({ said }) => said.level === 'N2'),
    of(ordinary, ({ said }) => said.level === 'N2'),
    of(found, ({ category, said }) => said.category === category),
    of(found, ({ said }) => said.category === null),
    of(found, ({ category, said }) => said.category !== null && said.category !== category),
  ]
  return `| ${[name, found.length, ...cells].join(' | ')} |`
}
