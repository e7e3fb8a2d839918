import { log } from '../../../functions/wiring/log.ts'

/** Runs once in each minute of the product's clock, never twice at a time, as the schedule on AWS would. */
export function everyMinute(nowAt: () => string, run: () => Promise<void>): () => void {
  let minute = ''
  let running = false
  const timer = setInterval(() => {
    const current = nowAt().slice(0, 16)
    if (running || current === minute) return
    minute = current
    running = true
    run()
      .catch((error: unknown) => {
        log('schedule-failed', { error })
      })
      .finally(() => {
        running = false
      })
  }, 500)
  return () => {
    clearInterval(timer)
  }
}
