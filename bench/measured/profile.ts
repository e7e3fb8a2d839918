import { checkoutAt } from '../life/checkout.ts'
import { meter, shownUnits, sumOf, type Units } from '../tools/meter.ts'
import type { Section } from '../tools/section.ts'
import { isOutside, wholeLife } from '../life/whole-life.ts'

/** A stack of promises goes back to the function that was called, through everything that waited. */
const frames = 200
const frame =
  /at (?:async )?(?:(?:new )?(?:[\w<>]+\.)*([\w<>]+) (?:\[as \w+\] )?\()?.*?\/(core\/operations|functions)\/([\w/-]+)\.ts/

/** Which function of ours was at work, and which of its operations asked. */
function askedBy(stack: string): string {
  const found = stack.split('\n').flatMap((line) => {
    const [, name = '', folder = '', file = ''] = frame.exec(line) ?? []
    return folder === '' ? [] : [{ name, folder, file }]
  })
  const entry = found.findLast(({ folder, file }) => folder === 'functions' && !file.startsWith('wiring'))
  const asker = found.find(({ folder }) => folder === 'core/operations') ?? found[0]
  const operation = asker?.file.split('/').at(-1) ?? '?'
  const named = asker?.name && asker.name.toLowerCase() !== operation.replaceAll('-', '') ? ` (${asker.name})` : ''
  return `${entry?.file ?? 'bench'}: ${operation}${named}`
}

type Named = Record<string, { S?: string } | undefined>
interface Asked {
  Key?: Named
  Item?: Named
  IndexName?: string
  ExpressionAttributeValues?: Named
  TransactItems?: Record<string, Asked>[]
  RequestItems?: Record<string, { Keys?: Named[] }>
}

/** The kind of an item, by its key: `case`, `case notice`, `counter`. */
function kindOf({ pk, sk }: Named): string {
  const [, kind = '?'] = (pk?.S ?? '').split('#')
  const beside = (sk?.S ?? '').split('#')[0] ?? ''
  return kind === 'case' && beside !== 'case' && beside !== '' ? `case ${beside}` : kind
}

function kindsIn(input: Asked): string[] {
  if (input.TransactItems) return input.TransactItems.flatMap((one) => Object.values(one).flatMap(kindsIn))
  if (input.RequestItems) return Object.values(input.RequestItems).flatMap(({ Keys = [] }) => Keys.map(kindOf))
  if (input.IndexName) return [`index ${input.IndexName}`]
  const { ':pk': pk, ':sk': sk } = input.ExpressionAttributeValues ?? {}
  return [kindOf(input.Key ?? input.Item ?? { pk, sk })]
}

/** Several of a kind are not counted: else every transaction would be a row of its own. */
const kindsOf = (input: object): string => [...new Set(kindsIn(input))].join(' + ')

/** Of one life, here or in another checkout: who asked the database for what, the dearest first. */
export const profile: Section = async ({ beside }) => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = frames
  let rows = new Map<string, Units>()
  await wholeLife(await checkoutAt(beside ?? '.'), (client, phase) => {
    rows = meter(client, (command, input) =>
      isOutside(phase())
        ? ''
        : `${askedBy(new Error().stack ?? '')} · ${command.replace('Command', '')} ${kindsOf(input)}`,
    )
  })
  Error.stackTraceLimit = stackTraceLimit
  rows.delete('')
  const line = (what: string, units: Units) => ({ section: 'profile', what, figure: shownUnits(units) })
  const dearest = [...rows].sort(([, a], [, b]) => b.write - a.write || b.read - a.read || b.calls - a.calls)
  return [...dearest.map(([what, units]) => line(what, units)), line('one case, whole life', sumOf([...rows.values()]))]
}
