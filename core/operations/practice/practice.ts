import type { CaseFile } from '../../case/case-file.ts'
import { caseFileOf, fold } from '../../case/fold.ts'
import { mayContact } from '../../case/may-contact.ts'
import { type Notice, newNotice } from '../../notices/notice.ts'
import { mayGo, sendAt } from '../../notices/notice-steps.ts'
import { carriesWords } from '../../notices/template.ts'
import { noticeText } from '../../notices/notice-text.ts'
import { noticesFor } from '../../notices/plans.ts'
import type { CaseStore, StoredCase } from '../../ports/cases.ts'
import type { NoticeStore } from '../../ports/notices.ts'
import type { Stores } from '../../ports/stores.ts'
import type { Vault } from '../../ports/vault.ts'
import type { Needs } from '../needs.ts'
import { openWords } from '../sealed.ts'
import { healTelling, visitCase } from '../sweep/sweep.ts'

type Rules = Pick<Needs, 'programme' | 'now'>

/** Since when nothing more may go to the person: STOP, S, or a number that was erased. Null while it may, or where it never might. */
function silentSince({ programme, reference, history: [first, ...rest] }: CaseFile): string | null {
  if (!first) return null
  let state = caseFileOf(programme, reference, [first])
  let since: string | null = null
  for (const entry of rest) {
    const before = state
    state = fold(state, entry)
    if (mayContact(state)) since = null
    else if (mayContact(before)) since = entry.at
  }
  return since
}

/** What would have gone to the person by now, quiet hours kept, as if each had arrived at once. */
function arrived(caseFile: CaseFile, { programme, now }: Rules): Notice[] {
  const since = silentSince(caseFile)
  return noticesFor(caseFile, 0, programme)
    .filter(({ recipient }) => recipient.to === 'complainant')
    .map((plan) => newNotice(plan, now, sendAt(plan.notBefore, plan.atOnce, programme.settings.quietHours)))
    .filter(({ template, sendAt: at }) => mayGo(template, caseFile) || (since !== null && at <= since))
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
  forget: () => Promise.resolve(),
  joinDelivery: () => Promise.reject(new Error('practice sends nothing')),
  undecided: () => Promise.resolve(null),
  setUndecided: () => Promise.resolve({ held: false, today: 0 }),
})

/**
 * One key for all: nothing in it is anybody's, so whoever practises needs not hold the protection key. Fingerprints are those of one
 * practice only: what a browser or a sender item is known by means nothing anywhere else.
 */
const ownVault = (vault: Vault, whose: string): Vault => ({
  seal: (_, owner, text) => vault.seal('general', owner, text),
  open: (_, owner, sealed) => vault.open('general', owner, sealed),
  fingerprints: (value) => vault.fingerprints(JSON.stringify(['practice', whose, value])),
})

/** A visit of the sweep, and what the person would have got by it: that is written nowhere, so the visit itself finds nothing that arrived. */
export async function visitPractised(reference: string, needs: Needs): Promise<void> {
  await visitCase(reference, needs)
  await healTelling(reference, needs)
}

/** An answer to a command is a notice beside the history: never written either. */
const unsent = (cases: CaseStore, rules: Rules): CaseStore => ({
  ...cases,
  async loadTold(reference, sure) {
    const stored = await cases.load(reference, sure)
    return stored && { ...stored, notices: arrived(stored.caseFile, rules) }
  },
  commit: ({ notice: _, ...commit }) => cases.commit(commit),
})

interface Practice {
  id: string
  stores: Stores
  /** Whose it is, where somebody starts over under another id. */
  whose?: string
}

/** The same needs, for a practice programme beside the real one. */
export function practising<N extends Needs>(needs: N, { id, stores, whose = id }: Practice): N {
  const programme = { ...needs.programme, id }
  const rules = { programme, now: needs.now }
  return {
    ...needs,
    ...stores,
    programme,
    cases: unsent(stores.cases, rules),
    notices: rehearsed(stores.cases, rules),
    vault: ownVault(needs.vault, whose),
  }
}

export interface RehearsedSms {
  template: string
  /** When it would have left, or would leave. */
  at: string
  text: string
  segments: number
}

/** Every SMS the person would have got of a practice case, as it would have read, in order of time. */
export async function rehearsedSms(stored: StoredCase, needs: Needs): Promise<RehearsedSms[]> {
  const made = await Promise.all(arrived(stored.caseFile, needs).map((notice) => asRead(notice, stored, needs)))
  return made.flat()
}

/** One SMS as it reads; nothing where its words are gone. */
export async function asRead(notice: Notice, stored: StoredCase | null, needs: Needs): Promise<RehearsedSms[]> {
  const { template, index, sendAt: at } = notice
  const words = stored && carriesWords(template) ? await openWords(stored, index ?? -1, needs) : null
  if (carriesWords(template) && words === null) return []
  return [{ template, at, ...noticeText(notice, { words }, needs.programme) }]
}
