import type { FiguresTexts } from '../../../../web/console/figures/texts.ts'

/** What each share of the page of figures says, and of what. */
export const sharesEn: FiguresTexts['shares'] = {
  promises: {
    label: 'Promises kept',
    formula:
      'promised dates of people who can be reached and who by that day had the answer or word of a new date (SMS that arrived, call, or looked up) ÷ promised dates that came; going up a level is no news, and its date is one more promise (K05). Before, any new date written counted, even where no SMS arrived',
    n: 'promises that came, people who can be reached',
  },
  available: {
    label: 'Promises with something to look up',
    formula:
      'promised dates of people who left no way to be reached (anonymous, boxes), for which an answer or a new date stood at follow-up by that day ÷ those dates that came (beside K05)',
    n: 'promises that came, people without contact',
  },
  onTime: {
    label: 'Answered on time',
    formula: 'answered within the time allowed ÷ (answered + open past it): a late case ignored lowers the rate (K04)',
    n: 'answered or past their time',
  },
  read: {
    label: 'First read on time',
    formula: 'read within the time allowed ÷ (read within it + past it) (K03)',
    n: 'read or past their time',
  },
  told: {
    label: 'People told',
    formula: 'people told of the answer ÷ cases answered',
    n: 'cases answered',
  },
  satisfaction: {
    label: 'Satisfaction',
    formula: '(“yes” + half of “in part”) ÷ verdicts received; read it with the response rate (K07)',
    n: 'verdicts',
  },
  response: { label: 'Response rate', formula: 'verdicts received ÷ people told', n: 'people told' },
  loopClosed: {
    label: 'Loops closed',
    formula:
      'closed after the person was told and asked for a verdict ÷ closed after an answer; an answer that only stood open at follow-up is not in it (K06)',
    n: 'closed after an answer',
  },
  reopened: {
    label: 'Reopened',
    formula: 'cases reopened after an answer ÷ cases answered (K08)',
    n: 'cases answered',
  },
  escalated: {
    label: 'Climbed a rung',
    formula: 'cases that climbed at least one rung ÷ cases received (K14)',
    n: 'cases received',
  },
  answeredAfterEscalation: {
    label: 'Answered after climbing',
    formula: 'cases answered after they first climbed ÷ cases that climbed (K14)',
    n: 'cases that climbed',
  },
}
