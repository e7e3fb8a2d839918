import { expect, test } from 'vitest'
import { fingerprintOf, readEnvelope, sealEnvelope } from '../../../adapters/vault/envelope.ts'
import { joinPieces, readPieces } from '../../../adapters/vault/pieces.ts'

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at))
const nonce = Buffer.from(Array.from({ length: 12 }, (_, at) => 200 + at))

/** Fixed for ever: what was sealed years ago must open. A change of format is a new version beside this one. */
const vectors = [
  {
    scope: 'general',
    owner: '4829137996',
    text: 'Le forage est en panne',
    sealed: 'AQAJZ2VuZXJhbC0xyMnKy8zNzs_Q0dLTeiqEJp70ORtD5cUkvMOkOV0dQb3pvppHERx6zWomjnrA943Gag4',
  },
  {
    scope: 'protection',
    owner: 'message-key#0#help#sender',
    text: 'ɲɛ',
    sealed: 'AQAJZ2VuZXJhbC0xyMnKy8zNzs_Q0dLTQLGsXbHEmPL6EYlbXPp-idjKqEA',
  },
] as const

test.each(vectors)('version 1, $scope', ({ scope, owner, text, sealed }) => {
  const dataKey = { key, keyPart: Buffer.from('general-1') }

  expect(sealEnvelope(dataKey, scope, owner, text, nonce)).toBe(sealed)
  const envelope = readEnvelope(sealed)
  expect(envelope.keyPart.toString()).toBe('general-1')
  expect(envelope.open(key, scope, owner)).toBe(text)
})

test('version 2 holds each piece behind its length', () => {
  const pieces = [Buffer.from('first'), Buffer.from('second')]

  expect(joinPieces(pieces)).toBe('AgAFZmlyc3QABnNlY29uZA')
  expect(readPieces('AgAFZmlyc3QABnNlY29uZA')).toEqual(pieces)
})

test('a fingerprint is 128 bits of HMAC-SHA-256', () => {
  // RFC 4231, test case 2.
  expect(
    Buffer.from(fingerprintOf(Buffer.from('Jefe'), 'what do ya want for nothing?'), 'base64url').toString('hex'),
  ).toBe('5bdcc146bf60754e6a042426089575c7')
})
