import { randomUUID } from 'node:crypto'
import { grouped } from '../../../core/case/reference.ts'
import { readReference } from '../../../core/channel/read-reference.ts'
import { decideFlood, readFlood, type ReadFlood, saidInFlood } from '../../../core/operations/casework/floods.ts'
import { floodActs, mostTogether } from '../../../core/routing/together.ts'
import { floodBody, floodTitle, type FloodLine, floodsBody } from '../../../web/console/together/floods.ts'
import { needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { Section } from '../frame/scene.ts'

/** How many of the latest are named. */
const latest = 20

const lineOf = ({ group, from, standing, aside, others }: ReadFlood, base: string): FloodLine => ({
  from,
  href: `${base}/masse/${group}`,
  standing: standing.length,
  aside: aside.length,
  others,
})

/** `/console/masse`: what came from one source in great number, decided together by who triages. */
export const floodRoutes: Section = (app, scene) => {
  const { services, door } = scene
  const { base } = door

  app.get(`${base}/masse`, async (c) => {
    const { viewer, texts } = c.var
    const needs = needsOf(services)
    const found = await Promise.all(
      (await needs.floods.latest(latest)).map(({ group }) => readFlood(viewer, group, needs)),
    )
    const lines = found.flatMap((flood) => (flood ? lineOf(flood, base) : []))
    const body = floodsBody({ base, lines }, texts)
    return page(c, scene, { title: texts.together.flood.latest.title, here: null, body })
  })

  app.get(`${base}/masse/:group`, async (c) => {
    const { viewer, texts } = c.var
    const needs = needsOf(services)
    const group = readReference(c.req.param('group'))
    const flood = group === null ? null : await readFlood(viewer, group, needs)
    if (flood === null) return c.notFound()
    const said = (await saidInFlood(flood, needs)).map(({ reference, text, count }) => ({
      href: `${base}/cases/${reference}`,
      grouped: grouped(reference),
      text,
      count,
    }))
    const act = floodActs.find((one) => one === c.req.query('fait'))
    const number = (name: string) => Number(/^\d{1,3}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0)
    const view = {
      ...lineOf(flood, base),
      base,
      csrf: c.var.csrf,
      requestId: randomUUID(),
      said,
      most: mostTogether,
      wanting: floodActs.find((one) => one === c.req.query('faute')) ?? null,
      done: act ? { act, count: number('n'), left: number('reste') } : null,
    }
    return page(c, scene, { title: floodTitle(view, texts), here: null, body: floodBody(view, texts) })
  })

  app.post(`${base}/masse/:group/:act`, async (c) => {
    const { viewer } = c.var
    const group = readReference(c.req.param('group'))
    const act = floodActs.find((one) => one === c.req.param('act'))
    const form = await c.req.formData()
    const text = (name: string): string => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    if (group === null || act === undefined) return c.notFound()
    const decision = { act, reason: text('reason').slice(0, 2000), requestId: text('requestId').slice(0, 40) }
    // Asked for before anything is touched: half a flood without a word is nobody's wish.
    if (act !== 'lift' && decision.reason === '') return c.redirect(`${base}/masse/${group}?faute=${act}`, 303)
    const needs = { ...needsOf(services), members: () => services.directory.members() }
    const decided = await decideFlood(viewer, group, decision, needs, door.opens)
    if (decided === null) return c.notFound()
    const told = new URLSearchParams({ fait: act, n: String(decided.done), reste: String(decided.left) })
    return c.redirect(`${base}/masse/${group}?${told.toString()}`, 303)
  })
}
