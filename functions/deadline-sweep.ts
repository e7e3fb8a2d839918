import { dailyDigest, digestOn } from '../core/operations/sweep/daily-digest.ts'
import type { Needs } from '../core/operations/needs.ts'
import { mondayOn, nudgeOrganisations } from '../core/operations/sweep/nudge-organisations.ts'
import { practising } from '../core/operations/practice/practice.ts'
import { refoldCalendar } from '../core/operations/sweep/refold-calendar.ts'
import { sweep, type Swept } from '../core/operations/sweep/sweep.ts'
import { sweepServices } from './wiring/aws-figures.ts'
import { dailyCheck } from './wiring/daily-check.ts'
import { eventEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { needsOf, type SweepServices } from './wiring/services.ts'

/** A minute is the schedule's; what is left then is due again in the next one. */
const budgetMs = 45_000

/** What a new calendar moves, a minute's share at a time. Calendars change with a release: once all is moved, nobody asks again. */
function calendarChanges() {
  let settled = false
  return async (needs: Needs, mayGoOn: () => boolean): Promise<void> => {
    if (settled) return
    try {
      const { done, moved, failed } = await refoldCalendar(needs, mayGoOn)
      settled = done
      if (moved + failed > 0) log('calendar-refolded', { moved, failed, done })
    } catch (error) {
      log('calendar-refold-failed', { error })
    }
  }
}

/** Mondays: written once per organisation however often it is asked for, so one environment asks once. */
function mondayNudges() {
  let nudgedOn = ''
  return async (needs: Needs): Promise<void> => {
    const on = mondayOn(needs)
    if (on === null || on === nudgedOn) return
    try {
      await nudgeOrganisations(on, needs)
      nudgedOn = on
    } catch (error) {
      log('monday-nudges-failed', { error })
    }
  }
}

/** At eight on working days: written once per region however often it is asked for, so one environment asks once. */
function regionalDigests({ figures }: SweepServices) {
  let digestedOn = ''
  return async (needs: Needs): Promise<void> => {
    const on = digestOn(needs)
    if (on === null || on === digestedOn) return
    try {
      await dailyDigest(on, { ...needs, figures })
      digestedOn = on
    } catch (error) {
      log('daily-digest-failed', { error })
    }
  }
}

/** Every minute: the canary in the practice programme, then everything due, from the beginning until nothing is left. */
export const build = (services: SweepServices) => {
  const check = dailyCheck(services)
  const refold = calendarChanges()
  const nudge = mondayNudges()
  const digest = regionalDigests(services)
  return async (): Promise<Swept> => {
    const startMs = performance.now()
    const mayGoOn = () => performance.now() - startMs < budgetMs
    // Cases are looked at with the organisations last known rather than not at all.
    await services.refreshProgramme().catch((error: unknown) => {
      log('directory-failed', { error })
    })
    const needs = needsOf(services)
    await sweep(practising(needs, services.practice), mayGoOn)
    await check(needs.now)
    const swept = await sweep(needs, mayGoOn)
    await refold(needs, mayGoOn)
    await nudge(needs)
    await digest(needs)
    log('swept', { message: `swept ${swept.done} of ${swept.seen}`, done: swept.done, seen: swept.seen })
    // An alarm counts lines that carry an error: a sweep whose every case fails must not look well.
    if (swept.failed.length > 0) log('sweep-failed', { error: 'visits', failed: swept.failed.length })
    return swept
  }
}

export const handler = eventEntry(() => build(sweepServices()))
