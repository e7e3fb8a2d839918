import { addDays } from '../../../deadlines/calendar.ts'
import { newNotice, noticeKey } from '../../../notices/notice.ts'
import type { TemplateName } from '../../../notices/template.ts'
import { followUpView } from '../../../notices/stage.ts'
import type { MessagePlan, Said } from './joining.ts'
import type { Needs } from '../../needs.ts'
import { sealedContact } from '../../sealed.ts'
import { followed, maxTries, triesHour } from '../follow-up.ts'
import { languageOf, rememberedAs, wroteTooOften } from '../../sender-memory.ts'

/** Who may call, by the digit of the SMS `callWho`. */
export const callersByDigit = { 1: 'call', 2: 'call-woman', 3: 'call-man' } as const

interface ReplyTo {
  reference?: string
  index?: number
  values?: Record<string, string | null>
  /** Once a day, by the day remembered there. */
  onceADay?: 'helpedOn' | 'silenceToldOn'
}

/** An answer to a command. The number is sealed with the notice: the sender item does not hold it. */
export async function reply(said: Said, needs: Needs, template: TemplateName, to: ReplyTo = {}): Promise<MessagePlan> {
  const { now, vault } = needs
  const { sender } = said
  const today = now.slice(0, 10)
  const silent = { outcome: 'replied', reference: to.reference ?? null, commit: {} }
  if ((to.onceADay && sender[to.onceADay] === today) || wroteTooOften(sender, now)) return silent
  const recipient = { to: 'sender', fingerprint: sender.fingerprint } as const
  const key = noticeKey(`reply-${said.key}`, 0, template, recipient)
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
      useBy: addDays(now, 1),
    },
    now,
    now,
  )
  const sealedTo = await vault.seal('general', key, sealedContact(said.phone))
  return {
    ...silent,
    commit: { notice: { notice, sealedTo } },
    sender: to.onceADay ? { ...sender, [to.onceADay]: today } : sender,
  }
}

/** SUIVI n: the stage in three words, or the answer as its SMS read. Unknown and wrong look alike; ten wrong tries an hour. */
export async function stageReply(said: Said, reference: string | null, needs: Needs): Promise<MessagePlan> {
  const { limits, now } = needs
  const hour = triesHour(now)
  const who = said.sender.fingerprint
  const tooMany = (await limits.tries(who, hour, 0)) >= maxTries
  const stored = tooMany ? null : await followed(reference, needs)
  if (!stored) {
    if (!tooMany) await limits.tries(who, hour, 1)
    return tooMany ? { outcome: 'refused', reference: null, commit: {} } : reply(said, needs, 'unknownReference')
  }
  const view = followUpView(stored.caseFile)
  const about = { reference: stored.caseFile.reference }
  if (view.answer !== null) return reply(said, needs, view.answer.template, { ...about, index: view.answer.index })
  const values = { stage: view.stage, date: view.promisedAt }
  return { ...(await reply(said, needs, 'stage', { ...about, values })), reference: rememberedAs(stored.caseFile) }
}
