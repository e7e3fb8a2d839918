import type { SimulatorTexts } from '../texts.ts'

/** The element the page promises under this id; a page and a script that disagree are a mistake of ours. */
export function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`no ${kind.name} #${id}`)
  return found
}

/** An element with text and children; text is never read as HTML. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

export const texts = JSON.parse(document.getElementById('texts')?.textContent ?? '') as SimulatorTexts

const day = new Intl.DateTimeFormat(texts.language, { dateStyle: 'full', timeStyle: 'short', timeZone: texts.timeZone })
const short = new Intl.DateTimeFormat(texts.language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: texts.timeZone }) // prettier-ignore
const date = new Intl.DateTimeFormat(texts.language, { dateStyle: 'full', timeZone: texts.timeZone })
const time = new Intl.DateTimeFormat(texts.language, { hour: '2-digit', minute: '2-digit', timeZone: texts.timeZone })
export const longDay = (at: string): string => day.format(new Date(at))
export const dayOnly = (at: string): string => date.format(new Date(at))
export const shortDay = (at: string): string => short.format(new Date(at))
export const hour = (at: string): string => time.format(new Date(at))

/** 32 hex digits. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
