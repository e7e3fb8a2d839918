import { readdirSync, readFileSync } from 'node:fs'
import { mali } from '../programme/mali.ts'

/**
 * `npm run suggestions`: what the words of our own sentences suggest, against what each was written as, hand by hand
 * (programme/sentences/README.md). Shares, never a decision.
 */
const folder = new URL('../programme/sentences/', import.meta.url)

interface Sentence {
  level: string
  category: string
  text: string
}

const sentencesOf = (file: string): Sentence[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, , level = '', category = '', text] = line.split('\t')
      return text ? [{ level, category, text }] : []
    })

const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(0)} %`)

function row(file: string): string {
  const all = sentencesOf(file).map((one) => ({ ...one, found: mali.suggest(one.text) }))
  const isS = ({ level }: Sentence): boolean => level.startsWith('S')
  const sensitive = all.filter(isS)
  const dangers = all.filter(({ level }) => level === 'N2')
  const ordinary = all.filter((one) => !isS(one) && one.level !== 'N2')
  const right = all.filter(({ category, found }) => found.category === category)
  const none = all.filter(({ found }) => found.category === null)
  const marked = {
    sensitive: sensitive.filter(({ found }) => found.sensitive).length,
    dangers: dangers.filter(({ found }) => found.level === 'N2').length,
    wronglyS: ordinary.filter(({ found }) => found.sensitive).length,
    wronglyN2: ordinary.filter(({ found }) => found.level === 'N2').length,
    unread: ordinary.filter(({ found }) => found.unread).length,
  }
  const cells = [
    [share(marked.sensitive, sensitive.length), share(marked.wronglyS, ordinary.length)],
    [share(marked.dangers, dangers.length), share(marked.wronglyN2, ordinary.length)],
    [share(right.length, all.length), share(none.length, all.length)],
    [share(all.length - right.length - none.length, all.length), share(marked.unread, ordinary.length)],
  ]
  return `| ${file.slice(0, 1)} | ${all.length} | ${cells.flat().join(' | ')} |`
}

const heads = ['hand', 'sentences', 'S found', 'ordinary marked S', 'N2 found', 'ordinary marked N2', 'category right', 'none', 'wrong', 'ordinary unread'] // prettier-ignore
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
process.stdout.write(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|\n${files.map(row).join('\n')}\n`)
