import { expect, test } from 'vitest'
import { phonesOf, woman, wrongReferences } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { doorsOf } from '../../support/functions/staff-doors.ts'

const newJaabi = await withJaabi()

test('staff who type ten wrong numbers and more, at once, are locked out of nothing, and nobody else is', async () => {
  const jaabi = await newJaabi()
  const { call, doors, takes } = await doorsOf(jaabi)
  const phones = phonesOf(jaabi)
  const right = await phones.says(woman, 'Le forage du village est en panne')
  const wrong = wrongReferences(12)
  const headers = { authorization: 'Bearer focal-point' }
  const answers = await Promise.all(
    wrong.map(async (one) => {
      const response = await doors['/api'].request(`/api/cases/${one}`, { headers })
      return `${String(response.status)} ${await response.text()}`
    }),
  )
  expect(new Set(answers)).toEqual(new Set(['404 {"error":"unknown"}']))
  for (const one of wrong) expect((await takes('focal-point', one, 'note', { text: 'vu' })).status).toBe(404)
  expect((await call('focal-point', `/cases/${right}`)).status).toBe(200)
  expect((await call('deputy', `/cases/${right}`)).status).toBe(200)
  expect((await takes('focal-point', right, 'note', { text: 'vu' })).status).toBe(200)
  await phones.says(woman, `SUIVI ${right}`)
  await jaabi.drain()
  expect(phones.received(woman).at(-1)).toContain(right)
  // Nothing was written about a case that is not there.
  expect(await jaabi.references()).toEqual([right])
})

test('what breaks while staff file is trouble as at any step, and none of its words are in the log', async () => {
  const words = 'Le puits de la mairie'
  const jaabi = await newJaabi({
    suggest: () => {
      throw new Error(words)
    },
  })
  const { doors } = await doorsOf(jaabi)
  const said: unknown[] = []
  const kept = console.error
  console.error = (...all: unknown[]) => said.push(...all)
  try {
    const answer = await doors['/api'].request('/api/cases', {
      method: 'POST',
      headers: { authorization: 'Bearer focal-point' },
      body: JSON.stringify({ text: words, kind: 'complaint', channel: 'face', requestId: 'one' }),
    })
    expect([answer.status, await answer.json()]).toEqual([500, { error: 'trouble' }])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  } finally {
    console.error = kept
  }
  expect(said).toEqual([])
})
