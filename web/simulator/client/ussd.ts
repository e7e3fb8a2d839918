import { randomId, texts } from './dom.ts'
import { did } from './guide.ts'
import { gateway, now } from './server.ts'

/** One USSD session of one phone. */
export interface Session {
  id: string
  number: string
  /** All answers so far joined by `*`, as that gateway sends them; null before the first answer. */
  typed: string | null
  screen: string
  /** The service said `END`, or the line broke. */
  over: boolean
  hops: number
  startedAt: number
}

export async function dial(number: string): Promise<Session> {
  const session = { id: `ATUid_${randomId()}`, number, typed: null, screen: '…', over: false, hops: 0, startedAt: Date.now() } // prettier-ignore
  await hop(session)
  return session
}

export async function reply(session: Session, answer: string): Promise<void> {
  session.typed = session.typed === null ? answer : `${session.typed}*${answer}`
  await hop(session)
}

async function hop(session: Session): Promise<void> {
  const { id: sessionId, number: phoneNumber, typed } = session
  const { status, text } = await gateway('ussd', { sessionId, phoneNumber, serviceCode: texts.serviceCode, text: typed ?? '' }) // prettier-ignore
  session.hops += 1
  const goesOn = text.startsWith('CON ')
  const understood = status === 200 && (goesOn || text.startsWith('END '))
  session.screen = understood ? text.slice(4) : texts.phone.cut
  session.over = !goesOn || !understood
  if (session.over) await end(session, understood ? 'Success' : 'Failed')
  if (understood && !goesOn && session.hops > 2) did('file')
}

/** Hanging up, or the last screen: the operator tells what happened, with its counts as strings. */
export async function end(session: Session, status: 'Success' | 'Incomplete' | 'Failed'): Promise<void> {
  session.over = true
  await gateway('ussd-end', {
    date: now().slice(0, 19).replace('T', ' '),
    sessionId: session.id,
    serviceCode: texts.serviceCode,
    phoneNumber: session.number,
    status,
    cost: '0',
    durationInMillis: String(Date.now() - session.startedAt),
    hopsCount: String(session.hops),
    input: session.typed ?? '',
    lastAppResponse: session.screen,
  })
}
