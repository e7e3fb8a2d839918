import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** Every text people see comes from the catalogue, and every text of the catalogue is seen. */

const root = join(import.meta.dirname, '..')
const configFile = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
const { fileNames, options } = ts.parseJsonConfigFileContent(configFile.config, ts.sys, root)
const program = ts.createProgram(fileNames, { ...options, incremental: false, noEmit: true })
const checker = program.getTypeChecker()
const sources = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'))
const inFolder = (folder: string) => sources.filter(({ fileName }) => fileName.startsWith(`${root}/${folder}/`))
const pages = [...inFolder('web'), ...inFolder('functions'), ...inFolder('infra/local')]
const declares = ({ fileName }: ts.SourceFile): boolean => /\/web\/.*texts\.ts$/.test(fileName)

/** Calls `look` with every node of a file. */
function everyNode(source: ts.Node, look: (node: ts.Node) => void): void {
  look(source)
  source.forEachChild((child) => {
    everyNode(child, look)
  })
}

/** The names of a property and of all it stands in: `form.place.hint`. */
const pathOf = (node: ts.Node): string => {
  const names: string[] = []
  for (let at = node; !ts.isSourceFile(at); at = at.parent)
    if (ts.isPropertySignature(at)) names.unshift(at.name.getText())
  return names.join('.')
}

/** Properties that texts have by name: the node that declares each, and what to call it. */
function declared(): Map<ts.Node, string> {
  const found = new Map<ts.Node, string>()
  for (const source of sources.filter(declares))
    everyNode(source, (node) => {
      if (ts.isPropertySignature(node)) found.set(node, `${source.fileName.slice(root.length + 1)}: ${pathOf(node)}`)
    })
  return found
}

/** Where a property is declared, in each of the types somebody may hold. */
const declarationsOf = (type: ts.Type, name: string): ts.Declaration[] =>
  (type.isUnion() ? type.types : [type]).flatMap((one) => one.getProperty(name)?.declarations ?? [])

/** Expressions that may bring a text along. */
const handsOn = [
  ts.isIdentifier,
  ts.isPropertyAccessExpression,
  ts.isElementAccessExpression,
  ts.isObjectLiteralExpression,
]

/** The declarations that code reads: by name, by taking apart, by a known index, or as a whole. */
function read(): Set<ts.Node> {
  const found = new Set<ts.Node>()
  /** A text handed on under another type: read when that type's own property is. */
  const handedOn = new Map<ts.Node, ts.Node[]>()
  const mark = (declarations: readonly ts.Node[] = []) => {
    for (const declaration of declarations) found.add(declaration)
  }
  function look(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node))
      mark(declarationsOf(checker.getTypeAtLocation(node.expression), node.name.text))
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name
      if (ts.isIdentifier(name)) mark(declarationsOf(checker.getTypeAtLocation(node.parent), name.text))
    }
    if (ts.isElementAccessExpression(node)) {
      const index = checker.getTypeAtLocation(node.argumentExpression)
      for (const one of index.isUnion() ? index.types : [index])
        if (one.isStringLiteral()) mark(declarationsOf(checker.getTypeAtLocation(node.expression), one.value))
    }
    if (ts.isCallExpression(node) && /^Object\.(entries|keys|values)$/.test(node.expression.getText()))
      for (const given of node.arguments)
        for (const property of checker.getTypeAtLocation(given).getProperties()) mark(property.declarations)
    if (ts.isVariableDeclaration(node) && node.type && node.initializer)
      alias(checker.getTypeAtLocation(node.initializer), checker.getTypeAtLocation(node))
    if (ts.isConditionalExpression(node))
      for (const one of [node.whenTrue, node.whenFalse])
        alias(checker.getTypeAtLocation(one), checker.getTypeAtLocation(node))
    if (ts.isExpression(node)) hand(node)
  }
  function hand(node: ts.Expression): void {
    if (!handsOn.some((is) => is(node))) return
    const wanted = checker.getContextualType(node)?.getNonNullableType()
    if (!wanted) return
    const given = checker.getTypeAtLocation(node)
    alias(given, wanted)
    // A function handed on is given what its caller has.
    const [takes, gets] = [given, wanted].map((type) => type.getCallSignatures()[0]?.getParameters() ?? [])
    for (const [index, parameter] of takes?.entries() ?? []) {
      const other = gets?.[index]
      if (other)
        alias(checker.getTypeOfSymbolAtLocation(other, node), checker.getTypeOfSymbolAtLocation(parameter, node))
    }
  }
  function alias(from: ts.Type, to: ts.Type): void {
    const [one, other] = [from, to].map((type) =>
      checker.isArrayType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined,
    )
    if (one && other) alias(one, other)
    for (const property of from.getProperties())
      for (const declaration of declarationsOf(to, property.name))
        if (!property.declarations?.includes(declaration))
          handedOn.set(declaration, [...(handedOn.get(declaration) ?? []), ...(property.declarations ?? [])])
  }
  for (const source of [...pages, ...inFolder('core'), ...inFolder('programme')]) everyNode(source, look)
  for (const declaration of found) mark(handedOn.get(declaration))
  return found
}

describe('the catalogue', () => {
  test('has no text that no page shows', () => {
    const used = read()
    const unused = [...declared()].filter(([node]) => !used.has(node)).map(([, name]) => name)
    expect(declared().size).toBeGreaterThan(200)
    expect(unused).toEqual([])
  })
})

/** Words of nobody's language: names, and what is the same everywhere. */
const sameEverywhere = /^(jaabi|SMS|USSD|CSV|[NSP][0-2]?|km|px)$/i

test('no page has a word of its own: what stands in its HTML between holes is no text', () => {
  const own: string[] = []
  let looked = 0
  for (const source of inFolder('web'))
    everyNode(source, (node) => {
      if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'html') return
      looked += 1
      const { template } = node
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
      // A hole inside a tag must not hide where the tag ends.
      const written = parts.join('¦')
      const attributes = [...written.matchAll(/(?:aria-label|title|alt|placeholder)="([^"¦]*)"/g)].map(
        ([, text]) => text ?? '',
      )
      const texts = [
        ...written
          .replace(/[\w-]+=("[^"]*"?|¦)/g, ' ')
          .replace(/<[^>]*>?/g, ' ')
          .replace(/^[^<]*>/, ' ')
          .split(/[\s¦&;.,:·()]+/),
        ...attributes,
      ]
      own.push(
        ...texts
          .filter((text) => /\p{L}{2,}/u.test(text) && !sameEverywhere.test(text))
          .map((text) => `${source.fileName.slice(root.length + 1)}: ${text}`),
      )
    })
  expect(looked).toBeGreaterThan(100)
  expect(own).toEqual([])
})
