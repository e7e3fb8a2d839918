import { addHours } from '../../core/deadlines/calendar.ts'
import { verifyToken } from '../../adapters/gateways/token.ts'
import type { WebServices } from '../wiring/services.ts'

/** How long the page with the number takes answers. */
const openHours = 1
/** A clock that was set back by a day shuts nobody out who has just written; what was given by one that was years ahead is open to nobody. */
const aheadHours = openHours + 24

const digests = (reference: string, until: string, { vault }: WebServices): Promise<string[]> =>
  vault.fingerprints(`receipt:${reference}:${until}`)

/**
 * Given to whoever has just filed a case, and to nobody else: a number alone, which people show and read aloud, lets nobody add to a
 * case (docs/decisions/033-asked-after-sending.md). Nothing is kept for it.
 */
export async function receiptToken(reference: string, services: WebServices): Promise<string> {
  const until = addHours(services.nowAt(), openHours)
  const [digest = ''] = await digests(reference, until, services)
  return `${reference}~${until}~${digest}`
}

/** The case a token was given for; null where it is not ours, or too old. */
export async function referenceOf(token: string, services: WebServices): Promise<string | null> {
  const [reference = '', until = '', digest = ''] = token.slice(0, 200).split('~')
  const now = services.nowAt()
  if (until < now || until > addHours(now, aheadHours)) return null
  return verifyToken(digest, await digests(reference, until, services)) ? reference : null
}
