import * as z from 'zod/mini'
import type { Message } from '../../channel/message.ts'
import { Notice } from '../../notices/notice.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { Needs, ReadingNeeds } from '../needs.ts'
import { asRead, type RehearsedSms, rehearsedSms } from './practice.ts'
import { changeMemory } from '../change-memory.ts'
import { openContact } from '../sealed.ts'
import { receiveMessage } from '../intake/receive-message.ts'
import { healTelling } from '../sweep/sweep.ts'

/** One SMS of the made-up person, what it did, and what it was answered at once. */
const Said = z.object({
  at: z.string(),
  text: z.string(),
  outcome: z.string(),
  reference: z.nullable(z.string()),
  reply: z.nullable(Notice),
})
type Said = z.infer<typeof Said>

/** As many as a thread shows. */
const keptLines = 30

/** The phone of one made-up person: beside the cases, sealed as words are. */
function threadOf(fingerprint: string, { memory, vault }: Needs) {
  const name = `phone-${fingerprint}`
  const linesIn = async (sealed: string | null): Promise<Said[]> =>
    sealed === null ? [] : z.parse(z.array(Said), JSON.parse(await vault.open('general', name, sealed)))
  return {
    read: async () => linesIn(await memory.remembered(name)),
    add: (line: Said) =>
      changeMemory(memory, name, async (sealed) => {
        const lines = [...(await linesIn(sealed)), line]
        return vault.seal('general', name, JSON.stringify(lines.slice(-keptLines)))
      }),
  }
}

async function phoneOf(stored: StoredCase, needs: Needs) {
  const phone = await openContact(stored, needs)
  const [fingerprint = ''] = phone === null ? [] : await needs.vault.fingerprints(`phone:${phone}`)
  return phone === null ? null : { phone, thread: threadOf(fingerprint, needs) }
}

/**
 * The made-up person of a practice case sends an SMS: the same operation as for a real one, once per `requestId`. What a command
 * is answered is kept to be shown, and never sent. False where the person left no number.
 */
export async function speakAs(
  stored: StoredCase,
  { text, requestId }: { text: string; requestId: string },
  needs: ReadingNeeds,
): Promise<boolean> {
  const own = await phoneOf(stored, needs)
  if (!own) return false
  // What arrived by now may ask something.
  await healTelling(stored.caseFile.reference, needs)
  let reply: Notice | null = null
  const cases: Needs['cases'] = {
    ...needs.cases,
    commit: (commit) => {
      reply = commit.notice?.notice ?? null
      return needs.cases.commit(commit)
    },
  }
  const { outcome, reference, known } = await receiveMessage(messageOf(own.phone, text, requestId, needs), {
    ...needs,
    cases,
  })
  if (!known) await own.thread.add({ at: needs.now, text, outcome, reference, reply })
  return true
}

const messageOf = (phone: string, text: string, externalId: string, { programme, now }: Needs): Message => ({
  channel: 'sms',
  gateway: 'practice',
  account: programme.id,
  externalId,
  sender: { is: 'phone', phone },
  to: null,
  text,
  part: null,
  providerAt: null,
  arrivedAt: now,
  networkCode: null,
  flags: [],
  raw: null,
})

/** What stands on the phone of a made-up person, of one case or of none. */
export type PhoneLine = ({ is: 'got' } & RehearsedSms) | ({ is: 'said' } & Omit<Said, 'reply'>)

/** The phone of the person of a practice case, in order of time; `speaks`: there is a number to play. */
export async function practicePhone(
  stored: StoredCase,
  needs: Needs,
): Promise<{ lines: PhoneLine[]; speaks: boolean }> {
  const own = await phoneOf(stored, needs)
  const said = (await own?.thread.read()) ?? []
  const got = await rehearsedSms(stored, needs)
  const replied = await Promise.all(said.map((line) => saidAndReplied(line, needs)))
  const lines = [...got.map((sms) => ({ is: 'got', ...sms }) as const), ...replied.flat()]
  // What is said comes before what it is answered in the same instant.
  const order = ({ at, is }: PhoneLine): string => `${at} ${is === 'said' ? 0 : 1}`
  return { lines: lines.sort((a, b) => (order(a) < order(b) ? -1 : 1)), speaks: own !== null }
}

async function saidAndReplied({ reply, ...said }: Said, needs: Needs): Promise<PhoneLine[]> {
  const about = reply?.values['reference']
  const stored = about ? await needs.cases.load(about) : null
  const read = reply ? await asRead(reply, stored, needs) : []
  return [{ is: 'said', ...said }, ...read.map((sms) => ({ is: 'got', ...sms }) as const)]
}
