import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../../../core/case/actor.ts'
import { rules, steps } from '../../../../core/case/status.ts'
import type { Programme } from '../../../../core/operations/programme.ts'
import { procedureOf } from '../../../../functions/console/help/procedure.ts'
import { whoSees } from '../../../../functions/console/help/who-sees.ts'
import { consoleTexts } from '../../../support/console/texts.ts'
import { mali } from '../../../../programme/mali.ts'
import { procedureBody } from '../../../../web/console/help/procedure.ts'
import { type Jaabi, monday, withJaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const plain = (page: string): string =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')

async function helpOf(jaabi: Jaabi, role: Role, language: 'fr' | 'en' = 'fr') {
  const id = await jaabi.person(`${role}-1`, { role, region: 'gao', organisation: 'ong-sante-gao' })
  const protects = role === 'protection'
  const base = protects ? '/console/protection' : '/console'
  const { get, cookie } = await seatOf(jaabi, id, protects ? 'protection-console' : 'console')
  const read = async (path: string) => {
    const response = await get(`${base}${path}`, { cookie: `${cookie}; __Host-jaabi-langue=${language}` })
    const page = await response.text()
    return { status: response.status, page, text: plain(page) }
  }
  return { base, read, get }
}

describe('the guide', () => {
  test('opens with the reader’s own role, every other role beside it, in French and in English', async () => {
    const jaabi = await newJaabi()
    for (const language of ['fr', 'en'] as const)
      for (const role of roles) {
        const { read } = await helpOf(jaabi, role, language)
        const { status, page, text } = await read('/aide')
        expect(status, role).toBe(200)
        const open = [...page.matchAll(/<details class="guide" *open[^>]*>\s*<summary><b>([^<]*)</g)].map(
          ([, name]) => name,
        )
        expect(open).toEqual([consoleTexts[language].site.roles[role]])
        expect(page.match(/<details class="guide"/g)).toHaveLength(roles.length)
        expect(text).toContain(consoleTexts[language].help.never.title)
        expect(text).not.toMatch(/\{\w+\}/)
      }
  })
  test('every link of it leads somewhere, for whoever reads it', async () => {
    const jaabi = await newJaabi()
    for (const role of roles) {
      const { read, get, base } = await helpOf(jaabi, role)
      const practice = await seatOf(jaabi, `${role}-1`)
      const { page } = await read('/aide')
      const main = page.slice(page.indexOf('<main'))
      const links = new Set([...main.matchAll(/href="([^"#]+)"/g)].map(([, href = '']) => href))
      expect(links).toContain(`${base}/aide/procedure`)
      expect(links).toContain('/console/exercice')
      for (const href of links) {
        // Practice is behind one door for everybody, and begins on its own page.
        const there = href.startsWith('/console/exercice') ? await practice.get(href) : await get(href)
        expect(href === '/console/exercice' ? [303] : [200], `${role} ${href}`).toContain(there.status)
      }
    }
  })
  test('names every mark of the inbox, and no number of the standards by hand', () => {
    for (const { help, inbox } of Object.values(consoleTexts)) {
      for (const key of ['unassigned', 'waiting', 'third-party', 'reopened', 'silent', 'visit'] as const)
        expect(help.marks.traits[key]).not.toBe('')
      expect(Object.keys(inbox.filters.traits).sort()).toEqual(
        [...Object.keys(help.marks.traits), 'mine', 'new'].sort(),
      )
      // Levels have a digit in their name, and paper in its format; nothing else in the catalogue may count.
      const { sample: _, ...told } = help.procedure.told
      const written = JSON.stringify({ ...help, procedure: { ...help.procedure, told } }).replace(
        /\b([NS]\d|A4)\b/g,
        '',
      )
      expect(written.match(/.{20}\d.{20}/g)).toBeNull()
    }
  })
})

/** Every number of the standards, with a way to change that one alone. */
function numbersIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'number') return [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]))
}
function changed<T>(value: T, [key = '', ...rest]: readonly string[], to: number): T {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as T
  const field = key as keyof T
  copy[field] = (rest.length === 0 ? to : changed(copy[field], rest, to)) as T[keyof T]
  return copy
}

describe('the procedure', () => {
  const text = async (programme: Programme, now = monday): Promise<string> => {
    return plain(String(await procedureBody(procedureOf(programme, now, consoleTexts.fr), '/console', consoleTexts.fr)))
  }
  const { current, versions } = mali.standards
  const inForce = versions[current]
  if (!inForce) throw new Error('no standards')

  test('says each number of the standards: change one, and the page changes to it', async () => {
    const before = await text(mali)
    const paths = numbersIn(inForce)
    expect(paths.length).toBeGreaterThan(40)
    for (const path of paths) {
      const share = path.includes('reminders')
      const to = share ? 0.37 : 4321
      const standards = { current, versions: { [current]: changed(inForce, path, to) } }
      const after = await text({ ...mali, standards })
      expect(before).not.toContain(share ? '37 %' : '4321')
      expect(after, path.join('.')).toContain(share ? '37 %' : '4321')
    }
  })
  test('has no number but those of the programme', async () => {
    const told = (_: string, value: unknown) =>
      typeof value === 'number' ? (Number.isInteger(value) ? 777 : 0.37) : value
    const odd = { ...(JSON.parse(JSON.stringify(inForce, told)) as typeof inForce), version: 'v' }
    const standards = { current, versions: { [current]: odd } }
    const [own = ''] = (await text({ ...mali, standards })).split('Ce que la personne reçoit, et quand Les SMS')
    const days = /\b20\d\d\b|\d{1,2} h \d\d|\b\d{1,2} (janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)|\b1er /g
    const rest = [/77700 %|37 %|\b777\b/g, mali.calendar.version, days, /\b[NS]\d\b|A4/g].reduce(
      (left: string, known) => left.replaceAll(known, ''),
      own,
    )
    expect(own).toContain('777 jours ouvrables')
    expect(rest.match(/.{0,30}\d.{0,10}/g)).toBeNull()
  })
  test('names the version of standards and calendar in force, and the day it was made', async () => {
    const standards = { current: '2031-9', versions: { '2031-9': { ...inForce, version: '2031-9' } } }
    const page = await text({ ...mali, standards })
    expect(page).toContain('Délais en vigueur : version 2031-9')
    expect(page).toContain(`Calendrier de travail : version ${mali.calendar.version}`)
    expect(page).toContain('Page faite le lun. 7 juin 2027')
  })
  test('follows the calendar: office hours, feasts of this year and the next, days declared late, quiet hours', async () => {
    const calendar = {
      ...mali.calendar,
      office: { ...mali.calendar.office, friday: [{ from: '06:11', to: '10:22' }] },
      overrides: [{ on: '2027-08-02', is: 'closed', reason: 'Deuil national' } as const],
    }
    const settings = { ...mali.settings, quietHours: { from: '21:13', to: '05:17' } }
    const page = await text({ ...mali, calendar, settings })
    expect(page).toContain('vendredi 6 h 11 – 10 h 22')
    expect(page).toContain('lun. 2 août Deuil national (déclaré)')
    expect(page).toContain('dim. 16 mai Tabaski (selon la lune : date à confirmer)')
    expect(page).toContain('lun. 29 mars Lundi de Pâques')
    expect(page).toContain('Jours fériés de 2028')
    expect(page).toContain('aucun SMS entre 21 h 13 et 5 h 17')
    expect(await text(mali)).not.toContain('Deuil national')
  })
  test('shows each SMS as it leaves, with the date a message of today would be promised', async () => {
    const page = await text(mali)
    expect(page).toContain('Jaabi: message bien noté, No 4829137996. Des nouvelles au plus tard le 21/06.')
    expect(page).toContain('Le problème est-il réglé? Répondez 1=oui 2=en partie 3=non.')
    for (const { smsName } of mali.messages.languages) expect(page).toContain(smsName)
  })
  test('says of each step who may take it and when, as the table of steps has it', async () => {
    const page = await text(mali)
    const { site, case: caseTexts } = consoleTexts.fr
    for (const step of steps)
      expect(page).toMatch(
        new RegExp(
          `${caseTexts.steps[step].title.replace(/[\s\u00a0]+/g, ' ').replace(/[?()]/g, '\\$&')}[^✓]*?${rules[step].by.map((role) => site.roles[role]).join(', ')}`,
        ),
      )
  })
})

describe('who sees what', () => {
  const seen = Object.fromEntries(whoSees(mali, monday).map(({ situation, roles }) => [situation, [...roles].sort()]))
  const triage = ['deputy', 'focal-point'] as const
  test('is what the rule answers, for each situation that matters', () => {
    expect(seen).toEqual({
      unread: [...triage],
      ownRegion: ['authority', ...triage, 'regional-cluster'],
      otherRegion: [...triage],
      ownOrganisation: [...triage, 'partner'],
      ownServices: [...triage, 'regional-cluster'],
      escalated: ['coordinator', ...triage],
      possible: [...triage],
      possibleAlerted: [...triage, 'protection'],
      possibleAsked: ['coordinator', ...triage, 'integrity', 'protection', 'regional-cluster'],
      integrity: [...triage, 'integrity'],
      protection: ['protection'],
      naming: [],
    })
  })
})
