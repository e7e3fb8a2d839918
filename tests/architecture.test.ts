import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The stages of `core/` in the order data flows: each may import only those above it, and all `core/language.ts`. */
const stages = [
  'channel',
  'places',
  'case',
  'routing',
  'directory',
  'deadlines',
  'notices',
  'lists',
  'figures',
  'reports',
  'ports',
  'operations',
]

/** The rooms of `core/operations/` in their order: each may call those before it, and all the files beside the rooms, which call none. */
const rooms = ['intake', 'steps', 'casework', 'notices', 'directory', 'lists', 'figures', 'sweep', 'practice']

/** More code files than this in one folder want a room each. */
const filesInOneFolder = 18

/** A deployed function says what follows from what; how it is done has a room of its own. */
const linesOfAnEntry = 60
/** The manifest is a table. */
const longEntries = ['functions/manifest.ts']

/** A rule that takes more is several rules: each has a file of its own. */
const linesOfARule = 150

/** What one browser module does must be seen at a glance: nothing but a browser runs it. */
const linesOfAClientFile = 120

/** A port with more methods is a drawer: whoever stands in for it must know them all. */
const methodsOfOnePort = 8

/** What each folder may import besides itself and packages; nothing is allowed by default. */
const mayImport: Record<string, string[]> = {
  adapters: ['core'],
  web: ['core'],
  languages: ['core', 'web'],
  programme: ['core', 'languages', 'web'],
  functions: ['core', 'adapters', 'languages', 'programme', 'web'],
  infra: ['core', 'adapters', 'languages', 'programme', 'functions', 'web'],
}
const folders = ['core', ...Object.keys(mayImport), 'bench']
const inFolder = (names: readonly string[]): string => `^(${names.join('|')})/`

/** The sections of the console; what they share and what runs in browsers are none. */
const sections = readdirSync('web/console', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['frame', 'client'].includes(entry.name))
  .map(({ name }) => name)
const inSection = `^(web|functions)/console/(${sections.join('|')})/`

/** An SMS is previewed where it is written, by the very rules that will decide. */
const rulesInBrowsers = 'core/notices/gsm7[.]ts'

const severity = 'error' as const

const forbidden: IForbiddenRuleType[] = [
  ...stages.map((stage, position) => ({
    name: `core/${stage} imports only the stages above it`,
    severity,
    from: { path: `^core/${stage}/` },
    to: { path: '^core/', pathNot: `^core/(language[.]ts$|(${stages.slice(0, position + 1).join('|')})/)` },
  })),
  ...rooms.map((room, position) => ({
    name: `core/operations/${room} calls only the rooms before it`,
    severity,
    from: { path: `^core/operations/${room}/` },
    to: { path: '^core/operations/[^/]+/', pathNot: `^core/operations/(${rooms.slice(0, position + 1).join('|')})/` },
  })),
  {
    name: 'what lies beside the rooms of operations calls none of them',
    severity,
    from: { path: '^core/operations/[^/]+$' },
    to: { path: '^core/operations/[^/]+/' },
  },
  {
    name: 'only operations know the ports',
    severity,
    from: { path: '^core/', pathNot: '^core/(operations|ports)/' },
    to: { path: '^core/ports/' },
  },
  {
    name: 'core imports zod and itself',
    severity,
    from: { path: '^core/' },
    to: { pathNot: '^core/|node_modules/zod/' },
  },
  ...Object.entries(mayImport).map(([folder, allowed]) => ({
    name: `${folder} imports only ${allowed.join(', ')}`,
    severity,
    from: { path: `^${folder}/` },
    to: { path: inFolder(folders), pathNot: inFolder([folder, ...allowed]) },
  })),
  {
    name: 'only functions (and the machine that runs them) call operations',
    severity,
    from: { path: inFolder(['adapters', 'web']) },
    to: { path: '^core/operations/' },
  },
  {
    name: 'web knows the types of core only',
    severity,
    from: { path: '^web/' },
    to: { path: '^core/', pathNot: `^${rulesInBrowsers}$`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'what runs in the browsers of the console takes types only from outside itself',
    severity,
    from: { path: '^web/console/client/' },
    to: {
      pathNot: `^web/console/client/|^web/say[.]ts$|^${rulesInBrowsers}$`,
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'languages know the types of pages only',
    severity,
    from: { path: '^languages/' },
    to: { path: '^web/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'a language knows the types of core only; the lists put languages together by its rules',
    severity,
    from: { path: '^languages/[^/]+/' },
    to: { path: '^core/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no language knows another',
    severity,
    from: { path: '^languages/([^/]+)/' },
    to: { path: '^languages/[^/]+/', pathNot: '^languages/$1/' },
  },
  {
    name: 'a format knows the table it writes and nothing else of ours',
    severity,
    from: { path: '^adapters/formats/' },
    to: { path: inFolder(folders), pathNot: '^(adapters/formats/|core/reports/table[.]ts$)' },
  },
  {
    name: 'no gateway imports another',
    severity,
    from: { path: '^adapters/gateways/([^/]+)/' },
    to: { path: '^adapters/gateways/[^/]+/', pathNot: '^adapters/gateways/$1/' },
  },
  {
    name: 'only the two lists import a gateway',
    severity,
    from: { pathNot: '^adapters/gateways/([^/]+/|(receivers|senders)[.]ts$)' },
    to: { path: '^adapters/gateways/[^/]+/' },
  },
  {
    name: 'what receives loads nothing that sends',
    severity,
    from: { path: '^(adapters/gateways/receivers|functions/(gateways/route|wiring/aws))[.]ts$' },
    to: { path: '^adapters/gateways/(senders|[^/]+/send)', reachable: true },
  },
  {
    // Practice shows the pages of the others on cases that are made up.
    name: 'a section of the console knows no other',
    severity,
    from: { path: inSection, pathNot: '^(web|functions)/console/practice/' },
    to: { path: inSection, pathNot: '^(web|functions)/console/$2/' },
  },
  {
    name: 'a page asks for its own texts and the common ones',
    severity,
    from: { path: `^web/console/|${inSection}` },
    to: { path: '^web/console/texts[.]ts$' },
  },
  {
    // Only what puts all together (the list of texts, the style sheet) sees every section.
    name: 'what lies below the sections of the console knows none',
    severity,
    from: {
      path: '^web/(html|say)[.]ts$|^web/console/[^/]+[.]ts$|^(web|functions)/console/frame/',
      pathNot: '^web/console/(texts|style)[.]ts$',
    },
    to: { path: inSection },
  },
  {
    name: 'what takes in messages never guesses a language: that is done when somebody reads them',
    severity,
    from: { path: '^functions/', pathNot: '^functions/((protection-)?console[.]ts$|console/)' },
    to: { path: '^adapters/franc/|node_modules/franc/', reachable: true },
  },
  {
    name: 'only what takes words in or shows them carries what reads them',
    severity,
    from: { path: '^functions/(case-changes|deadline-sweep|delivery-report|opt-out|send-notices|ussd-end)[.]ts$' },
    to: { path: '^programme/(lexicon|suggest-from-words|model/)', reachable: true },
  },
  {
    name: 'only where people choose places are villages carried: no SMS or keypad is taken with them',
    severity,
    from: {
      path: '^functions/(case-changes|deadline-sweep|delivery-report|inbound-(call|sms)|opt-out|send-notices|ussd|ussd-end)[.]ts$',
    },
    to: { path: '^programme/places/villages', reachable: true },
  },
  {
    name: 'no cycles',
    severity,
    from: {},
    to: { circular: true },
  },
]

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
  encoding: 'utf8',
})
const paths = tracked
  .trim()
  .split('\n')
  .filter((path) => existsSync(path))

describe('rooms', () => {
  const inOne = Map.groupBy(paths, (path) => dirname(path))

  it('each room of core/ has its place in the order', () => {
    const foldersIn = (path: string) => {
      const entries = readdirSync(path, { withFileTypes: true })
      return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort()
    }
    expect(foldersIn('core')).toEqual(stages.toSorted())
    expect(foldersIn('core/operations')).toEqual(rooms.toSorted())
  })

  it(`no folder holds more than ${filesInOneFolder} code files`, () => {
    expect(paths.length).toBeGreaterThan(500)
    const full = [...inOne].filter(([, files]) => files.length > filesInOneFolder)
    expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([])
  })

  it('no language is named outside languages/ and programme/, and a label is picked in one place', () => {
    const codes = [...inOne.keys()].flatMap((folder) => /^languages\/([^/]+)$/.exec(folder)?.[1] ?? [])
    expect(codes).toContain('fr')
    const named = new RegExp(`'(${codes.join('|')})'|[.](${codes.join('|')})\\b`)
    const bound = paths.filter((path) => /^(core|functions|web)\//.test(path))
    expect(bound.filter((path) => named.test(readFileSync(path, 'utf8')))).toEqual([])
  })

  const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length

  it(`no file of core/ is longer than ${linesOfARule} lines`, () => {
    const rules = paths.filter((path) => path.startsWith('core/'))
    expect(rules.length).toBeGreaterThan(150)
    const long = rules.filter((path) => lines(path) > linesOfARule)
    expect(long.map((path) => `${path}: ${lines(path)}`)).toEqual([])
  })

  it(`no file of the console’s browsers is longer than ${linesOfAClientFile} lines`, () => {
    const client = paths.filter((path) => path.startsWith('web/console/client/'))
    expect(client.length).toBeGreaterThan(10)
    expect(client.filter((path) => lines(path) > linesOfAClientFile)).toEqual([])
  })

  it(`no deployed function is longer than ${linesOfAnEntry} lines`, () => {
    const entries = inOne.get('functions') ?? []
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.filter((path) => lines(path) > linesOfAnEntry).sort()).toEqual(longEntries)
  })
})

describe('gateways', () => {
  const inside = 'adapters/gateways/'
  const gateways = readdirSync(inside, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []))
  /** Where every gateway may be named: the lists, the programme's choice, what stands for one on this machine. */
  const naming = [`${inside}receivers.ts`, `${inside}senders.ts`, 'programme/gateways.ts', 'infra/local/stand-ins/']
  const houses = Object.keys(mayImport).concat('core')

  it.each(gateways)(
    '%s is named nowhere but in its folder, the lists, the programme’s choice and the stand-ins',
    (name) => {
      // However it is written: one mark or blank may stand between its letters.
      const written = new RegExp(name.replaceAll(/(?<=.)(?=.)/g, '[^\\p{L}\\p{N}]?'), 'iu')
      const strangers = paths.filter(
        (path) =>
          houses.some((house) => path.startsWith(`${house}/`)) &&
          ![`${inside}${name}/`, ...naming].some((start) => path.startsWith(start)),
      )
      expect(strangers.length).toBeGreaterThan(400)
      expect(strangers.filter((path) => written.test(path + readFileSync(path, 'utf8')))).toEqual([])
    },
  )
})

describe('ports', () => {
  const folder = 'core/ports'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const interfaces = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return ts
      .createSourceFile(file, text, ts.ScriptTarget.Latest)
      .statements.filter(ts.isInterfaceDeclaration)
      .map(({ name, members }) => ({ name: `${file} ${name.text}`, methods: members.filter(ts.isMethodSignature) }))
  })

  it(`no port has more than ${methodsOfOnePort} methods`, () => {
    expect(interfaces.filter(({ methods }) => methods.length > 0).length).toBeGreaterThan(12)
    const full = interfaces.filter(({ methods }) => methods.length > methodsOfOnePort)
    expect(full.map(({ name, methods }) => `${name}: ${methods.length}`)).toEqual([])
  })

  it('one file holds one port', () => {
    const holding = interfaces.filter(({ methods }) => methods.length > 0).map(({ name }) => name.split(' ')[0])
    expect(holding).toEqual([...new Set(holding)])
  })
})

describe('the one-way rule', async () => {
  const { output } = await cruise(folders, {
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  const { summary, modules } = output

  it('looked at the modules of every folder', () => {
    for (const folder of folders)
      expect(modules.filter(({ source }) => source.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(5)
    expect(summary.totalDependenciesCruised).toBeGreaterThan(500)
  })

  it('holds everywhere', () => {
    const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
    expect(found).toEqual([])
  })
})
