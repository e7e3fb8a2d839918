import type { Context, Hono } from 'hono'
import { grouped } from '../../../core/case/reference.ts'
import { correctWords, numberGiven, wordsToCorrect } from '../../../core/operations/intake/own-entries.ts'
import { correctingBody } from '../../../web/console/intake/own.ts'
import { needsOf } from '../../wiring/services.ts'
import { page } from '../frame/page.ts'
import type { ConsoleEnv, ConsoleScene } from '../frame/scene.ts'

/** What one wrote down oneself: its numbers are ticked off once given, and its words may be put right for ten minutes. */
export function ownRoutes(app: Hono<ConsoleEnv>, scene: ConsoleScene): void {
  const { services, door } = scene
  const path = `${door.base}/nouvelle` as const

  app.post(`${path}/:reference/donne`, async (c) => {
    const is = await numberGiven(c.get('viewer'), c.req.param('reference'), needsOf(services))
    return is ? c.redirect(`${path}#notes`, 303) : c.notFound()
  })

  const form = (c: Context<ConsoleEnv>, reference: string, text: string, missing: boolean) => {
    const { texts, csrf } = c.var
    const view = { base: door.base, csrf, reference, grouped: grouped(reference), text, missing }
    const { title } = texts.intake.own.correcting
    return page(c, scene, { title, here: 'intake', body: correctingBody(view, texts), status: missing ? 422 : 200 })
  }

  app.get(`${path}/:reference/correction`, async (c) => {
    const reference = c.req.param('reference')
    const words = await wordsToCorrect(c.get('viewer'), reference, needsOf(services))
    return words === null ? c.notFound() : form(c, reference, words, false)
  })

  app.post(`${path}/:reference/correction`, async (c) => {
    const reference = c.req.param('reference')
    const text = (await c.req.formData()).get('text')
    const words = typeof text === 'string' ? text.replaceAll('\r\n', '\n').slice(0, 20_000) : ''
    const needs = needsOf(services)
    if ((await wordsToCorrect(c.get('viewer'), reference, needs)) === null) return c.notFound()
    if (words.trim() === '') return form(c, reference, words, true)
    const done = await correctWords(c.get('viewer'), reference, words, needs)
    return done ? c.redirect(`${path}#notes`, 303) : c.notFound()
  })
}
