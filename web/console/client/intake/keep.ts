import { isOffline, putAway } from '../offline/copy.ts'
import type { WaitingTexts } from './draw.ts'
import { type Fields, intakeForm } from './form.ts'
import { lackingIn } from './lacking.ts'
import { sealedStore } from './seal.ts'
import { sender } from './send.ts'
import { waitingList } from './waiting.ts'
import { beginWithoutLink, showKeeps } from './without-link.ts'

const draft = 'brouillon'

/** What may stand in a browser: never what key 4 asks, nor money or favours demanded. */
const mayKeep = (kind = ''): boolean => kind !== 'danger' && kind !== 'integrity'

/**
 * « Nouvelle plainte » while the link is down: a draft while somebody types, and what was recorded without a link, both kept sealed in
 * the browser until sent. Nothing of abuse, danger or integrity is ever kept. Each form has one number (`requestId`): sent again, it
 * makes no second case.
 */
export function intakeKeep(): void {
  const element = document.querySelector<HTMLFormElement>('form#saisie')
  const box = document.querySelector<HTMLElement>('#attente')
  if (!element || !box) return
  const { base = '', keys = '' } = box.dataset
  const texts = JSON.parse(box.dataset['texts'] ?? '{}') as WaitingTexts
  const form = intakeForm(element)
  const store = sealedStore(base, keys)
  const send = sender(`${base}/nouvelle`, keys)
  const list = waitingList({ box, texts, store, form, send })

  let timer = 0
  let saving: Promise<void> = Promise.resolve()
  async function dropDraft(): Promise<void> {
    clearTimeout(timer)
    await saving
    if (store.keeps() || keys === '') store.drop(draft)
  }

  async function record(fields: Fields): Promise<void> {
    const may = mayKeep(fields['kind']) && store.keeps()
    // What lacks something is not put away while the person is still there to be asked.
    const wrong = may ? lackingIn(fields) : []
    const keeps = may && wrong.length === 0
    if (keeps) {
      // In the browser first: what happens to the page while it is under way loses nothing.
      await list.add(fields)
      await dropDraft()
    }
    const answer = await send(fields)
    if (answer.is === 'done') {
      list.drop(fields)
      location.assign(answer.href)
    } else if (answer.is === 'refused') {
      list.drop(fields)
      form.submit()
    } else if (wrong.length > 0) {
      await list.show({ text: [texts.lacking, ...wrong.map((one) => texts.problems?.[one] ?? '')].join(' ') })
      form.look(wrong)
    } else if (keeps) {
      form.next()
      await list.stays(answer.is)
    } else await list.show({ text: answer.is === 'signedOut' ? texts.signedOut : texts.notKept })
  }

  let busy = false
  element.addEventListener('submit', (event) => {
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name === 'go') return
    event.preventDefault()
    if (busy) return
    busy = true
    const pressed = element.querySelector<HTMLElement>('.send .button')
    const label = pressed?.textContent ?? ''
    if (pressed) pressed.textContent = texts.sending
    void record(form.fields()).finally(() => {
      busy = false
      if (pressed) pressed.textContent = label
    })
  })
  element.addEventListener('input', () => {
    clearTimeout(timer)
    const save = (): void => {
      if (!busy) saving = store.keep(draft, form.fields())
    }
    if (mayKeep(form.valueOf('kind'))) timer = window.setTimeout(save, 250)
    else void dropDraft()
  })
  // A page the browser kept whole would still hold what was sent.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  async function showDraft(begun: Fields): Promise<void> {
    form.fill(begun)
    const away = async (): Promise<void> => {
      await dropDraft()
      form.next()
      await list.show()
    }
    await list.show({ text: texts.draft, act: { label: texts.dropDraft, run: () => void away() } })
  }
  async function begin(): Promise<void> {
    // Whoever comes to say a danger may have begun in the ordinary form: nothing of it stays.
    if (keys === '') return dropDraft()
    await store.open()
    showKeeps()
    const begun = element && 'cameBack' in element.dataset ? null : await store.kept<Fields>(draft)
    if (begun && (begun['text'] ?? '') !== '' && form.valueOf('text') === '') await showDraft(begun)
    else await list.show()
    window.addEventListener('online', () => void list.flush())
    window.setInterval(() => void list.flush(), 20_000)
    await list.flush()
    if (element && base === '/console') await putAway(element).catch(() => undefined)
  }
  const saveDraft = async (): Promise<void> => {
    if (form.valueOf('text') !== '' && mayKeep(form.valueOf('kind'))) await store.keep(draft, form.fields())
  }
  // A browser without safe storage keeps nothing, as the page says.
  void (isOffline() ? beginWithoutLink({ base, store, list, saveDraft }) : begin()).catch(() => {
    store.close()
  })
}
