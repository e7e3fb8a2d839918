import type { CaseStore, NoticeStore } from '../ports.ts'
import type { Needs } from './needs.ts'

/** Practice sends nothing: what a history calls for is never written, so no phone and no topic can hear of it. */
const silent: NoticeStore = {
  create: () => Promise.resolve(),
  get: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
  replace: () => Promise.resolve(false),
  report: () => Promise.reject(new Error('practice sends nothing')),
  undecided: () => Promise.resolve(null),
  setUndecided: () => Promise.resolve(false),
}

/** The same needs, for the practice programme beside the real one. */
export const practising = (needs: Needs, practice: { id: string; cases: CaseStore }): Needs => ({
  ...needs,
  programme: { ...needs.programme, id: practice.id },
  cases: practice.cases,
  notices: silent,
})
