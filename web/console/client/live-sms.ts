import { lint } from '../../../core/notices/gsm7.ts'
import { say } from '../../say.ts'
import type { LiveSms } from '../case/live-sms.ts'

/**
 * Shows the SMS of a form as it will read, while it is typed, and lets it be sent at once: the server takes it only if what it
 * makes is what was shown.
 */
export function liveSms(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const form = box.closest('form')
    const { field, by, frames, values, texts } = JSON.parse(box.dataset['live'] ?? '{}') as LiveSms
    const part = (name: string): HTMLElement | null => box.querySelector<HTMLElement>(`[data-part=${name}]`)
    const previewed = box.querySelector<HTMLInputElement>('input[name=previewed]')
    const sends = box.querySelectorAll<HTMLButtonElement>('button')
    if (!form || !previewed) continue
    const show = (name: string, text: string | boolean): void => {
      const at = part(name)
      if (!at) return
      at.hidden = text === false || text === ''
      if (typeof text === 'string' && at.textContent !== text) at.textContent = text
    }
    const valueOf = (name: string): string => {
      const one = form.elements.namedItem(name)
      return one && 'value' in one && typeof one.value === 'string' ? one.value : ''
    }
    // What needs no script steps aside once the SMS stands here; until then its button says what is still to be filled in.
    const plain = [...form.querySelectorAll<HTMLElement>('[data-plain]')]
    for (const input of plain.flatMap((one) => [...one.querySelectorAll('input')])) input.disabled = true
    const update = (): void => {
      const typed = valueOf(field).trim()
      const said = values ? (values[typed] ?? '') : typed
      const frame = frames[by === null ? '' : valueOf(by)]
      const isReady = said !== '' && frame !== undefined
      const sms = isReady ? (/[.!?]$/.test(said) ? frame.ended : frame.open).replace('{}', () => said) : ''
      const { result, changes, tooLong, alphabet, segments, units, perSegment } = lint(sms)
      box.hidden = !isReady
      for (const one of plain) one.hidden = isReady || !one.matches('.buttons')
      previewed.value = result
      previewed.disabled = !isReady
      for (const send of sends) send.disabled = !isReady || tooLong
      show('sms', result)
      show('size', say(segments === 1 ? texts.one : texts.several, { count: segments, units, room: perSegment }))
      show('ucs2', alphabet === 'ucs2')
      show('long', tooLong)
      const list = changes.map(([from, to]) => `${from} → ${to === '' ? '∅' : to}`).join(', ')
      show('changes', list && say(texts.changes, { changes: list }))
    }
    form.addEventListener('input', update)
    form.addEventListener('change', update)
    // A page that comes back has what was typed in it, and said so to nobody.
    window.addEventListener('pageshow', update)
    update()
  }
}
