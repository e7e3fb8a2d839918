import { listDrawer, type Notice, type SentLine, type Trouble, type Waiting, type WaitingTexts } from './draw.ts'
import { isOffline } from '../offline/copy.ts'
import type { Fields, IntakeForm } from './form.ts'
import type { SealedStore } from './seal.ts'
import type { Answer } from './send.ts'

const start = 'envoi:'

interface Parts {
  box: HTMLElement
  texts: WaitingTexts
  store: SealedStore
  form: IntakeForm
  send: (fields: Fields) => Promise<Answer>
}

/** What was recorded while the link was down: it waits in the browser, leaves when the link is back, and is listed. */
export function waitingList({ box, texts, store, form, send }: Parts) {
  const draw = listDrawer(box, texts)
  const sent: SentLine[] = []
  /** What was written in this page: without a link it cannot be read again from where it lies. */
  const written = new Map<string, Waiting>()
  let trouble: Trouble = ''
  let flushing = false

  /** In the order they were written, as the slips of a box lie: a browser keeps them in any. */
  async function readable(): Promise<Waiting[]> {
    const names = store.names(start)
    const all = await Promise.all(names.map(async (name) => written.get(name) ?? (await store.kept<Waiting>(name))))
    return all.filter((one) => one !== null).sort((one, other) => one.at - other.at)
  }

  async function show(notice?: Notice): Promise<void> {
    const waiting = await readable()
    draw({
      waiting,
      unread: isOffline() ? store.names(start).length - waiting.length : 0,
      sent,
      trouble,
      notice,
      mend: (one) => void mend(one),
      tryNow: () => void flush(),
    })
  }

  async function mend({ name, fields }: Waiting): Promise<void> {
    form.fill(fields)
    store.drop(name)
    written.delete(name)
    await show()
    // Without a link it is put right here; with one the server says what is wrong.
    if (!isOffline()) form.submit()
  }

  async function flush(): Promise<void> {
    if (flushing || store.names(start).length === 0) return
    flushing = true
    for (const one of await readable()) {
      if (one.refused) continue
      const answer = await send(one.fields)
      trouble = answer.is === 'offline' || answer.is === 'signedOut' ? answer.is : ''
      if (answer.is === 'done') {
        sent.push({ ...one, href: answer.href, reference: answer.reference })
        store.drop(one.name)
      } else if (answer.is === 'refused') await store.keep(one.name, { ...one, refused: true })
      else break
    }
    flushing = false
    await show()
  }

  const nameOf = (fields: Fields): string => start + (fields['requestId'] ?? '')

  return {
    show,
    flush,
    async add(fields: Fields): Promise<void> {
      const name = nameOf(fields)
      const one: Waiting = { name, fields, at: Date.now(), refused: false }
      if (isOffline()) written.set(name, one)
      await store.keep(name, one)
    },
    drop(fields: Fields): void {
      store.drop(nameOf(fields))
    },
    /** Why the last one did not leave. */
    async stays(why: Trouble): Promise<void> {
      trouble = why
      await show()
    },
  }
}

export type WaitingListShown = ReturnType<typeof waitingList>
