import { sweep, type Swept } from '../core/operations/sweep.ts'
import { awsServices } from './wiring/aws.ts'
import { eventEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { needsOf, type Services } from './wiring/services.ts'

/** A minute is the schedule's; what is left then is due again in the next one. */
const budgetMs = 45_000

/** Every minute: everything due, from the beginning until nothing is left. */
export const build = (services: Services) => async (): Promise<Swept> => {
  const startMs = performance.now()
  const swept = await sweep(needsOf(services), () => performance.now() - startMs < budgetMs)
  log('swept', { message: `swept ${swept.done} of ${swept.seen}`, done: swept.done, seen: swept.seen })
  // An alarm counts lines with an error: a sweep in which every case fails must not look well.
  if (swept.failed.length > 0) log('sweep-failed', { error: new Error('some'), failed: swept.failed.length })
  return swept
}

export const handler = eventEntry(() => build(awsServices()))
