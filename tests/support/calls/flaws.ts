import { functionsOf, named, type Stacks, statementsOf, synthesize } from '../templates.ts'
import { neverCalled } from './never-called.ts'

/** What the resources of a policy are called there; streams, logs and queues are asked by AWS, in the name of a function. */
const known: readonly (readonly [RegExp, string])[] = [
  [/table\/[\w-]+-cases\/index\/(\w+)$/, 'cases/$1'],
  [/table\/[\w-]+-cases$/, 'cases'],
  [/^Traffic/, 'traffic'],
  [/^GeneralKey/, 'general'],
  [/^ProtectionKey/, 'protection'],
  [/^FingerprintKey/, 'fingerprint'],
  [/^Topic/, 'topics'],
  [/:identity\/example\.org$/, 'mail'],
]

/** What each function may do by its policy in the synthesized template: `<function> <action> <what it is on>`. */
export function grantedByPolicy(stacks: Stacks): Set<string> {
  const granted = functionsOf(stacks).flatMap(({ name, role }) =>
    statementsOf(stacks, role)
      .filter(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined)
      .flatMap(({ Action, Resource }) =>
        Resource.flatMap((one) => {
          const resource = named(stacks, one)
          const [pattern, called] = known.find(([matches]) => matches.test(resource)) ?? []
          if (!pattern || called === undefined) return []
          const on = resource.replace(new RegExp(`.*${pattern.source}.*`), called)
          return Action.map((action) => `${name} ${action} ${on}`)
        }),
      ),
  )
  return new Set(granted)
}

/** What is called and not granted, granted and never called, or excused and called after all. */
export function flawsOf(
  called: ReadonlySet<string>,
  granted = grantedByPolicy(synthesize({ mailFrom: 'jaabi@example.org' })),
  excused = neverCalled,
): string[] {
  const unused = [...granted].filter((line) => !called.has(line))
  return [
    ...[...called].filter((line) => !granted.has(line)).map((line) => `called and not granted: ${line}`),
    ...unused
      .filter((line) => !excused.some((one) => one.line.test(line)))
      .map((line) => `granted and never called: ${line}`),
    ...excused
      .filter(({ line }) => !unused.some((one) => line.test(one)))
      .map(({ line }) => `called by now, or not granted: ${line.source}`),
  ].toSorted()
}
