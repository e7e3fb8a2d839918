/** What a list offers to choose. */
export interface Option {
  value: string
  label: string
}
export interface Group {
  label: string
  options: readonly Option[]
}

/** What stands in a form, by the names of its fields. */
export type Values = Readonly<Record<string, readonly string[]>>
