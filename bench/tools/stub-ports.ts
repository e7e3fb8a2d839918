import { fold } from '../../core/case/fold.ts'
import type { Row } from '../../core/lists/row.ts'
import type { Notice } from '../../core/notices/notice.ts'
import type { Commit, StoredCase } from '../../core/ports/cases.ts'
import type { NoticeStore } from '../../core/ports/notices.ts'
import type { Stores } from '../../core/ports/stores.ts'
import type { UssdSession } from '../../core/ports/ussd-sessions.ts'

/** The ports answered at once from what was last written, one of each kind: what is left is the time of the function itself. */
export interface StubPorts extends Stores {
  notices: NoticeStore
  /** From now on nothing written is kept: every call meets the same. */
  freeze: () => void
  known: { stored: StoredCase | null; session: UssdSession | null; notices: Notice[]; rows: Row[] }
}

export function stubPorts(): StubPorts {
  const known: StubPorts['known'] = { stored: null, session: null, notices: [], rows: [] }
  let frozen = false
  const nothing = () => Promise.resolve(null)

  function keep({ open, append = [], session }: Commit): void {
    const { stored } = known
    const [one] = append
    if (open) known.stored = open
    else if (one && stored)
      known.stored = {
        caseFile: one.entries.reduce(fold, stored.caseFile),
        sealed: { ...stored.sealed, words: { ...stored.sealed.words, ...one.sealed?.words } },
      }
    if (session) known.session = session.after
  }

  return {
    known,
    freeze: () => (frozen = true),
    cases: {
      load: () => Promise.resolve(known.stored),
      loadTold: () => Promise.resolve(known.stored && { ...known.stored, notices: [] }),
      commit(commit) {
        if (!frozen) keep(commit)
        return Promise.resolve('done')
      },
      queue: () => Promise.resolve({ rows: known.rows, next: null }),
      due(now) {
        const { stored } = known
        const due = stored ? [{ is: 'case' as const, reference: stored.caseFile.reference, at: now }] : []
        return Promise.resolve({ due, next: null })
      },
      nextDueAt: nothing,
      counted: () => Promise.resolve([]),
    },
    senders: { find: nothing, message: nothing, forget: () => Promise.resolve() },
    ussdSessions: { find: () => Promise.resolve(known.session) },
    limits: { count: () => Promise.resolve(0) },
    floods: {
      count: () => Promise.resolve([]),
      name: (_source, drawn) => Promise.resolve(drawn),
      gather: () => Promise.resolve(),
      members: () => Promise.resolve([]),
      latest: () => Promise.resolve([]),
    },
    memory: { remembered: nothing, remember: () => Promise.resolve(), exchange: () => Promise.resolve(true) },
    tallies: { count: () => Promise.resolve() },
    care: { read: () => Promise.resolve({ version: 0, lines: [] }), replace: () => Promise.resolve('done') },
    reads: { record: () => Promise.resolve(), list: () => Promise.resolve([]) },
    notices: {
      create(notices) {
        if (!frozen) known.notices = [...notices]
        return Promise.resolve()
      },
      get() {
        const [notice] = known.notices
        return Promise.resolve(notice ? { notice, sealedTo: null } : null)
      },
      list: () => Promise.resolve(known.notices),
      replace: () => Promise.resolve(true),
      forget: () => Promise.resolve(),
      joinDelivery: ({ gateway, gatewayMessageId }) =>
        Promise.resolve({
          gateway,
          gatewayMessageId,
          state: 'delivered',
          reason: null,
          noticeKey: known.notices[0]?.key ?? null,
          reference: known.stored?.caseFile.reference ?? null,
        }),
      undecided: nothing,
      setUndecided: () => Promise.resolve({ held: true, today: 1 }),
    },
  }
}
