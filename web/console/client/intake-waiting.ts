import type { IntakeTexts } from '../intake/texts.ts'

/** What was recorded while the link was down, as it waits in the browser; `name` is where. */
export interface Waiting {
  name: string
  fields: Readonly<Record<string, string>>
  /** Milliseconds, by the browser's clock. */
  at: number
  /** The server found something to mend in it. */
  refused: boolean
}
export type SentLine = Pick<Waiting, 'fields' | 'at'> & { href: string; reference: string }
export type Trouble = '' | 'offline' | 'signedOut'

interface Shown {
  waiting: readonly Waiting[]
  sent: readonly SentLine[]
  trouble: Trouble
  notice: { text: string; act?: { label: string; run: () => void } } | undefined
  mend: (one: Waiting) => void
  tryNow: () => void
}

/**
 * Says plainly, in `box`, what waits for the link and what has left. Sent to the browser as its own text: it uses nothing from
 * outside itself.
 */
export function intakeWaiting(
  box: HTMLElement,
  say: IntakeTexts['waiting'] & { kinds?: Readonly<Record<string, string>> },
): (shown: Shown) => void {
  const lineOf = ({ fields, at }: Pick<Waiting, 'fields' | 'at'>): string => {
    const words = (fields['text'] ?? '').replace(/\s+/g, ' ')
    const start = words.length > 40 ? `${words.slice(0, 40)}…` : words
    const time = new Date(at).toTimeString().slice(0, 5)
    const holes: Record<string, string> = { kind: say.kinds?.[fields['kind'] ?? ''] ?? '', time, start }
    return say.line.replace(/\{(\w+)\}/g, (_, name: string) => holes[name] ?? '')
  }
  const make = (tag: string, ...inside: (Node | string)[]): HTMLElement => {
    const element = document.createElement(tag)
    element.append(...inside)
    return element
  }
  const button = (label: string, run: () => void): HTMLElement => {
    const made = make('button', label)
    made.className = 'button plain small'
    made.setAttribute('type', 'button')
    made.addEventListener('click', run)
    return made
  }
  const link = (label: string, href: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
    const made = make('a', label)
    for (const [name, value] of Object.entries({ href, ...attributes })) made.setAttribute(name, value)
    return made
  }

  function waitingPart({ waiting, trouble, mend, tryNow }: Shown): HTMLElement {
    const held = (waiting.length > 1 ? say.several : say.one).replace('{count}', String(waiting.length))
    // What the server sent back waits for a person, not for the link: trying again would change nothing.
    const isStuck = trouble === '' && waiting.every(({ refused }) => refused)
    const lines = waiting.map((one) => {
      const refused = [make('b', `${say.refused} `), button(say.mend, () => { mend(one) })] // prettier-ignore
      return make('li', `${lineOf(one)} `, ...(one.refused ? refused : []))
    })
    const way =
      trouble === 'signedOut'
        ? link(say.signIn, box.dataset['base'] ?? '', { target: '_blank' })
        : button(say.tryNow, tryNow)
    const why = make('p', trouble === '' ? say.sending : say[trouble])
    const head = make('p', make('b', isStuck ? say.stuck : held))
    return make('div', head, make('ul', ...lines), ...(isStuck ? [] : [why, way]))
  }
  function sentPart({ sent }: Shown): HTMLElement {
    const lines = sent.map((one) => make('li', `${lineOf(one)} → `, link(one.reference, one.href, { class: 'number' })))
    const part = make('div', make('p', make('b', say.sent)), make('ul', ...lines))
    part.className = 'sent'
    return part
  }

  return (shown) => {
    const { notice, waiting, sent } = shown
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
      ...(waiting.length > 0 ? [waitingPart(shown)] : []),
      ...(sent.length > 0 ? [sentPart(shown)] : []),
    )
  }
}
