/** A stack of promises goes back to the function that was called, through everything that waited. */
export const frames = 200
const frame =
  /at (?:async )?(?:(?:new )?(?:[\w<>]+\.)*([\w<>]+) (?:\[as \w+\] )?\()?.*?\/(core\/operations|functions)\/([\w/-]+)\.ts/

/** Which function of ours was at work, and which of its operations asked. */
export function askedBy(stack: string): string {
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
export const kindsOf = (input: object): string => [...new Set(kindsIn(input))].join(' + ')
