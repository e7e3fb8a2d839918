import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { steps } from '../../../core/case/status.ts'
import { openApi } from '../../../functions/staff/openapi.ts'
import { type Shape, shapes } from '../../../functions/staff/answers.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { doorsOf, isExactly } from '../../support/functions/staff-doors.ts'

const newJaabi = await withJaabi()

const Document = z.object({
  openapi: z.literal('3.1.0'),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({ type: z.optional(z.string()) })) }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) }))),
})

async function begun() {
  const jaabi = await newJaabi()
  return { jaabi, phones: phonesOf(jaabi), ...(await doorsOf(jaabi)) }
}

describe('the document', () => {
  test('is served to anybody and lists every route of both doors', async () => {
    const { doors } = await begun()
    const response = await doors['/api'].request('/api/openapi.json')
    const { paths } = z.parse(Document, await response.json())
    for (const base of ['/api', '/api/protection'])
      for (const path of ['queue', 'cases/{reference}', ...steps.map((step) => `cases/{reference}/${step}`)])
        expect(Object.keys(paths)).toContain(`${base}/${path}`)
    expect(Object.keys(paths)).toContain('/api/cases')
  })

  test('gives every answer of every route a shape, and every shape is there', () => {
    const { paths, components } = z.parse(Document, JSON.parse(JSON.stringify(openApi())))
    const routes = Object.values(paths).flatMap((methods) => Object.values(methods))
    for (const { responses } of routes) {
      const text = JSON.stringify(responses)
      const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
      expect(named.length).toBeGreaterThanOrEqual(Object.keys(responses).length)
      for (const name of named) expect(Object.keys(components.schemas)).toContain(name)
    }
    expect(Object.keys(components.schemas)).toEqual(Object.keys(shapes))
  })

  test('says for each step who may take it, behind that door', () => {
    const summary = (path: string) => JSON.stringify(openApi().paths[path as '/api/cases'])
    expect(summary('/api/protection/cases/{reference}/refer')).toContain('refer: by protection; from')
    expect(summary('/api/cases/{reference}/refer')).not.toContain('protection')
    expect(summary('/api/protection/cases/{reference}/assign')).toContain('assign: by nobody here')
    expect(summary('/api/cases')).toContain('by focal-point, deputy, regional-cluster, partner')
  })

  test('allows nothing beside what it names', () => {
    const { components } = z.parse(Document, JSON.parse(JSON.stringify(openApi())))
    for (const schema of Object.values(components.schemas))
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
  })
})

describe('real answers', () => {
  test('are exactly as published; one field more or less, at any depth, is not', async () => {
    const { call, phones } = await begun()
    const reference = await phones.says(woman, "Au CSCom d'Ansongo on demande 500 F pour les enfants")
    const { json } = await call('focal-point', `/cases/${reference}`)
    const is = (shape: Shape, changed: object) => isExactly(shapes[shape], changed)
    expect(is('Case', json)).toBe(true)
    expect(is('Case', { ...json, owners: [] })).toBe(false)
    expect(is('Case', { ...json, suggested: { ...json.suggested, score: 1 } })).toBe(false)
    expect(is('Case', { ...json, history: json.history?.map((line) => ({ ...line, phone: woman })) })).toBe(false)
    for (const key of Object.keys(json)) {
      const { [key as 'text']: _, ...less } = json
      expect(is('Case', less), key).toBe(false)
    }
  })

  test('say that words may mean a danger to life, what they ask, and that nothing here can read them', async () => {
    const { call, phones } = await begun()
    const suggested = async (text: string) => {
      const reference = await phones.says(woman, text)
      return (await call('focal-point', `/cases/${reference}`)).json.suggested
    }
    const danger = await suggested('mon enfant convulse depuis ce matin et le CSCom est ferme')
    expect(danger).toMatchObject({ level: 'N2', unread: false })
    expect(danger?.why).toContainEqual({ what: 'level', code: 'N2', words: ['convulse'], name: 'N2' })
    expect(await suggested('il faudrait un banc devant le CSCom')).toMatchObject({ level: null, kind: 'suggestion' })
    expect(await suggested('الماء مقطوع منذ ثلاثة أيام')).toMatchObject({ unread: true, kind: null, level: null })
  })

  test('hold through the life of an ordinary case, for everybody who may see it', async () => {
    const { jaabi, call, takes, phones } = await begun()
    const reference = await phones.says(woman, "Au CSCom d'Ansongo on demande 500 F pour les enfants")
    const place = { system: 'cod-2021', code: 'ML0701' }
    await takes('focal-point', reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place })
    await takes('focal-point', reference, 'assign', { organisation: 'ong-sante-gao' })
    await takes('partner', reference, 'ask', { text: 'Quel jour êtes-vous venue ?' })
    await phones.says(woman, `${reference} lundi`)
    jaabi.clock.nowAt = '2027-07-20T09:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    const answer = await takes('partner', reference, 'answer', { outcome: 'resolved', answer: 'C’est réglé, venez.' })
    expect(answer.json.lint).toContainEqual(['’', "'"])
    for (const who of ['focal-point', 'gao', 'authority', 'partner']) {
      const { status, json } = await call(who, `/cases/${reference}`)
      expect([status, json.reads]).toEqual([200, null])
      expect((await call(who, '/queue?limit=1')).json.cases).toHaveLength(1)
    }
    const lines = (await call('focal-point', `/cases/${reference}`)).json.history?.map(({ what }) => what)
    expect(lines).toEqual(expect.arrayContaining(['lapsed', 'escalated', 'reminded', 'message-added', 'answered']))
  })

  test('hold behind the door of protection and for integrity, to the receipt and the stub', async () => {
    const { call, takes, phones } = await begun()
    const s2 = await phones.says(woman, 'On frappe les enfants ici')
    await takes('focal-point', s2, 'assess', { level: 'S2' })
    expect((await call('protection', '/queue')).json.cases).toMatchObject([{ reference: s2, level: 'S2' }])
    expect((await call('protection', `/cases/${s2}`)).json).toMatchObject({
      lane: 'S2',
      text: 'On frappe les enfants ici',
    })
    await takes('protection', s2, 'refer', { to: 'child-protection' })
    await takes('protection', s2, 'receipt', { body: 'child-protection', number: 'PE-12' })
    expect((await takes('second', s2, 'confirm')).json).toMatchObject({ status: 'closed', text: null })

    const s1 = await phones.says(man, 'Le comité vend les cartes')
    await takes('focal-point', s1, 'assess', { level: 'S1' })
    const { reads } = (await call('integrity', `/cases/${s1}`)).json
    expect(reads).toContainEqual(expect.objectContaining({ person: 'integrity', what: 'case' }))
    expect((await call('integrity', '/queue')).json.cases).toMatchObject([{ reference: s1 }])
  })

  test('hold where something is wrong: no token, a bad page, a bad body, an unknown case or step', async () => {
    const { call, takes, phones } = await begun()
    const reference = await phones.says(woman, 'Le forage du village est en panne')
    expect((await call('nobody', '/queue')).status).toBe(401)
    expect((await call('focal-point', '/queue?limit=0')).json.issues).toMatchObject([{ path: 'limit' }])
    expect((await takes('focal-point', reference, 'assess', { level: 'N9' })).json.issues).toMatchObject([
      { path: 'level' },
    ])
    expect((await call('focal-point', '/cases/4829137920')).status).toBe(404)
    expect((await call('focal-point', `/cases/${reference}/explode`, {})).status).toBe(404)
    expect((await call('authority', '/cases', { text: 'x', kind: 'complaint', channel: 'box' })).status).toBe(404)
    expect((await call('partner', '/cases', { kind: 'complaint', channel: 'box' })).json.issues).toMatchObject([
      { path: 'text' },
    ])
  })
})
