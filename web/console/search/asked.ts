import type { Html } from '../../html.ts'
import { html } from 'hono/html'
import { say } from '../../say.ts'
import type { Common } from '../frame/common.ts'
import { spellDay } from '../frame/when.ts'
import { inWords } from '../frame/words.ts'
import type { SearchTexts } from './texts.ts'
import type { SearchView } from './view.ts'

/** What was looked for, as it was understood: beside what was found, so that a sheet of paper says of what it is the list; from when, its head says. */
export function askedPart(view: SearchView, words: Common & { search: SearchTexts }): Html | '' {
  if (view.found === null) return ''
  const { search, codes, when } = words
  const { fields, asked } = search
  const { choices, found } = view
  const day = (on: string) => spellDay(`${on}T12:00:00.000Z`, view, when)
  const value = (name: string): string => view.values[name]?.[0] ?? ''
  const { category, organisation } = {
    category: choices.categories.flatMap(({ options }) => options).find((one) => one.value === value('sujet')),
    organisation: choices.organisations.find((one) => one.value === value('organisation')),
  }
  const coded = (name: string, of: Readonly<Record<string, string>>) =>
    Object.hasOwn(of, value(name)) ? inWords(of, value(name)) : ''
  const said: (readonly [string, string])[] = [
    [search.period, say(asked.days, { from: day(found.fromOn), until: day(found.untilOn) })],
    [fields.place, value('lieu')],
    [fields.category, category?.label ?? ''],
    [fields.organisation, organisation?.label ?? ''],
    [fields.status, coded('etat', search.statuses)],
    [fields.level, coded('niveau', { ...codes.levels, unassessed: search.unassessed })],
    [fields.channel, coded('canal', codes.channelNames)],
    [fields.kind, coded('nature', codes.kinds)],
    [fields.satisfaction, coded('avis', codes.satisfaction)],
    [fields.late, value('retard') === 'oui' ? search.onlyLate : ''],
  ]
  return html`<dl class="asked" aria-label="${asked.title}">
    ${said
      .filter(([, text]) => text !== '')
      .map(
        ([label, text]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
  </dl>`
}
