import { practising } from '../core/operations/practice.ts'
import { checkOn, selfCheck } from '../core/operations/self-check.ts'
import { sweep, type Swept } from '../core/operations/sweep.ts'
import { sweepServices } from './wiring/aws-figures.ts'
import { eventEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { needsOf, type SweepServices } from './wiring/services.ts'

/** A minute is the schedule's; what is left then is due again in the next one. */
const budgetMs = 45_000

/** Once a day, before anything moves. What fails here must not keep a single case from being looked at. */
function dailyCheck(services: SweepServices) {
  let lookedOn = ''
  return async (now: string): Promise<void> => {
    const needs = { ...services, now }
    const on = checkOn(needs)
    if (on === lookedOn) return
    try {
      const check = await selfCheck(needs)
      lookedOn = on
      if (!check) return
      const { rows, live, difference, canary } = check
      log('self-check', { rows, live, difference, canary, failed: difference !== 0 || canary === 'missed' })
    } catch (error) {
      log('self-check', { failed: true, error })
    }
  }
}

/** Every minute: everything due, from the beginning until nothing is left; then the canary in the practice programme. */
export const build = (services: SweepServices) => {
  const check = dailyCheck(services)
  return async (): Promise<Swept> => {
    const startMs = performance.now()
    const mayGoOn = () => performance.now() - startMs < budgetMs
    const needs = needsOf(services)
    await check(needs.now)
    const swept = await sweep(needs, mayGoOn)
    log('swept', { message: `swept ${swept.done} of ${swept.seen}`, done: swept.done, seen: swept.seen })
    if (mayGoOn()) await sweep(practising(needs, services.practice), mayGoOn)
    return swept
  }
}

export const handler = eventEntry(() => build(sweepServices()))
