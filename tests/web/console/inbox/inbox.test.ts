import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { consoleTexts } from '../../../support/console/texts.ts'
import { inboxBody } from '../../../../web/console/inbox/page.ts'
import type { InboxView } from '../../../../web/console/inbox/view.ts'
import { spellDay, spellSpan, spellTime } from '../../../../web/console/frame/when.ts'
import { everything, inHours, morning, now, row, view, views } from '../../../support/web/inbox-samples.ts'
import { inboxHref } from '../../../../web/console/frame/inbox-choice.ts'

type Language = keyof typeof consoleTexts
const draw = async (shown: InboxView, language: Language = 'fr'): Promise<string> =>
  String(await inboxBody(shown, consoleTexts[language]))
const words = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
const ids = (page: string): string[] => [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')

const languages: readonly Language[] = ['fr', 'en']
const all = languages.flatMap((language) =>
  Object.entries(views).map(([name, shown]) => [`${name} ${language}`, shown, language] as const),
)

describe.each(all)('the page « %s »', async (_, shown, language) => {
  const page = await draw(shown, language)
  test('holds no script, one heading, every id once, and no hole in a text', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|style="/i)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(new Set(ids(page)).size).toBe(ids(page).length)
    expect(words(page)).not.toMatch(/\{\w+\}|undefined|\[object|\bnull\b|\bfalse\b/)
  })
  test('what is named by an id is there', () => {
    for (const [, target = ''] of page.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of target.split(' ')) expect(ids(page)).toContain(id)
  })
  test('weighs at most 20 KB on the line', () => {
    expect(gzipSync(page).length).toBeLessThan(20 * 1024)
  })
})

describe('a row says in words', () => {
  const said = async (over: Parameters<typeof row>[0], language: Language = 'fr') =>
    words(await draw(view({ rows: [row(over)] }), language))

  test('how late, how long is left, and what is due when', async () => {
    expect(await said({ dueAt: inHours(-76) })).toMatch(/▲ En retard de 3 jours Répondre · ven\. 4 juin, 5 h 00/)
    expect(await said({ dueAt: inHours(1.5), clock: 'read' })).toMatch(
      /◆ Aujourd’hui, reste 90 min Lire · lun\. 7 juin/,
    )
    expect(await said({ dueAt: inHours(100) }, 'en')).toMatch(/○ 4 days left Answer · Fri 11 June, 13:00/)
  })
  test('a deadline that falls this instant is late; one at midnight is tomorrow’s', async () => {
    expect(await said({ dueAt: now })).toContain('En retard de moins d’une minute')
    expect(await said({ dueAt: '2027-06-07T23:59:00.000Z' })).toContain('Aujourd’hui')
    const abroad = { ...view({ rows: [row({ dueAt: '2027-06-07T22:30:00.000Z' })] }), utcOffsetMinutes: 120 }
    expect(words(await draw(abroad))).toMatch(/Reste 13 h .*mar\. 8 juin, 0 h 30/)
  })
  test('level, place, category, channel, language, last event, next action, owner', async () => {
    const text = await said({ level: 'N2' })
    for (const part of [
      '4829 1379 96',
      'N2 · vie ou soins en jeu',
      'Ansongo (cercle, Gao)',
      'Frais demandés',
      'SMS · Bamanankan',
      'Il y a 26 h',
      'Traiter, puis répondre',
      'Cluster Gao',
    ])
      // prettier-ignore
      expect(text).toContain(part)
  })
  test('what is missing: level, category, place', async () => {
    const text = await said({ level: null, categoryLabel: null, placeName: null, kind: 'question' })
    for (const part of ['✶ À évaluer', 'Question', 'Lieu non précisé']) expect(text).toContain(part)
  })
  test('what is to be assessed before all else says so once, and no more once it is assessed', async () => {
    const first = await said({ level: null, rank: 0 })
    expect(first).toContain('⇧ À évaluer d’abord')
    expect(first).not.toContain('✶ À évaluer')
    expect(await said({ level: 'N2', rank: 0 })).not.toContain('À évaluer d’abord')
  })
  test('reopened, unreachable, waiting, and whose turn it is', async () => {
    expect(await said({ reopened: true })).toContain('↺ Rouvert')
    expect(await said({ unreachable: true, nextAction: 'visit' })).toMatch(/⌂ Injoignable.*par une visite ou un relais/)
    expect(await said({ waitingFor: 'complainant' })).toContain('… Attend la personne Frais')
    expect(await said({ waitingFor: 'third-party' })).toContain('… Attend un tiers Frais')
    expect(await said({ mine: true })).toContain('➜ Vous')
  })
  test('nothing done for more than a week', async () => {
    expect(await said({ movedAt: inHours(-193), silent: true })).toContain('Sans suite depuis 8 jours')
    expect(await said({ movedAt: inHours(-167) })).toContain('Il y a 6 jours')
  })
  test('names that look like markup as they were written', async () => {
    const attack = '"><script>alert(1)</script>'
    const page = await draw(view({ rows: [row({ placeName: attack, categoryLabel: attack, owner: attack, language: attack, nextAction: attack, href: attack })], unreadable: attack })) // prettier-ignore
    expect(page).not.toContain('<script')
    expect(page.match(/&quot;&gt;&lt;script&gt;/g)).toHaveLength(7)
  })
})

test('a table stays one where a style sheet makes cards of it: each row heads with its case', async () => {
  const page = await draw(view({ rows: morning }))
  expect(page.match(/<tr\s+role="row"/g)).toHaveLength(morning.length + 1)
  expect(page.match(/role="rowheader"\s+scope="row"/g)).toHaveLength(morning.length)
  expect(page.match(/data-case/g)).toHaveLength(morning.length)
})

describe('filters', () => {
  test('are links; one line keeps what the other chose, and the chosen one is marked', async () => {
    const page = await draw(view({ choice: { range: 'late', traits: ['reopened'], silentDays: 7 } }))
    const links = [...page.matchAll(/href="([^"]*inbox[^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))
    expect(links).toContain('/console/inbox?today&reopened')
    expect(links).toContain('/console/inbox?late&silent=7')
    const chosen = [...page.matchAll(/aria-current="true"\s*>([^<]+)/g)].map(([, label]) => label)
    expect(chosen).toEqual(['En retard', 'Rouvert'])
  })
  test('have short addresses', () => {
    expect(inboxHref('/console', everything)).toBe('/console/inbox')
    expect(inboxHref('/console', { range: 'late', traits: ['silent', 'mine'], silentDays: 30 }, 'a#b')).toBe(
      '/console/inbox?late&silent=30&mine&next=a%23b',
    )
  })
})

describe('nothing to show', () => {
  const said = async (name: string) => words(await draw(views[name] ?? view()))

  test('says something useful to each role', async () => {
    expect(await said('empty')).toMatch(/Aucun dossier n’est ouvert.*Nouvelle plainte/)
    const { empty } = consoleTexts.fr.inbox
    for (const role of ['partner', 'coordinator', 'protection', 'administrator'] as const)
      expect(await draw(view({ role }))).toContain(empty.text[role])
  })
  test('is good news under one filter, and plain under two', async () => {
    expect(await said('late-none')).toContain('Aucun dossier n’est en retard.')
    expect(await said('today-and-new-none')).toContain('Aucun dossier ne correspond à ce choix.')
  })
  test('so far, where the list goes on', async () => {
    expect(await said('none-yet')).toMatch(/Aucun parmi les 500 premiers dossiers.*Suite de la liste/)
    expect(await said('none-yet')).not.toContain('Aucune visite à faire')
  })
})

describe('a number of cases is said', () => {
  test.each([
    ['morning', '8 dossiers, toute la liste'],
    ['one', '1 dossier, toute la liste'],
    ['partly', 'a examiné 500 dossiers'],
  ])('%s', async (name, text) => {
    expect(words(await draw(views[name] ?? view()))).toContain(text)
  })
  test.each(['long', 'silent', 'further', 'end', 'empty'])('never where it is not the whole: %s', async (name) => {
    expect(words(await draw(views[name] ?? view()))).not.toMatch(/\d+ dossiers?,|examiné/)
  })
})

test('what was looked for in vain stays in its field, with what is wrong', async () => {
  const page = await draw(views['unreadable'] ?? view())
  expect(page).toMatch(/value="4829 1379"[^>]*aria-describedby="q-faute q-aide"[^>]*aria-invalid="true"/)
})

test('spans and days are said as people say them', () => {
  const { when } = consoleTexts.fr
  const here = { now, utcOffsetMinutes: 0 }
  expect(spellSpan(inHours(0), inHours(47.9), when)).toBe('47\u00a0h')
  expect(spellSpan(inHours(0), inHours(48), when)).toBe('2\u00a0jours')
  expect(spellSpan(inHours(0), inHours(-5), when)).toBe('moins\u00a0d’une\u00a0minute')
  expect(spellSpan(inHours(0), inHours(1 / 60), when)).toBe('1\u00a0min')
  expect(spellDay('2028-03-01T00:00:00.000Z', here, when)).toBe('mer.\u00a01er\u00a0mars\u00a02028')
  expect(spellTime('2027-06-07T09:05:00.000Z', here, when)).toBe('9\u00a0h\u00a005')
})
