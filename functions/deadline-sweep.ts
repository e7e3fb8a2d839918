import { practising } from '../core/operations/practice/practice.ts'
import { dutyRounds } from '../core/operations/sweep/duty-rounds.ts'
import { sweep, type Swept } from '../core/operations/sweep/sweep.ts'
import { sweepServices } from './wiring/aws-figures.ts'
import { eventEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { needsOf, type SweepServices } from './wiring/services.ts'

/** A minute is the schedule's; what is left then is due again in the next one. */
const budgetMs = 45_000

/** Every minute everything due, from the beginning until nothing is left, and duties around it; once an hour before that the canary in the practice programme. */
export const build = (services: SweepServices) => {
  const dutiesOf = dutyRounds(log)
  const { figures, selfCheck, leftovers, practice, directory, casesAt, gatewayWatch } = services
  /** The hour in which the canary was last looked for: another instance looks again. */
  let lookedIn = ''
  return async (): Promise<Swept> => {
    const startMs = performance.now()
    const mayGoOn = () => performance.now() - startMs < budgetMs
    let refreshed: Promise<void> | null = null
    // Most minutes there is nothing to do. Cases are looked at with the organisations last known rather than not at all.
    const ready = () =>
      (refreshed ??= services.refreshProgramme(false).catch((error: unknown) => {
        log('directory-failed', { error })
      }))
    const needs = { ...needsOf(services), figures, selfCheck, leftovers, practice, directory, casesAt, gatewayWatch }
    const hour = needs.now.slice(0, 13)
    if (hour !== lookedIn) await sweep(practising(needs, practice), { mayGoOn, ready })
    lookedIn = hour
    const may = await dutiesOf('before-cases', needs, { mayGoOn, ready })
    const swept = may ? await sweep(needs, { mayGoOn, ready }) : { seen: 0, done: 0, failed: [] }
    await dutiesOf('after-cases', needs, { mayGoOn, ready })
    log('swept', { message: `swept ${swept.done} of ${swept.seen}`, done: swept.done, seen: swept.seen })
    // An alarm counts lines that carry an error: a sweep whose every case fails must not look well.
    if (swept.failed.length > 0) log('sweep-failed', { error: 'visits', failed: swept.failed.length })
    return swept
  }
}

export const handler = eventEntry(() => build(sweepServices()))
