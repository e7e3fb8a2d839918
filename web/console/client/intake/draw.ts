import { say } from '../../../say.ts'
import type { IntakeTexts } from '../../intake/texts.ts'
import { isOffline } from '../offline/copy.ts'
import type { Fields } from './form.ts'

/** What was recorded while the link was down, as it waits in the browser; `name` is where. */
export interface Waiting {
  name: string
  fields: Fields
  /** Milliseconds, by the browser's clock. */
  at: number
  /** The server found something to mend in it. */
  refused: boolean
}
export type SentLine = Pick<Waiting, 'fields' | 'at'> & { href: string; reference: string }
export type Trouble = '' | 'offline' | 'signedOut'
export interface Notice {
  text: string
  act?: { label: string; run: () => void }
}
export type WaitingTexts = IntakeTexts['waiting'] & {
  kinds?: Readonly<Record<string, string>>
  problems?: Readonly<Record<string, string>>
}

/** As long as one that left may be put right. */
const correctMs = 10 * 60_000
const isNew = ({ at }: Waiting): boolean => Date.now() - at < correctMs

interface WaitingList {
  waiting: readonly Waiting[]
  /** How many lie there that cannot be read without a link. */
  unread: number
  sent: readonly SentLine[]
  trouble: Trouble
  notice: Notice | undefined
  mend: (one: Waiting) => void
  tryNow: () => void
}

function make(tag: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  element.append(...inside)
  return element
}

function button(label: string, run: () => void): HTMLElement {
  const made = make('button', label)
  made.className = 'button plain small'
  made.setAttribute('type', 'button')
  made.addEventListener('click', run)
  return made
}

function link(label: string, href: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = make('a', label)
  for (const [name, value] of Object.entries({ href, ...attributes })) made.setAttribute(name, value)
  return made
}

/** Says plainly, in `box`, what waits for the link and what has left. */
export function listDrawer(box: HTMLElement, texts: WaitingTexts): (list: WaitingList) => void {
  const lineOf = ({ fields, at }: Pick<Waiting, 'fields' | 'at'>): string => {
    const words = (fields['text'] ?? '').replace(/\s+/g, ' ')
    const start = words.length > 40 ? `${words.slice(0, 40)}…` : words || '…'
    const time = new Date(at).toTimeString().slice(0, 5)
    return say(texts.line, { kind: texts.kinds?.[fields['kind'] ?? ''] ?? '…', time, start })
  }

  function waitingPart({ waiting, unread, trouble, mend, tryNow }: WaitingList): HTMLElement {
    const count = waiting.length + unread
    const held = say(count > 1 ? texts.several : texts.one, { count })
    // What the server sent back waits for a person, not for the link: trying again would change nothing.
    const isStuck = trouble === '' && waiting.every(({ refused }) => refused)
    const lines = waiting.map((one) => {
      const refused = [make('b', `${texts.refused} `), button(texts.mend, () => { mend(one) })] // prettier-ignore
      return make(
        'li',
        `${lineOf(one)} `,
        ...(one.refused ? refused : isOffline() && isNew(one) ? refused.slice(1) : []),
      )
    })
    const way =
      trouble === 'signedOut'
        ? link(texts.signIn, box.dataset['base'] ?? '', { target: '_blank' })
        : button(texts.tryNow, tryNow)
    const why = make('p', trouble === '' ? texts.sending : texts[trouble])
    const head = make('p', make('b', isStuck ? texts.stuck : held))
    return make('div', head, make('ul', ...lines), ...(isStuck ? [] : [why, way]))
  }
  function sentPart({ sent }: WaitingList): HTMLElement {
    const lines = sent.map((one) => make('li', `${lineOf(one)} → `, link(one.reference, one.href, { class: 'number' })))
    const part = make('div', make('p', make('b', texts.sent)), make('ul', ...lines))
    part.className = 'sent'
    return part
  }

  return (list) => {
    const { notice, waiting, unread, sent } = list
    box.replaceChildren(
      ...(notice
        ? [
            make(
              'div',
              make('p', make('b', notice.text)),
              ...(notice.act ? [button(notice.act.label, notice.act.run)] : []),
            ),
          ]
        : []),
      ...(waiting.length + unread > 0 ? [waitingPart(list)] : []),
      ...(sent.length > 0 ? [sentPart(list)] : []),
    )
  }
}
