/** What a list offers to choose. */
export interface Option {
  value: string
  label: string
}
/** Every code of a list by its words. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export interface Group {
  label: string
  options: readonly Option[]
}

/** What stands in a form, by the names of its fields. */
export type Values = Readonly<Record<string, readonly string[]>>
