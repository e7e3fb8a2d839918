import { byId } from './dom.ts'

/** What a newcomer does, in this order. */
const steps = ['file', 'triage', 'wait', 'answer', 'verdict'] as const
type Step = (typeof steps)[number]
const reached = new Set<Step>()

export function did(step: Step): void {
  reached.add(step)
  drawGuide()
}

export function drawGuide(): void {
  const next = steps.find((one) => !reached.has(one))
  for (const [index, one] of steps.entries()) {
    const item = byId(`step-${index + 1}`, HTMLElement)
    const tick = item.querySelector<HTMLElement>('.tick')
    if (tick) tick.hidden = !reached.has(one)
    item.classList.toggle('reached', reached.has(one))
    if (one === next) item.setAttribute('aria-current', 'step')
    else item.removeAttribute('aria-current')
  }
}
