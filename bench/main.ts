import { parseArgs } from 'node:util'
import { against } from './measured/against.ts'
import { bundles } from './measured/bundles.ts'
import { capacity } from './measured/capacity.ts'
import { deployed } from './measured/deployed.ts'
import { handlers } from './tools/handlers.ts'
import { intake, ussd } from './measured/intake.ts'
import { longTexts } from './measured/long-texts.ts'
import { profile } from './measured/profile.ts'
import { recounting } from './measured/recount.ts'
import { scale } from './measured/scale.ts'
import type { Section } from './tools/section.ts'
import { isOver, tableOf, type Figure } from './tools/table.ts'

/** `node bench/main.ts [--quick] [--strict] [--beside FOLDER] [section …]`, or `against FOLDER`: figures as ratios within this run; see docs/performance.md. */
const sections: Record<string, Section> = {
  intake,
  ussd,
  handlers,
  texts: longTexts,
  bundles,
  deployed,
  scale,
  capacity,
  profile,
  recount: recounting,
}

/** Only where another checkout is named. */
const between: Record<string, Section> = { against }

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, strict: { type: 'boolean' }, beside: { type: 'string' } },
  allowPositionals: true,
})
const { quick, strict } = values
const isBetween = positionals[0] === 'against'
const [named, beside] = isBetween ? [['against'], positionals[1]] : [positionals, values.beside]
const chosen = isBetween ? between : sections
const stranger = named.find((name) => !(name in chosen))
if (stranger !== undefined) throw new Error(`no section ${stranger}: ${Object.keys(sections).join(', ')}`)

/** The functions log a line for every sweep; here only figures are wanted. */
console.log = () => undefined
const print = (text: string) => process.stdout.write(`${text}\n`)

const startMs = performance.now()
const seconds = () => `${((performance.now() - startMs) / 1000).toFixed(0)} s`
const figures: Figure[] = []
for (const [name, section] of Object.entries(chosen)) {
  if (named.length > 0 && !named.includes(name)) continue
  const say = (line: string) => {
    console.error(`  ${seconds()} ${line}`)
  }
  say(name)
  const found = await section({ quick, beside, say })
  figures.push(...found)
  print(`\n${name}\n\n${tableOf(found)}`)
}
const over = figures.filter(isOver)
print(`\n${figures.length} figures in ${seconds()}, ${over.length} over budget${over.length ? ':' : ''}`)
for (const { what } of over) print(`- ${what}`)
if (over.length > 0 && strict) process.exitCode = 1
