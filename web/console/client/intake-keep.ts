import type { intakeWaiting, SentLine, Trouble, Waiting } from './intake-waiting.ts'

/**
 * « Nouvelle plainte » while the link is down: a draft while somebody types, and what was recorded without a link, both sealed with
 * a key that only this person's session is shown, kept in the browser until sent. Nothing of abuse, danger or integrity is ever kept.
 * Each form has one number (`requestId`): sent again, it makes no second case. Sent to the browser as its own text: it uses nothing
 * from outside itself but what draws the list.
 */
export function intakeKeep(list: typeof intakeWaiting): void {
  const form = document.querySelector<HTMLFormElement>('form#saisie')
  const box = document.querySelector<HTMLElement>('#attente')
  if (!form || !box) return
  type Fields = Waiting['fields']
  const { base = '', keys = '', texts = '{}' } = box.dataset
  const say = JSON.parse(texts) as Parameters<typeof list>[1]
  const draw = list(box, say)
  const address = `${base}/nouvelle`
  const field = (name: string) => form.elements.namedItem(name)
  const put = (name: string, value: string): void => {
    const one = field(name)
    if (one && 'value' in one) one.value = value
  }
  /** What may stand in a browser: never what key 4 asks, nor money or favours demanded. */
  const mayKeep = (kind: string): boolean => kind !== 'danger' && kind !== 'integrity'
  const fieldsOf = (): Fields => {
    const all = [...new FormData(form)].filter(([name, value]) => name !== 'csrf' && typeof value === 'string')
    return Object.fromEntries(all) as Fields
  }
  const valueOf = (name: string): string => fieldsOf()[name] ?? ''

  // Sealing: AES-GCM under keys the page brings. Without them, or without a safe context, nothing is kept.
  const space = `jaabi-saisie:${base}:`
  let seals: CryptoKey[] = []
  async function prepare(): Promise<void> {
    const { subtle } = crypto
    const digest = (key: string) => subtle.digest('SHA-256', new TextEncoder().encode(key))
    const seal = (raw: ArrayBuffer) => subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
    localStorage.setItem(`${space}essai`, '')
    localStorage.removeItem(`${space}essai`)
    seals = await Promise.all(keys.split(' ').map(async (key) => seal(await digest(key))))
  }
  async function keep(name: string, value: object): Promise<void> {
    const [seal] = seals
    if (!seal) return
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const clear = new TextEncoder().encode(JSON.stringify(value))
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, seal, clear))
    localStorage.setItem(space + name, btoa(String.fromCharCode(...iv, ...sealed)))
  }
  async function kept<T>(key: string): Promise<T | null> {
    const bytes = Uint8Array.from(atob(localStorage.getItem(key) ?? ''), (letter) => letter.charCodeAt(0))
    for (const seal of seals) {
      const how = { name: 'AES-GCM', iv: bytes.slice(0, 12) }
      const clear = await crypto.subtle.decrypt(how, seal, bytes.slice(12)).catch(() => null)
      if (clear) return JSON.parse(new TextDecoder().decode(clear)) as T
    }
    return null
  }
  const drop = (name: string): void => {
    localStorage.removeItem(space + name)
  }
  const waitingKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(`${space}envoi:`))

  const draft = 'brouillon'
  let timer = 0
  let saving: Promise<void> = Promise.resolve()
  async function dropDraft(): Promise<void> {
    clearTimeout(timer)
    await saving
    if (seals.length > 0 || keys === '') drop(draft)
  }

  const sent: SentLine[] = []
  let trouble: Trouble = ''
  async function show(notice?: { text: string; act?: { label: string; run: () => void } }): Promise<void> {
    const all = (await Promise.all(waitingKeys().map((key) => kept<Waiting>(key)))).filter((one) => one !== null)
    draw({ waiting: all, sent, trouble, notice, mend: (one) => void mendIt(one), tryNow: () => void flush() })
  }

  // Sending. `redirected`: to the sign-in page, since a session that ended answers a link that way.
  type Answer = { is: 'done'; href: string; reference: string } | { is: 'refused' | 'offline' | 'signedOut' }
  async function freshCsrf(): Promise<boolean> {
    const response = await fetch(`${address}/jeton`, { redirect: 'manual', cache: 'no-store' }).catch(() => null)
    if (!response?.ok) return false
    const fresh = (await response.json()) as { csrf: string; keys: string[] }
    // Somebody else may have signed in meanwhile: what this person wrote is not theirs to send.
    if (fresh.keys.join(' ') !== keys) return false
    for (const one of document.querySelectorAll<HTMLInputElement>('input[name=csrf]')) one.value = fresh.csrf
    return true
  }
  async function send(fields: Fields, again = true): Promise<Answer> {
    const csrf = form?.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? ''
    const body = new URLSearchParams({ ...fields, csrf })
    const headers = { accept: 'application/json' }
    // A link that hangs is no link: what is sent again makes no second case.
    const signal = AbortSignal.timeout(30_000)
    const response = await fetch(address, { method: 'POST', body, headers, signal }).catch(() => null)
    if (!response) return { is: 'offline' }
    if (response.ok) {
      const answer = (await response.json().catch(() => null)) as { href: string; reference: string } | null
      return answer ? { is: 'done', ...answer } : { is: 'offline' }
    }
    if (response.status === 422) return { is: 'refused' }
    if (response.status !== 401 && response.status !== 403) return { is: 'offline' }
    return again && (await freshCsrf()) ? send(fields, false) : { is: 'signedOut' }
  }

  let flushing = false
  async function flush(): Promise<void> {
    if (flushing || waitingKeys().length === 0) return
    flushing = true
    for (const key of waitingKeys()) {
      const one = await kept<Waiting>(key)
      if (!one || one.refused) continue
      const answer = await send(one.fields)
      trouble = answer.is === 'offline' || answer.is === 'signedOut' ? answer.is : ''
      if (answer.is === 'done') {
        sent.push({ ...one, href: answer.href, reference: answer.reference })
        drop(one.name)
      } else if (answer.is === 'refused') await keep(one.name, { ...one, refused: true })
      else break
    }
    flushing = false
    await show()
  }

  /** Fills the form with what was kept, under the number it had. */
  function fill(fields: Fields): void {
    form?.reset()
    for (const [name, value] of Object.entries(fields)) put(name, value)
    const old = field('old')
    if (old instanceof HTMLInputElement) old.checked = 'old' in fields
    form?.querySelector<HTMLElement>('#source')?.dispatchEvent(new Event('change'))
    form?.querySelector<HTMLElement>('#received')?.dispatchEvent(new Event('change'))
  }
  async function mendIt(one: Waiting): Promise<void> {
    fill(one.fields)
    drop(one.name)
    await show()
    form?.submit()
  }

  /** The next one: what was said of the last goes, where it came from stays. */
  function next(): void {
    put('requestId', crypto.randomUUID())
    for (const name of ['text', 'phone', 'onBehalf']) put(name, '')
    for (const one of form?.querySelectorAll<HTMLSelectElement>('[data-question]') ?? []) one.value = ''
    put('kind', 'complaint')
    put('consent', 'none')
    form?.dispatchEvent(new Event('next'))
    form?.querySelector<HTMLElement>('#text')?.focus()
  }

  let busy = false
  async function record(fields: Fields): Promise<void> {
    const name = `envoi:${fields['requestId'] ?? ''}`
    const keeps = mayKeep(fields['kind'] ?? '') && seals.length > 0
    if (keeps) {
      // In the browser first: what happens to the page while it is under way loses nothing.
      await keep(name, { name, fields, at: Date.now(), refused: false })
      await dropDraft()
    }
    const answer = await send(fields)
    if (answer.is === 'done') {
      drop(name)
      location.assign(answer.href)
    } else if (answer.is === 'refused') {
      drop(name)
      form?.submit()
    } else if (keeps) {
      trouble = answer.is
      next()
      await show()
    } else {
      const text = answer.is === 'signedOut' ? say.signedOut : say.notKept
      await show({ text })
    }
  }
  form.addEventListener('submit', (event) => {
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name === 'go') return
    event.preventDefault()
    if (busy) return
    busy = true
    const pressed = form.querySelector<HTMLElement>('.send .button')
    const label = pressed?.textContent ?? ''
    if (pressed) pressed.textContent = say.sending
    void record(fieldsOf()).finally(() => {
      busy = false
      if (pressed) pressed.textContent = label
    })
  })

  form.addEventListener('input', () => {
    clearTimeout(timer)
    const save = (): void => {
      if (!busy) saving = keep(draft, fieldsOf())
    }
    if (mayKeep(valueOf('kind'))) timer = window.setTimeout(save, 250)
    else void dropDraft()
  })
  // A page the browser kept whole would still hold what was sent.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })

  async function begin(): Promise<void> {
    // Whoever comes to say a danger may have begun in the ordinary form: nothing of it stays.
    if (keys === '') return dropDraft()
    await prepare()
    for (const line of document.querySelectorAll<HTMLElement>('[data-keeps]'))
      line.hidden = line.dataset['keeps'] !== 'some'
    const begun = 'cameBack' in (form?.dataset ?? {}) ? null : await kept<Fields>(space + draft)
    if (begun && (begun['text'] ?? '') !== '' && valueOf('text') === '') {
      fill(begun)
      const away = () =>
        void dropDraft()
          .then(next)
          .then(() => show())
      await show({ text: say.draft, act: { label: say.dropDraft, run: away } })
    } else await show()
    window.addEventListener('online', () => void flush())
    window.setInterval(() => void flush(), 20_000)
    await flush()
  }
  // A browser without safe storage keeps nothing, as the page says.
  void begin().catch(() => {
    seals = []
  })
}
