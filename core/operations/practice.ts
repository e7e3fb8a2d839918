import type { CaseFile } from '../case/case-file.ts'
import { type Notice, newNotice } from '../feedback/notice.ts'
import { carriesWords, mayGo, sendAt } from '../feedback/notice-steps.ts'
import { noticeText } from '../feedback/notice-text.ts'
import { noticesFor } from '../feedback/plans.ts'
import type { CaseStore, NoticeStore, StoredCase, Vault } from '../ports.ts'
import type { Needs } from './needs.ts'
import { openWords } from './read-words.ts'

type Rules = Pick<Needs, 'programme' | 'now'>

/** What would have gone to the person by now, quiet hours kept, as if each had arrived at once. */
function arrived(caseFile: CaseFile, { programme, now }: Rules): Notice[] {
  return noticesFor(caseFile, 0, programme)
    .filter(({ recipient, template }) => recipient.to === 'complainant' && mayGo(template, caseFile))
    .map((plan) => newNotice(plan, now, sendAt(plan.notBefore, plan.atOnce, programme.settings.quietHours)))
    .map((notice) => (notice.state === 'ready' ? { ...notice, state: 'delivered', endedAt: notice.sendAt } : notice))
}

/**
 * Practice sends nothing: what a history calls for is never written, so no phone and no topic can hear of it. What the person would have got
 * is read from the history each time and taken for delivered, so that a case goes on after its answer.
 */
const rehearsed = (cases: CaseStore, rules: Rules): NoticeStore => ({
  create: () => Promise.resolve(),
  get: () => Promise.resolve(null),
  async list(reference) {
    const stored = await cases.load(reference)
    return stored ? arrived(stored.caseFile, rules) : []
  },
  replace: () => Promise.resolve(false),
  report: () => Promise.reject(new Error('practice sends nothing')),
  undecided: () => Promise.resolve(null),
  setUndecided: () => Promise.resolve(false),
})

/** One key for all: nothing in it is anybody's, so whoever practises needs not hold the protection key. */
const oneKey = (vault: Vault): Vault => ({
  seal: (_, owner, text) => vault.seal('general', owner, text),
  open: (_, owner, sealed) => vault.open('general', owner, sealed),
  fingerprints: (value) => vault.fingerprints(value),
})

/** The same needs, for a practice programme beside the real one. */
export function practising(needs: Needs, { id, cases }: { id: string; cases: CaseStore }): Needs {
  const programme = { ...needs.programme, id }
  const notices = rehearsed(cases, { programme, now: needs.now })
  return { ...needs, programme, cases, notices, vault: oneKey(needs.vault) }
}

interface RehearsedSms {
  template: string
  /** When it would have left, or would leave. */
  at: string
  text: string
  segments: number
}

/** Every SMS the person would have got of a practice case, as it would have read, newest first. */
export async function rehearsedSms(stored: StoredCase, needs: Needs): Promise<RehearsedSms[]> {
  const { caseFile } = stored
  const made = await Promise.all(
    arrived(caseFile, needs).map(async (notice): Promise<RehearsedSms[]> => {
      const { template, index, sendAt: at } = notice
      const words = carriesWords(template) ? await openWords(stored, index ?? -1, needs) : null
      if (carriesWords(template) && words === null) return []
      return [{ template, at, ...noticeText(notice, { words }, needs.programme) }]
    }),
  )
  return made.flat().reverse()
}
