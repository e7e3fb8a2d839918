import { agreement, checkOn, selfCheck } from '../../core/operations/sweep/self-check.ts'
import { log } from './log.ts'
import type { SweepServices } from './services.ts'

/**
 * Once a day; where agenda and figures differ, once more a minute later, when what was on its way has arrived. `failed` in its line of the log
 * rings an alarm. What fails here must not keep a single case from being looked at.
 */
export function dailyCheck(services: SweepServices) {
  let lookedOn = ''
  let again = false

  async function look(needs: SweepServices & { now: string }, on: string): Promise<void> {
    if (again) {
      again = false
      const found = await agreement(needs)
      log('self-check', { ...found, failed: found.difference !== 0 })
      return
    }
    const check = await selfCheck(needs)
    lookedOn = on
    again = check !== null && check.difference !== 0
    if (check) log('self-check', { ...check, again, failed: check.canary === 'missed' })
  }

  return async (now: string): Promise<void> => {
    const needs = { ...services, now }
    const on = checkOn(needs)
    if (on === lookedOn && !again) return
    try {
      await look(needs, on)
    } catch (error) {
      log('self-check', { failed: true, error })
    }
  }
}
