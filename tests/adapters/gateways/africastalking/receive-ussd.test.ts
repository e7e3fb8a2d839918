import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUssd, parseUssdEnd } from '../../../../adapters/gateways/africastalking/receive.ts'
import { classifyHop, readHop, splitTyped } from '../../../../adapters/gateways/africastalking/ussd-hops.ts'
import { vectors } from '../../../vectors/vectors.ts'
import { arrival, formOf } from '../../../support/form-of.ts'

const digest = (typed: string) => createHash('sha256').update(typed).digest('hex')
const hop = (typed: string) => ({ length: typed.length, digest: digest(typed) })
const seen = (...hops: string[]) => hops.map(hop)
/** Everything typed, as the gateway sent it. */
const typedIn = (parsed: ReturnType<typeof parseUssd>) => parsed?.read([], digest).onward(0)
/** The hops of somebody who never types a star. */
const hopsTo = (typed: string) => {
  const parts = splitTyped(typed)
  return seen('', ...parts.map((_, index) => parts.slice(0, index + 1).join('*')))
}

const hops = vectors('ussd').filter(
  ({ request }) => request.method === 'POST' && !request.path_hint.endsWith('/events'),
)
const ends = vectors('ussd').filter(({ request }) => request.path_hint.endsWith('/events'))
/** Nobody to talk to: no session id, or no phone. The route answers END. */
const nobody = ['ussd-03', 'ussd-10', 'ussd-13', 'ussd-32']

describe('vectors', () => {
  test.each(hops)('$id $description', ({ id, request, expect: expected, given }) => {
    const parsed = parseUssd(formOf(request.body, request.headers['content-type']), arrival)
    if (nobody.includes(id)) {
      expect(parsed).toBeNull()
      return
    }
    const typed = typedIn(parsed) ?? 'unread'
    if (typeof expected['text'] === 'string') expect(typed).toBe(expected['text'])
    if (Array.isArray(expected['segments'])) expect(splitTyped(typed)).toEqual(expected['segments'])

    const previous = given?.['previousText']
    const classified = classifyHop(typeof previous === 'string' ? hopsTo(previous) : [], typed, digest)
    if (typeof expected['transition'] === 'string') expect(classified.is).toBe(expected['transition'].replace('_', '-'))
    if (typeof expected['last'] === 'string') expect(classified.answer).toBe(expected['last'])
  })

  test('a plus that was not escaped is the same caller', () => {
    const first = hops.find(({ id }) => id === 'ussd-01')
    const parsed = parseUssd(formOf(first?.request.body ?? ''), arrival)
    expect(parsed).toMatchObject({
      sessionId: '123',
      phone: '+1234567890',
      serviceCode: '*123#',
      networkCode: null,
      arrivedAt: arrival.arrivedAt,
    })
    expect(typedIn(parsed)).toBe('hello')
  })

  test('5000 characters are kept exactly', () => {
    const long = hops.find(({ id }) => id === 'ussd-28')
    expect(typedIn(parseUssd(formOf(long?.request.body ?? ''), arrival))).toMatch(/^1\*x{5000}$/)
  })

  test.each(ends)('$id $description', ({ request, expect: expected }) => {
    const words: Record<string, string> = { Success: 'finished', Incomplete: 'abandoned', Failed: 'failed' }
    const sent = new URLSearchParams(request.body)
    if ('status' in expected) expect(sent.get('status')).toBe(expected['status'])
    expect(parseUssdEnd(formOf(request.body))).toEqual({
      sessionId: sent.get('sessionId'),
      status: words[sent.get('status') ?? ''],
    })
  })
})

test('an end without a session, or with a new status', () => {
  expect(parseUssdEnd(formOf('status=Success'))).toBeNull()
  expect(parseUssdEnd(formOf('sessionId=a&status=Timeout'))).toEqual({ sessionId: 'a', status: 'unknown' })
})

describe('what a hop is, from lengths and digests alone', () => {
  test.each([
    ['the dial', [], '', 'first', ''],
    ['a direct dial', [], '1*2', 'missing-initial', '2'],
    ['the first answer', [''], '1', 'next', '1'],
    ['the dial again', [''], '', 'repeat', ''],
    ['a star inside words', ['', '1'], '1*a*b', 'next', 'a*b'],
    ['a star at the start of words', ['', '1'], '1**a', 'next', '*a'],
    ['an empty answer', ['', '1'], '1*', 'next', ''],
    ['an answer after an empty one', ['', '1', '1*'], '1**2', 'next', '2'],
    ['words with a star, again', ['', '1', '1*a*b'], '1*a*b', 'repeat', 'a*b'],
    ['words with a star, late', ['', '1', '1*a*b', '1*a*b*1'], '1*a*b', 'stale', 'a*b'],
    ['a longer first answer', ['', '1'], '10', 'conflict', '10'],
    ['another answer to the same question', ['', '1', '1*1'], '1*2', 'conflict', '2'],
    ['nothing typed, midway', ['', '1', '1*2'], '', 'restart', ''],
    ['the first answer after a restart', ['', '1', ''], '1', 'next', '1'],
  ] as const)('%s', (_, before, typed, is, answer) => {
    expect(classifyHop(seen(...before), typed, digest)).toEqual({ is, answer })
  })

  test.each([
    ['the dial', [], '', [], ''],
    ['one more answer', ['', '1'], '1*2', ['2'], '2'],
    ['two answers of which the first hop was lost', ['', '1'], '1*2*3', ['2', '3'], '2*3'],
    ['an empty answer', ['', '1'], '1*', [''], ''],
    ['words with stars', ['', '1'], '1*a**b', ['a', '', 'b'], 'a**b'],
    ['a direct dial', [], '1*a*b', ['1', 'a', 'b'], '1*a*b'],
    ['what fits nothing', ['', '1'], '2*a*b', ['2', 'a', 'b'], '2*a*b'],
    ['nothing typed, midway', ['', '1'], '', [], ''],
  ])('answer by answer, and all of it in one piece: %s', (_, before, typed, answers, whole) => {
    const reading = readHop(seen(...before), typed, digest)
    expect(reading.answers).toEqual(answers)
    expect(reading.onward(0)).toBe(whole)
    expect(reading.onward(1)).toBe(answers.slice(1).join('*'))
    expect(reading.seen).toEqual(hop(typed))
  })

  test('whatever is typed, stars and all, comes back as it was typed', () => {
    const answer = fc.string({ unit: fc.constantFrom('*', '1', 'a', '#', ' ', 'ɛ') })
    fc.assert(
      fc.property(
        fc.array(
          answer.filter((typed) => typed !== ''),
          { minLength: 1, maxLength: 6 },
        ),
        (answers) => {
          const texts = ['', ...answers.map((_, index) => answers.slice(0, index + 1).join('*'))]
          answers.forEach((typed, index) => {
            const known = seen(...texts.slice(0, index + 1))
            expect(classifyHop(known, texts[index + 1] ?? '', digest)).toEqual({ is: 'next', answer: typed })
          })
        },
      ),
    )
  })
})
