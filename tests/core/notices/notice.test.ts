import { describe, expect, it } from 'vitest'
import { newNotice, Notice, noticeKey, type Plan } from '../../../core/notices/notice.ts'

const to = { to: 'complainant' } as const

describe('a notice stored under the name its template had then', () => {
  const plan: Plan = {
    key: noticeKey('4829137996', 0, 'escalated', to),
    reference: '4829137996',
    index: 0,
    recipient: to,
    template: 'escalated',
    language: 'fr',
    values: {},
    atOnce: false,
    weighty: true,
    notBefore: '2027-06-07T09:00:00.000Z',
    useBy: '2027-06-21T09:00:00.000Z',
  }
  const now = '2027-06-07T09:00:00.000Z'

  it.each([
    ['receipt', 'acknowledgement'],
    ['receiptShort', 'acknowledgementShort'],
    ['receiptThanks', 'acknowledgementThanks'],
    ['receiptCall', 'acknowledgementCall'],
    ['climbed', 'escalated'],
    ['nudge', 'reminder'],
    ['answer', 'answer'],
  ])('%s is read as %s, and its key finds it, so that nothing leaves twice', (stored, today) => {
    expect(Notice.parse({ ...newNotice(plan, now, now), template: stored }).template).toBe(today)
    expect(noticeKey('4829137996', 0, today, to)).toBe(`4829137996#0#${stored}#complainant`)
  })
})
