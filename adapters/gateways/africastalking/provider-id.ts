import { shortId } from '../read-sms.ts'

/**
 * Africa's Talking's own id of a message: a UUID, `ATXid_…` or an integer, so its shape is never checked. It writes the
 * word `None` where it has none.
 */
export const givenId = (given: unknown): string | null =>
  typeof given !== 'string' || given.trim() === '' || given === 'None' ? null : given

/** The same, too long a one as its hash. */
export function providerId(given: unknown): string | null {
  const id = givenId(given)
  return id === null ? null : shortId(id)
}
