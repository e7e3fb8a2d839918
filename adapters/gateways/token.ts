import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Callbacks are unsigned: the secret is a long token in the path, two valid at once while it is rotated.
 * Hashing gives both sides one length; every token is compared, so the time says nothing about which one matched.
 */
export function verifyToken(given: string, tokens: readonly string[]): boolean {
  const hashed = sha256(given)
  return tokens.reduce((valid, token) => (token !== '' && timingSafeEqual(hashed, sha256(token))) || valid, false)
}

/** A gateway's own secret: whoever has it writes as that gateway and as no other. It is made of the token, so that both end together. */
export const ownToken = (token: string, gateway: string): string =>
  createHmac('sha256', token).update(gateway).digest('hex')

/** What a gateway that can signs its calls with; the token in the address does not tell it. */
export const signingKeys = (gateway: string, tokens: readonly string[]): string[] =>
  tokens.flatMap((token) => (token === '' ? [] : [ownToken(token, `${gateway}-signature`)]))

/** All that open the addresses of one gateway: its own, and the token they are made of. */
export const tokensOf = (gateway: string, tokens: readonly string[]): string[] =>
  tokens.flatMap((token) => (token === '' ? [] : [token, ownToken(token, gateway)]))
