import { drawClock, drawHealth, isMoving, startClock } from './clock.ts'
import { clockMoved, hearMark, startDesk } from './desk.ts'
import { byId, texts } from './dom.ts'
import { drawGuide } from './guide.ts'
import { drawPhone, phoneShown, prefill, startPhone } from './phone.ts'
import { hearConfig } from './server.ts'
import { show, startSides } from './sides.ts'
import { pollSms } from './sms.ts'
import { drawTopics, startTopics } from './topics.ts'

const everyMs = 1000

async function look(): Promise<void> {
  await hearConfig()
  await pollSms()
  drawPhone()
  drawClock()
  const [mark] = await Promise.all([drawHealth(), drawTopics()])
  // While the clock moves everything does: the desk waits for what comes of it.
  if (mark !== null && !isMoving()) hearMark(mark)
}

/** One round after the other, never two at once; a hidden tab rests. */
async function keepLooking(): Promise<void> {
  if (!document.hidden) await look()
  setTimeout(() => void keepLooking(), everyMs)
}

startPhone()
startDesk()
startTopics()
startSides(phoneShown)
startClock(async () => {
  clockMoved()
  await look()
})
byId('example', HTMLButtonElement).addEventListener('click', () => {
  show('phone')
  prefill(texts.guide.example)
})
drawGuide()
drawPhone()
void keepLooking()
