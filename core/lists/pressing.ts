import type { Role } from '../case/actor.ts'

/**
 * What somebody may have to do, each a number of something. Of cases: what comes before all else, is late, offered, to be passed on or
 * confirmed, and so on; of a relay's own entries: numbers not passed on; of the directory: what is missing in it; of gateways: those that do not
 * send, or whose reports stopped.
 */
export type Todo = CaseTodo | 'ungiven' | DirectoryTodo | 'gateways'
type DirectoryTodo = 'uncovered' | 'untold' | 'unsigned' | 'vacant' | 'untrained' | 'unreachable'
type CaseTodo =
  | 'first'
  | 'late'
  | 'offers'
  | 'refer'
  | 'receipt'
  | 'confirm'
  | 'mine'
  | 'call'
  | 'visit'
  | 'new'
  | 'unassigned'
  | 'reopened'
  | 'today'
  | 'silent'

/** So many at a time: a longer list is the inbox. */
const most = 3

const triage: readonly Todo[] = ['first', 'late', 'call', 'new', 'unassigned', 'visit', 'reopened', 'today', 'silent']
const pair: readonly Todo[] = ['first', 'confirm', 'refer', 'receipt', 'late', 'today']

/** What may press on each role, the most pressing first: a person before a date, a date before a habit. */
export const todosOf: Readonly<Record<Role, readonly Todo[]>> = {
  'focal-point': triage,
  deputy: triage,
  'regional-cluster': ['first', 'mine', 'late', 'call', 'visit', 'reopened', 'today', 'silent'],
  partner: ['first', 'offers', 'late', 'call', 'today', 'visit', 'reopened', 'silent'],
  authority: ['late', 'silent'],
  protection: pair,
  integrity: pair,
  relay: ['ungiven'],
  coordinator: ['gateways', 'late', 'mine', 'silent'],
  administrator: ['gateways', 'uncovered', 'untold', 'unsigned', 'vacant', 'unreachable', 'untrained'],
}

export interface Pressing {
  todo: Todo
  count: number
}

/** The most pressing of which there is something. */
export const pressing = (role: Role, counts: Partial<Record<Todo, number>>): Pressing[] =>
  todosOf[role].flatMap((todo) => ((counts[todo] ?? 0) > 0 ? { todo, count: counts[todo] ?? 0 } : [])).slice(0, most)
