import { html } from 'hono/html'
import type { ContactWhy } from '../../../core/directory/contacts.ts'
import type { SheetChosen } from '../../../core/directory/sheet.ts'
import {
  addsChoice,
  facts,
  type FileAsked,
  fileField,
  listing,
  sheetLine,
  type TabScene,
  tag,
  underBody,
} from './parts.ts'
import { invitationsAt } from './invitations.ts'
import type { ContactsTexts } from './contacts-texts.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'

/** `GET …/personnes/liste`: a file is chosen. */
export function contactsBody(scene: TabScene, file: FileAsked): Html {
  const { at, csrf, texts } = scene
  const { contacts } = texts
  return underBody(
    scene,
    contacts.title,
    html`<p class="soft">${contacts.lead}</p>
      <form class="plain-form" method="post" action="${at}/personnes/liste" enctype="multipart/form-data">
        <input type="hidden" name="csrf" value="${csrf}" />
        ${fileField(texts, contacts.expects, file)}
        <div class="field">${addsChoice(file, contacts.adds)}</div>
        <button class="button">${contacts.look}</button>
      </form>`,
  )
}

/** One person of the list in words, and what would be done. */
export interface ContactLine {
  line: number
  person: string
  organisation: string
  role: string
  region: string
  mail: string
  /** What a phone kept as a number was read as. */
  phoneRead: string | null
  is: keyof ContactsTexts['is']
  why: readonly ContactWhy[]
  changes: readonly { field: keyof ContactsTexts['fields']; from: string; to: string }[]
  notes: readonly ('givesPhone' | 'keepsPhone' | 'keepsMail' | 'waits' | 'expected' | 'newOrganisation')[]
}

interface ContactsView {
  scene: TabScene
  id: string
  lines: readonly ContactLine[]
  organisations: readonly string[]
  /** Something of it was written: how many are left; null before anybody said so. */
  left: number | null
  /** Lines just tried and not written: somebody else wrote at the same moment. */
  missed: readonly number[]
  todo: boolean
  mails: number
  sheet: SheetChosen | null
}

const tones = { new: 'left', changed: 'mark', same: 'left', wrong: 'late' } as const

/** Every line of the list, what is wrong with it in words, and what would become of it. */
export function contactPlanBody(view: ContactsView): Html {
  const { scene, id, lines, organisations, left, missed, todo, mails, sheet } = view
  const { at, csrf, texts } = scene
  const { contacts } = texts
  const here = `${at}/personnes/liste/${id}`
  const count = (is: ContactLine['is']): number => lines.filter((line) => line.is === is).length
  const sums = {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    wrong: count('wrong'),
    organisations: organisations.length,
  }
  const button = (label: string): Html =>
    html`<form method="post" action="${here}">
      <input type="hidden" name="csrf" value="${csrf}" /><button class="button">${label}</button>
    </form>`
  return underBody(
    scene,
    contacts.preview,
    html`${left === 0 && html`<p class="flash done" role="status">${contacts.done}</p>`}
      ${missed.length > 0 && todo && html`<p class="flash careful" role="alert">${say(contacts.missed, { lines: missed.join(', ') })}</p>`}
      ${sheetLine(sheet, texts)}
      <ul class="sums" role="list">
        ${Object.entries(sums).map(([name, many]) => html`<li><b>${many}</b>${contacts.sums[name as keyof typeof sums]}</li>`)}
      </ul>
      ${left === null && html`<p>${contacts.nothingYet}</p>`}
      ${todo ? button(left === null ? contacts.apply : say(contacts.goOn, { left })) : left === null && html`<p><b>${texts.nothing}</b></p>`}
      ${
        mails > 0 &&
        html`<h2>${contacts.mails} (${mails})</h2>
          <p class="soft">${contacts.mailsLead}</p>
          <p><a href="${here}/adresses.csv" download>${contacts.mails} (CSV)</a></p>
          <p>${contacts.then} <a href="${invitationsAt(at)}">${texts.invitations.title}</a></p>`
      }
      ${organisations.length > 0 && facts([[contacts.sums.organisations, organisations.join(', ')]])}
      ${listing(
        contacts.preview,
        Object.values(contacts.columns),
        lines.map((line) => [
          String(line.line),
          line.person,
          line.organisation,
          line.role,
          line.region,
          line.mail,
          whatHappens(line, contacts),
        ]),
      )}
      <p><a href="${at}/personnes/liste">${contacts.another}</a></p>`,
  )
}

function whatHappens({ is, why, changes, notes, phoneRead }: ContactLine, contacts: ContactsTexts): Html {
  const said = [
    ...why.map((one) => contacts.why[one]),
    ...changes.map(({ field, from, to }) => say(contacts.changes, { field: contacts.fields[field], from, to })),
    ...notes.map((note) => contacts[note]),
    ...(phoneRead === null ? [] : [say(contacts.phoneRead, { phone: phoneRead })]),
  ]
  return html`${tag(tones[is], contacts.is[is])}${
    said.length > 0 &&
    html`<ul>
      ${said.map((text) => html`<li>${text}</li>`)}
    </ul>`
  }`
}
