import type { ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { africasTalkingGateway } from '../../../../adapters/gateways/africastalking/send.ts'
import type { SendResult } from '../../../../core/notices/gateway.ts'
import { vectors, type Vector } from '../../../vectors/vectors.ts'
import { upstream } from '../../../support/upstream.ts'

const accepted = (gatewayMessageId: string): SendResult => ({
  outcome: 'accepted',
  gateway: 'africastalking',
  gatewayMessageId,
})
const refused = (reason: string, retry = false): SendResult => ({ outcome: 'refused', retry, reason })
const undecided = (reason: string): SendResult => ({ outcome: 'undecided', reason })
const recorded = accepted('ATXid_0f1e2d3c4b5a')

/** Ours. Where a peer calls an unreadable or lost reply accepted or failed, the SMS may have gone out: undecided. */
const outcomes: Record<string, SendResult> = {
  'send-01': accepted('ATPid_SampleTxnId123'),
  'send-02': refused('invalid-number'),
  'send-03': undecided('broken-connection'),
  'send-04': undecided('unknown-code'), // only the statusCode counts, and there is none
  'send-05': refused('http-401'),
  'send-06': undecided('unknown-code'),
  'send-07': accepted('ATXid_09b5a410fd2f388a06f152f56ce95801'),
  'send-08': refused('invalid-sender'),
  'send-09': recorded,
  'send-10': recorded,
  'send-11': refused('invalid-sender'),
  'send-12': refused('unsupported-number'),
  'send-13': { outcome: 'opted-out' },
  'send-14': refused('do-not-disturb'),
  'send-15': refused('operator-fault', true),
  'send-16': refused('do-not-disturb'),
  'send-17': refused('http-401'),
  'send-18': refused('gateway-fault', true),
  'send-19': undecided('unreadable-reply'),
  'send-20': undecided('unknown-code'),
  'send-21': undecided('unreadable-reply'),
  'send-22': undecided('unknown-code'),
  'send-23': undecided('no-message-id'),
  'send-24': undecided('time-out'),
  'send-25': undecided('unreadable-reply'), // "accepted" for the peer, wrong for us
  'send-26': recorded,
  'send-27': recorded,
  'send-28': recorded,
  'send-29': recorded,
  'send-30': recorded,
  'send-31': recorded,
  'send-32': refused('invalid-number'), // no recipient: nothing is asked
  'send-33': undecided('time-out'),
}

function answer(response: ServerResponse, given: Vector['upstream']): void {
  if (given === undefined) throw new Error('a send vector says what the gateway answers')
  if ('body' in given) response.writeHead(given.status, given.headers).end(given.body)
  else if (given.error === 'network') response.destroy()
}

test.each(vectors('send'))('$id $description', async ({ id, request, upstream: given, expect: expected }) => {
  await using server = await upstream((response) => {
    answer(response, given)
  })
  const form = new URLSearchParams(request.body)
  const [first = ''] = (form.get('to') ?? '').split(',')
  // Three digits are no number: refused below, so the reply is tried with one that is.
  const to = ['+123', '+456'].includes(first) ? '+22370000001' : first
  const hangs = given !== undefined && 'error' in given && given.error !== 'network'
  const gateway = africasTalkingGateway({
    username: form.get('username') ?? '',
    apiKey: 'secret',
    senderId: form.get('from'),
    url: server.url,
    timeoutMs: hangs ? 150 : 10_000,
  })
  const text = form.get('message') ?? ''
  expect(await gateway.send({ to, text })).toEqual(outcomes[id])
  // We gave up waiting, not sending: on a busy machine it is heard later.
  if (hangs) await vi.waitUntil(() => server.forms.length > 0, { timeout: 60_000 })

  const [sent] = server.forms
  expect(sent?.get('message') ?? null).toBe(id === 'send-32' ? null : text)
  expect(sent?.get('from') ?? null).toBe(form.get('from'))
  const never = Array.isArray(expected['must_not_send']) ? expected['must_not_send'] : []
  for (const field of never) expect(sent?.has(String(field))).toBe(false)
  expect([...(sent?.values() ?? [])]).not.toContain('undefined')
})

test('the second of two recipients is missing from the reply (send-26): asked alone, nobody knows', async () => {
  const vector = vectors('send').find(({ id }) => id === 'send-26')
  await using server = await upstream((response) => {
    answer(response, vector?.upstream)
  })
  const account = { username: 'minka', apiKey: 'secret', senderId: null, url: server.url, timeoutMs: 10_000 }
  const result = await africasTalkingGateway(account).send({ to: '+22360000002', text: 'Merci' })
  expect(result).toEqual(undecided('no-recipient'))
})
