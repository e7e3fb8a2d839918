/** Where care and support are: the list of the protection pair. */
export interface CareTexts {
  title: string
  lead: string
  empty: string
  add: string
  edit: string
  save: string
  check: string
  remove: string
  everywhere: string
  /** `{region}`. */
  whole: string
  columns: Record<'place' | 'name' | 'phone' | 'hours' | 'woman' | 'checked' | 'actions', string>
  fields: Record<'place' | 'name' | 'phone' | 'hours' | 'woman', { label: string; hint?: string }>
  yes: string
  no: string
  /** `{day}`, and of what is read out until then `{until}`. */
  states: Record<'out' | 'soon' | 'fine', string>
  /** `{field}`. */
  problems: Record<'title' | 'invalid' | 'place' | 'stale', string>
}
