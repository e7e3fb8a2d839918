import type { Values } from './choices.ts'

/** A form that came back: what was typed in it, and what is wrong. */
export interface FormState<Flaw extends string = string> {
  values: Values
  /** By field; `''` for the form as a whole. */
  flaws: Readonly<Record<string, Flaw>>
}
