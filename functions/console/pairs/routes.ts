import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { dayOf } from '../../../core/deadlines/calendar.ts'
import { isPseaDue, type Member, pseaDueOn } from '../../../core/directory/member.ts'
import { type PairName } from '../../../core/directory/seat.ts'
import { mayNoteTraining } from '../../../core/directory/bound.ts'
import { leaveAtOnce, noteTraining } from '../../../core/operations/directory/seated.ts'
import { asThemselves, type PairOutcome } from '../../../core/operations/directory/pair-change.ts'
import { confirmSeat, declineSeat, pairsFor, proposeSeat } from '../../../core/operations/directory/pairs.ts'
import { pairsBody, type PairView } from '../../../web/console/pairs/page.ts'
import { mayInDirectory } from '../../../core/operations/directory/rights.ts'
import type { FormState } from '../../../web/console/frame/form-state.ts'
import { spellDay } from '../../../web/console/frame/when.ts'
import { say } from '../../../web/say.ts'
import { type ConsoleServices, needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, Door } from '../frame/scene.ts'

type Ctx = Context<ConsoleEnv>
type NotDone = Exclude<PairOutcome, { is: 'done' | 'unknown' }>

const statusOf = { invalid: 422, refused: 422, stale: 409 } as const satisfies Record<NotDone['is'], number>

const changes = {
  confirm: confirmSeat,
  decline: declineSeat,
  leave: leaveAtOnce,
  train: noteTraining,
} as const
const isChange = (one: string): one is keyof typeof changes => Object.hasOwn(changes, one)

/** `/console/binomes`: who may open protection and integrity, for administrators and the pair itself; nobody else finds it. */
export function pairRoutes(app: Hono<ConsoleEnv>, services: ConsoleServices, door: Door): void {
  const at = `${door.base}/binomes`
  const needsNow = () => {
    const { directory, firstCodes } = services
    return { ...needsOf(services), directory, firstCodes }
  }

  interface Came {
    problem?: string | null
    form?: { pair: PairName; state: FormState } | null
    status?: ContentfulStatusCode
  }

  async function show(c: Ctx, { problem = null, form = null, status = 200 }: Came = {}) {
    const { viewer, texts, csrf } = c.var
    const needs = needsNow()
    const found = await pairsFor(viewer, needs)
    if (found.length === 0) return c.notFound()
    const { calendar } = needs.programme
    const today = dayOf(calendar, needs.now)
    const when = { now: needs.now, utcOffsetMinutes: calendar.utcOffsetMinutes }
    const day = (at: string): string => spellDay(at, when, texts.when)
    const everybody = await needs.directory.members()
    const members = new Map(everybody.map(({ id, name }) => [id, name]))
    const training = (member: Member) => {
      const dueOn = pseaDueOn(member)
      const due = isPseaDue(member, today)
      const text = texts.pairs.training[dueOn === null ? 'never' : due ? 'lapsed' : 'until']
      return { due, text: say(text, { day: dueOn === null ? '' : day(`${dueOn}T12:00:00.000Z`) }) }
    }
    const { firstCodes } = services
    const administers = mayInDirectory(viewer, 'edit')
    const views = found.map(({ pair, seated, emptied, waiting }): PairView => ({
      pair,
      emptied,
      title: texts.site.roles[pair],
      seats: seated.flatMap((member) => {
        const { inPair, id, version, name } = member
        if (!inPair) return []
        const { leavingAt } = inPair
        const how = say(texts.pairs.how[inPair.how], { day: inPair.at === null ? '' : day(inPair.at) })
        const leaving = leavingAt === null ? null : say(texts.pairs.leaving, { day: day(leavingAt) })
        const mayLeave = administers && leavingAt === null
        const mayTrain = mayNoteTraining(asThemselves(viewer), member, everybody)
        return [{ id, version, name, as: inPair.as, training: training(member), how, leaving, mayLeave, mayTrain }]
      }),
      waiting: waiting.flatMap(({ member, confirms }) => {
        const { id, version, name, proposedTo } = member
        if (!proposedTo) return []
        const by = members.get(proposedTo.by) ?? proposedTo.by
        const proposed = say(texts.pairs.proposed, { by, day: day(proposedTo.at) })
        const takesCode = administers && seated.length === 0 && (firstCodes?.until ?? '') > needs.now
        return [{ id, version, name, as: proposedTo.as, proposed, training: training(member), confirms, takesCode }]
      }),
      state: form?.pair === pair ? form.state : null,
    }))
    const body = pairsBody({ at, csrf, today, texts: texts.pairs }, views, problem)
    return page(c, { door }, { title: texts.pairs.title, here: 'pairs', body, status })
  }

  /** What is wrong, by field; `''` for the form as a whole. */
  function flawsOf(outcome: NotDone, { var: { texts } }: Ctx): Record<string, string> {
    const { problems, refused, fields } = texts.pairs
    const labels: Readonly<Record<string, { label: string } | undefined>> = fields
    if (outcome.is === 'stale') return { '': problems.stale }
    if (outcome.is === 'refused') return { '': refused[outcome.why] }
    return Object.fromEntries(
      outcome.fields.map((name) => [name, say(problems.invalid, { field: labels[name]?.label ?? name })]),
    )
  }

  const posted = async (c: Ctx) => {
    const form = await c.req.parseBody()
    return (name: string): string => (typeof form[name] === 'string' ? form[name].trim() : '')
  }

  app.get(at, (c) => show(c))

  app.post(at, async (c) => {
    const one = await posted(c)
    const names = ['id', 'name', 'as', 'woman', 'pseaOn'] as const
    const pair = one('pair') === 'integrity' ? 'integrity' : 'protection'
    const woman = one('woman') === '' ? undefined : one('woman') === 'oui'
    const body = { pair, id: one('id'), name: one('name'), as: one('as'), pseaOn: one('pseaOn'), woman }
    const outcome = await proposeSeat(c.var.viewer, body, needsNow())
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'done') return c.redirect(at, 303)
    const values = Object.fromEntries(names.map((name) => [name, [one(name)]]))
    const state = { values, flaws: flawsOf(outcome, c) }
    return show(c, { form: { pair, state }, status: statusOf[outcome.is] })
  })

  app.post(`${at}/:id`, async (c) => {
    const one = await posted(c)
    const who = {
      id: c.req.param('id'),
      version: Number(one('version')),
      code: one('code') || null,
      pseaOn: one('pseaOn'),
    }
    const change = one('geste')
    const outcome = isChange(change)
      ? await changes[change](c.var.viewer, who, needsNow())
      : ({ is: 'unknown' } as const)
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is !== 'done')
      return show(c, { problem: flawsOf(outcome, c)[''] ?? null, status: statusOf[outcome.is] })
    if (outcome.ends) await services.sessions.endAll(outcome.id)
    return c.redirect(at, 303)
  })
}
