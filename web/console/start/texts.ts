import type { Todo } from '../../../core/lists/pressing.ts'
import type { Role } from '../../../core/case/actor.ts'

/** What there is to do of one kind: one of them, several (`{count}`), and what the link does. */
type TodoTexts = Record<'one' | 'several' | 'go', string>

/** The page that says what to do now. */
export interface StartTexts {
  title: string
  lead: string
  todos: Record<Todo, TodoTexts>
  /** Nothing presses. */
  calm: { title: string; text: Readonly<Record<Role, string>> }
  /** Nothing exact can be said: the list has it all. */
  uncounted: string
  /** The other ways from here. */
  ways: Record<
    'title' | 'inbox' | 'intake' | 'search' | 'figures' | 'wall' | 'directory' | 'gateways' | 'mail' | 'help',
    string
  >
}
