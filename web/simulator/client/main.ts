import { drawClock, drawHealth, startClock } from './clock.ts'
import { byId, texts } from './dom.ts'
import { drawGuide } from './guide.ts'
import { hearLists } from './lists.ts'
import { drawPhone, prefill, startPhone } from './phone.ts'
import { hearConfig } from './server.ts'
import { pollSms } from './sms.ts'
import { drawQueue, refreshStaff, startStaff } from './staff.ts'
import { drawTopics, startTopics } from './topics.ts'

const everyMs = 1000

async function look(): Promise<void> {
  await hearConfig()
  await hearLists()
  await pollSms()
  drawPhone()
  drawClock()
  await Promise.all([drawQueue(), drawTopics(), drawHealth()])
}

/** One round after the other, never two at once; a hidden tab rests. */
async function keepLooking(): Promise<void> {
  if (!document.hidden) await look()
  setTimeout(() => void keepLooking(), everyMs)
}

startPhone()
startStaff()
startTopics()
startClock(async () => {
  await look()
  await refreshStaff()
})
byId('example', HTMLButtonElement).addEventListener('click', () => {
  prefill(texts.guide.example)
})
drawGuide()
drawPhone()
void keepLooking()
