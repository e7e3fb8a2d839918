import type { WorkloadTexts } from '../../../../web/console/workload/texts.ts'

export const workloadEn: WorkloadTexts = {
  title: 'Workload',
  lead: 'Ordinary cases that are open, or answered and not yet closed. Late: what the look of every minute has found late.',
  turns: {
    title: 'Whose turn it is',
    organisations: 'Organisations',
  },
  regions: 'By region',
  organisations: 'By organisation, hand-overs to accept included',
  columns: { owner: 'Who', open: 'In progress', late: 'Late', oldest: 'Oldest, received in' },
  lists: { triage: 'Not assessed, not climbed', national: 'National, no regional cluster' },
  inactive: 'inactive',
  reassign: 'take back, and assign to another',
  none: 'No organisation has a case in progress.',
  tooMany: 'Too many cases to count one by one: no exact count can be shown.',
}
