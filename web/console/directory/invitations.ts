import { html, raw } from 'hono/html'
import type { InvitationState, MessageWay } from '../../../core/directory/invitation.ts'
import type { Html } from '../../html.ts'
import { say } from '../../say.ts'
import type { InvitationsTexts } from './invitations-texts.ts'
import { listing, type TabScene, tag, underBody } from './parts.ts'

/** One invitation in words. */
export interface InvitedLine {
  id: string
  name: string
  role: string
  belongs: string
  /** Whose protocol they wait for; null where they wait for none. */
  waitsFor: string | null
  state: InvitationState
  /** By what the last message left. */
  last: MessageWay | null
  /** « lun. 14 juin », when it was called for. */
  sentOn: string | null
  bySlip: boolean
  /** By what one may leave now; the first unless somebody chooses. */
  mayLeaveBy: readonly MessageWay[]
}

interface InvitationsView {
  scene: TabScene
  lines: readonly InvitedLine[]
  /** Where to sign in is known: without it nothing can be said. */
  hasAddress: boolean
  /** How many messages were just called for; null where nobody pressed. */
  sent: number | null
}

const tones: Record<InvitationState, 'late' | 'today' | 'left' | 'mark'> = {
  taken: 'left',
  protocol: 'today',
  ready: 'mark',
  leaving: 'left',
  sent: 'left',
  delivered: 'left',
  unconfirmed: 'left',
  unknown: 'today',
  stopped: 'late',
  failed: 'late',
}

export const invitationsAt = (at: string): string => `${at}/personnes/invitations`

export function invitationsBody({ scene, lines, hasAddress, sent }: InvitationsView): Html {
  const { at, csrf, texts } = scene
  const { invitations } = texts
  const { columns } = invitations
  const slips = lines.filter(isSlip).length
  const maySend = lines.some(({ mayLeaveBy }) => mayLeaveBy.length > 0)
  const mayChoose = lines.some(({ mayLeaveBy }) => mayLeaveBy.length > 1)
  const byMail = lines.some(({ mayLeaveBy, last }) => last === 'mail' || mayLeaveBy.includes('mail'))
  const rows = lines.map((line) => [
    line.mayLeaveBy.length > 0 ? tick(line, say(invitations.choose, { name: line.name })) : '–',
    line.name,
    html`${line.role}${line.belongs !== '' && html`<br /><span class="soft">${line.belongs}</span>`}`,
    html`${tag(tones[line.state], stateOf(line, invitations))}${line.sentOn !== null && line.state !== 'taken' && html`<br /><span class="soft">${say(invitations.sentOn, { day: line.sentOn })}</span>`}${line.waitsFor !== null && html`<br /><a href="${at}/organisations/${line.waitsFor}">${invitations.record}</a>`}${leaving(line, invitations)}`,
  ])
  return underBody(
    scene,
    invitations.title,
    html`${sent !== null && html`<p class="flash done" role="status">${sent === 0 ? invitations.sentNone : say(invitations.sent, { count: sent })}</p>`}
      <p class="soft">${invitations.lead}</p>
      ${!hasAddress && html`<p class="calm">${invitations.noAddress}</p>`}
      ${slips > 0 && html`<p><a href="${invitationsAt(at)}/fiches">${say(invitations.slips, { count: slips })}</a></p>`}
      ${
        lines.length === 0
          ? html`<p>${invitations.none}</p>`
          : html`<form method="post" action="${invitationsAt(at)}">
              <input type="hidden" name="csrf" value="${csrf}" />
              ${listing(invitations.title, [columns.send, columns.person, columns.role, columns.state], rows)}
              ${
                maySend &&
                html`<p class="soft">${invitations.rules}</p>
                  ${byMail && html`<p class="soft">${invitations.mailRules}</p>`}
                  <p class="buttons">
                    <button class="button">${invitations.send}</button>
                    ${mayChoose && html`<button class="button plain" name="par" value="courriel">${invitations.sendByMail}</button>`}
                  </p>`
              }
            </form>`
      }`,
  )
}

/** An e-mail tells less of itself than an SMS. */
const stateOf = ({ state, last }: InvitedLine, { states, mailStates }: InvitationsTexts): string =>
  (last === 'mail' && mailStates[state]) || states[state]

/** By what it would leave now, or that it is for a slip. */
function leaving(line: InvitedLine, { by, bySlip }: InvitationsTexts): Html {
  const [way] = line.mayLeaveBy
  const said = isSlip(line) ? bySlip : way && by[way]
  return html`${said && html`<br /><span class="soft">${said}</span>`}`
}

/** Waits for nothing but to hear of it, and no message reaches them. */
export const isSlip = ({ bySlip, state }: Pick<InvitedLine, 'bySlip' | 'state'>): boolean =>
  bySlip && state !== 'taken' && state !== 'protocol'

/** Those to whom nothing has left yet are ticked: the first press writes to all of them. */
const tick = ({ id, state }: InvitedLine, label: string): Html =>
  html`<label class="choice"
    ><input type="checkbox" name="invited" value="${id}" ${state === 'ready' && raw('checked')} /><span
      class="visually-hidden"
      >${label}</span
    ></label
  >`

/** A slip each, to print and hand over, or to copy into a message of one's own. */
export function slipsBody({
  scene,
  lines,
  address,
}: {
  scene: TabScene
  lines: readonly InvitedLine[]
  address: string | null
}): Html {
  const { slip, title } = scene.texts.invitations
  return html`<p class="crumb screen-only"><a href="${invitationsAt(scene.at)}">← ${title}</a></p>
    <h1 class="screen-only">${slip.title}</h1>
    <p class="soft screen-only">${slip.lead}</p>
    ${lines.map(
      ({ name, belongs, role }) =>
        html`<section class="invited-slip">
          <h2>${slip.head}</h2>
          <p>${say(slip.to, { name, belongs: belongs || role })}</p>
          <p>${address === null ? slip.goTo : html`${slip.go} <b>${address}</b>`}</p>
          <p>${slip.mail}</p>
          <p class="soft">${slip.first} ${slip.ask}</p>
        </section>`,
    )}`
}
