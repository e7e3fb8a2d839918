type Holes = Readonly<Record<string, string | number | null | undefined>>

const isEmpty = (value: string | number | null | undefined): boolean =>
  value === null || value === undefined || value === ''

/** Fills `{holes}`; a part in `[…]` goes when one of its holes is empty. What is put in is never read as a template. */
export function say(template: string, holes: Holes = {}): string {
  const kept = template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => isEmpty(holes[name])) ? '' : part,
  )
  return kept.replace(/\{(\w+)\}(\.?)/g, (hole, name: string, stop: string) => {
    const value = holes[name]
    // « le 7 déc. » ends its sentence by itself.
    return isEmpty(value) ? hole : `${String(value)}${String(value).endsWith('.') ? '' : stop}`
  })
}

/** With a capital, as a line begins. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

export const sentence = (template: string, holes: Holes = {}): string => capital(say(template, holes))

/** Never parted at the end of a line: a number, a day. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')
