import { fieldOf } from './lacking.ts'
import type { IntakeProblem } from '../../intake/texts.ts'

/** What was typed, by the names of the fields. */
export type Fields = Readonly<Record<string, string>>

/** What goes from one complaint to the next, with what is asked of the person; where it came from stays. */
const ofOne = ['text', 'phone', 'onBehalf']

/** The fields of « Nouvelle plainte ». */
export function intakeForm(form: HTMLFormElement) {
  const field = (name: string) => form.elements.namedItem(name)
  function put(name: string, value: string): void {
    const one = field(name)
    if (one && 'value' in one) one.value = value
  }
  function fields(): Fields {
    const all = [...new FormData(form)].filter(([name, value]) => name !== 'csrf' && typeof value === 'string')
    return Object.fromEntries(all) as Fields
  }

  return {
    fields,
    valueOf: (name: string): string => fields()[name] ?? '',
    /** Fills the form with what was kept, under the number it had. */
    fill(kept: Fields): void {
      form.reset()
      for (const [name, value] of Object.entries(kept)) put(name, value)
      const old = field('old')
      if (old instanceof HTMLInputElement) old.checked = 'old' in kept
      for (const name of ['source', 'received'])
        form.querySelector<HTMLElement>(`#${name}`)?.dispatchEvent(new Event('change'))
    },
    /** Empties it for the next one. */
    next(): void {
      put('requestId', crypto.randomUUID())
      for (const name of ofOne) put(name, '')
      for (const one of form.querySelectorAll<HTMLSelectElement>('select[data-question]')) one.value = ''
      put('kind', 'complaint')
      put('consent', 'none')
      form.dispatchEvent(new Event('next'))
      form.querySelector<HTMLElement>('#text')?.focus()
    },
    /** Leads to the first field that lacks something. */
    look(problems: readonly IntakeProblem[]): void {
      const [name = ''] = problems.flatMap((problem) => fieldOf[problem] ?? [])
      form.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
    },
    /** As without script: the server answers with a page. */
    submit(): void {
      form.submit()
    },
  }
}

export type IntakeForm = ReturnType<typeof intakeForm>
