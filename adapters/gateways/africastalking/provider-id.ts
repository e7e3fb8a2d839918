import { createHash } from 'node:crypto'

const maxLength = 128

/**
 * Africa's Talking's own id of a message: a UUID, `ATXid_…` or an integer, so its shape is never checked. It writes the
 * word `None` where it has none. Too long a one is kept as its hash, so that it still tells two messages apart.
 */
export function providerId(given: unknown): string | null {
  if (typeof given !== 'string' || given.trim() === '' || given === 'None') return null
  return given.length <= maxLength ? given : `sha256:${createHash('sha256').update(given).digest('hex')}`
}
