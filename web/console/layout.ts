import { html, raw } from 'hono/html'
import type { Role } from '../../core/case/actor.ts'
import { consoleScript } from './script.ts'
import { consoleStyle } from './style.ts'
import type { Common } from './frame/common.ts'
import { type Html, mark } from '../html.ts'
import type { ConsoleBase } from './frame/door.ts'
import { type Here as Clock, spellDay, spellTime } from './frame/when.ts'
import { say } from '../say.ts'

/** `done`: what was asked for has happened. `careful`: it has, or has not, and there is something to read. */
export interface Flash {
  tone: 'done' | 'careful'
  text: string
}

/** The entries of the menu; null on a page that is under none of them. */
export type Here = 'start' | 'inbox' | 'search' | 'intake' | 'care' | 'pairs' | 'figures' | 'directory' | 'help' | null

/** What marks a page of practice: before its title, and above its content. */
export interface PracticeMark {
  mark: string
  banner: Html
}

export interface ConsolePage {
  texts: Common
  title: string
  here: Here
  /** As the directory has it. */
  name: string
  role: Role
  csrf: string
  base: ConsoleBase
  /** When it was drawn: on paper it says so. */
  at: Clock
  practice?: PracticeMark | undefined
  flash?: Flash | undefined
  body: Html
}

/** Who is offered « Nouvelle plainte »; whether they may is decided where it is filed. */
const offersIntake: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster', 'partner', 'relay']

const practiceBase: ConsoleBase = '/console/exercice'
/** What practice has of it: its own cases, and help. What is made up is in no figures and on no wall. */
const practised: readonly Here[] = ['start', 'inbox', 'intake', 'help']

/** Who has cases to look for by period; the search itself decides. */
const offersSearch: readonly Role[] = [
  ...offersIntake.filter((role) => role !== 'relay'),
  ...(['authority', 'coordinator'] as const),
]

/** Who is led to who is in the pairs; the page itself decides. */
const seesPairs: readonly Role[] = ['administrator', 'protection', 'integrity']

/** Who is led to the whole directory; all others to their absences. The directory itself decides. */
const readsDirectory: readonly Role[] = ['administrator', 'focal-point', 'deputy']

/** A page of the console for somebody who signed in. */
export function consolePage(page: ConsolePage): Html {
  const { texts, title, base, at, practice, flash, body } = page
  // With its year: paper is read long after.
  const anyYear = { now: '1970-01-01T00:00:00.000Z', utcOffsetMinutes: at.utcOffsetMinutes }
  const printed = { day: spellDay(at.now, anyYear, texts.when), time: spellTime(at.now, at, texts.when) }
  const header = html`<nav aria-label="${texts.site.menu}">${menu(page)}</nav>
    ${account(page)}
    <p class="paper-only printed">${say(texts.site.printed, printed)}</p>`
  const content = html`${flash && flashLine(flash)}${body}`
  const marked = practice ? `${practice.mark} · ${title}` : title
  return frame(texts, marked, `${base}/accueil`, header, content, practice?.banner)
}

/** A page for nobody in particular: signing in, signed out. */
export function doorPage({ texts, title, body }: Pick<ConsolePage, 'texts' | 'title' | 'body'>): Html {
  const others = otherLanguages(texts)
  const header = others.length > 0 ? html`<nav aria-label="${texts.site.menu}">${others}</nav>` : html``
  return frame(texts, title, '/console', header, body)
}

function frame({ language, site }: Common, title: string, home: string, header: Html, body: Html, banner?: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1a2359" />
        <title>${title} · ${site.name}</title>
        <link rel="stylesheet" href="${consoleStyle.href}" />
        <script src="${consoleScript.href}" defer></script>
      </head>
      <body class="console">
        <a class="skip" href="#contenu">${site.skip}</a>
        <header class="site">
          <div>
            <a class="brand" href="${home}"
              >${mark}<span><b>${site.name}</b><small>${site.console}</small></span></a
            >
            ${header}
          </div>
        </header>
        ${banner}
        <main id="contenu">${body}</main>
      </body>
    </html>`
}

function menu({ texts: { site }, here, base, role }: ConsolePage): Html[] {
  const entries = [
    ['start', `${base}/accueil`, site.start],
    ['inbox', base, site.inbox],
    ...(offersSearch.includes(role) ? [['search', `${base}/recherche`, site.search] as const] : []),
    ...(offersIntake.includes(role) ? [['intake', `${base}/nouvelle`, site.intake] as const] : []),
    ...(role === 'protection' ? [['care', `${base}/soins`, site.care] as const] : []),
    ...(seesPairs.includes(role) ? [['pairs', `${base}/binomes`, site.pairs] as const] : []),
    ...(role === 'relay' ? [] : [['figures', `${base}/chiffres`, site.figures] as const]),
    readsDirectory.includes(role)
      ? (['directory', `${base}/annuaire`, site.directory] as const)
      : (['directory', `${base}/annuaire/absences`, site.absences] as const),
    ['help', `${base}/aide`, site.help],
  ] as const
  const shown = base === practiceBase ? entries.filter(([name]) => practised.includes(name)) : entries
  return shown.map(
    ([name, href, label]) => html`<a href="${href}" ${name === here && raw(' aria-current="page"')}>${label}</a>`,
  )
}

/** The same page in each of the other languages: a relative address keeps the path. */
const otherLanguages = ({ language, offered, site }: Common): Html[] =>
  offered
    .filter(({ code }) => code !== language)
    .map(
      ({ code, name, draft }) =>
        html`<a href="?langue=${code}" hreflang="${code}"
          ><span lang="${code}">${name}</span>${draft && ` (${site.draft})`}</a
        >`,
    )

function account({ texts, name, role, csrf, base }: ConsolePage): Html {
  const { site } = texts
  return html`<details class="who">
    <summary>${name}</summary>
    <div>
      <p>${site.roles[role]}</p>
      ${base !== practiceBase && html`<a href="${practiceBase}">${site.practice}</a>`} ${otherLanguages(texts)}
      <form method="post" action="/console/sortie" data-unsent="${site.unsent}">
        <input type="hidden" name="csrf" value="${csrf}" />
        <button class="link">${site.signOut}</button>
        <button class="link" name="partout" value="oui">${site.signOutEverywhere}</button>
      </form>
    </div>
  </details>`
}

const flashLine = ({ tone, text }: Flash): Html => html`<p class="flash ${tone}" role="status">${text}</p>`
