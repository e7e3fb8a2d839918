import { mayStill, spend } from '../../../channel/allowances.ts'
import { newNotice, noticeKey, type Recipient } from '../../../notices/notice.ts'
import { useByOf } from '../../../notices/policy/purposes.ts'
import type { TemplateName } from '../../../notices/template.ts'
import { followUpView } from '../../../notices/stage.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import type { MessagePlan, Said } from './joining.ts'
import type { Needs } from '../../needs.ts'
import { sealedContact } from '../../sealed.ts'
import { followed } from '../follow-up.ts'
import { languageOf, rememberedAs } from '../../sender-memory.ts'

interface ReplyTo {
  reference?: string
  index?: number
  values?: Record<string, string | null>
  /** Once a day, by the day remembered there. */
  onceADay?: 'helpedOn' | 'silenceToldOn' | 'greetedOn'
}

/** Everything that may answer a message by itself, outside any case. */
const replyTemplates = [
  'answer',
  'greeting',
  'help',
  'language',
  'languages',
  'refused',
  'silenced',
  'stage',
  'started',
  'stopped',
  'unknownReference',
  'withdrawHow',
  'withdrawalNoted',
  'withdrawn',
] as const satisfies readonly TemplateName[]
type ReplyTemplate = (typeof replyTemplates)[number]

const replyKey = (message: string, template: ReplyTemplate, recipient: Recipient): string =>
  noticeKey(`reply-${message}`, 0, template, recipient)

/** Under which keys a reply to one message of this phone would lie. */
export const replyKeys = (message: string, fingerprint: string): string[] =>
  replyTemplates.map((template) => replyKey(message, template, { to: 'sender', fingerprint }))

/** An answer to a command. The number is sealed with the notice: the sender item does not hold it. */
export async function reply(said: Said, needs: Needs, template: ReplyTemplate, to: ReplyTo = {}): Promise<MessagePlan> {
  const { now, vault } = needs
  const { sender } = said
  const today = now.slice(0, 10)
  const silent = { outcome: 'replied', reference: to.reference ?? null, commit: {}, sender }
  if ((to.onceADay && sender[to.onceADay] === today) || !mayStill(sender, 'reply', now)) return silent
  const recipient = { to: 'sender', fingerprint: sender.fingerprint } as const
  const key = replyKey(said.key, template, recipient)
  const notice = newNotice(
    {
      key,
      reference: null,
      index: to.index ?? null,
      template,
      recipient,
      language: languageOf(sender, needs),
      values: { ...(to.reference ? { reference: to.reference } : {}), ...to.values },
      atOnce: true,
      weighty: false,
      notBefore: now,
      useBy: useByOf(template, now),
    },
    now,
    now,
  )
  const sealedTo = await vault.seal('general', key, sealedContact(said.phone))
  // Whoever asked is answered the way they came.
  const byTheirs = { ...notice, gateway: said.message.gateway }
  return {
    ...silent,
    commit: { notice: { notice: byTheirs, sealedTo } },
    sender: { ...spend(sender, 'reply', now), ...(to.onceADay ? { [to.onceADay]: today } : {}) },
  }
}

/**
 * The case a message cites. A number that is nobody's is a try, kept on the sender item with the message; after ten in an hour none
 * is looked up any more, except what this phone is known to have written.
 */
export async function cited(
  said: Said,
  reference: string | null,
  { cases, now }: Needs,
): Promise<{ stored: StoredCase | null; said: Said; refused: boolean }> {
  if (reference === null) return { stored: null, said, refused: false }
  const isOwn = said.sender.live.some((live) => live.reference === reference)
  if (!isOwn && !mayStill(said.sender, 'try', now)) return { stored: null, said, refused: true }
  const stored = await cases.load(reference)
  const after = stored ? said : { ...said, sender: spend(said.sender, 'try', now) }
  return { stored, said: after, refused: false }
}

/** SUIVI n: the stage in three words, or the answer as its SMS read. Unknown and wrong look alike. */
export async function stageReply(asked: Said, reference: string | null, needs: Needs): Promise<MessagePlan> {
  const { stored: meant, said, refused } = await cited(asked, reference, needs)
  if (refused) return { outcome: 'refused', reference: null, commit: {} }
  const stored = meant && (await followed(reference, needs))
  if (!stored) return reply(said, needs, 'unknownReference')
  const view = followUpView(stored.caseFile)
  const about = { reference: stored.caseFile.reference }
  if (view.answer !== null) return reply(said, needs, view.answer.template, { ...about, index: view.answer.index })
  const values = { stage: view.stage, date: view.promisedAt }
  return { ...(await reply(said, needs, 'stage', { ...about, values })), reference: rememberedAs(stored.caseFile) }
}
