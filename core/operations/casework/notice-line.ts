import type { CaseFile } from '../../case/case-file.ts'
import type { Notice } from '../../notices/notice.ts'

/** What staff read of one notice. An S case found ordinary does not say by its notices that it was S. */
export const noticeLine = (
  { template, recipient, state, sendAt, attempts, segments, endedAt, reason, resent }: Notice,
  { lane }: CaseFile,
) => ({
  template,
  to: recipient.to,
  state,
  sendAt,
  attempts,
  segments,
  endedAt,
  reason: lane === 'N' && reason === 'protection' ? null : reason,
  resent,
})
