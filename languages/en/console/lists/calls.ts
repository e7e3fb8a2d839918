import type { CallsTexts } from '../../../../web/console/calls/texts.ts'

export const callsEn: CallsTexts = {
  title: 'Calls to make',
  lead: 'Who asked for a call, or chose calls for news; the most pressing first. The number is shown in the case, with a reason.',
  script: {
    title: 'What is said, whoever picks up',
    lines: [
      '“Good morning. Did somebody at this number ask to be called?”',
      'Before a yes: neither Jaabi, nor complaint, nor number, nor subject. If it is not the right person: “Thank you, I will call again”, and no more.',
      'After a yes: say who is calling, and ask whether they can speak now. If not, when to call again.',
      'Listen, and write their words into the case; read out the case number, twice, and the promised date.',
    ],
  },
  columns: { due: 'When', case: 'Case', who: 'Language, and by whom', why: 'Why', tries: 'Attempts' },
  why: { asked: 'asked for a call', answer: 'the answer is to be told', news: 'news is to be told' },
  tries: '{count} days of {all}, the last on {day} at {at}',
  none: 'no attempt',
  when: 'when: “{words}”',
  by: 'before {day}, {at}',
  late: 'late',
  nobodySpeaks: '{language}: {count} to call, and nobody of those who call speaks it, by the directory.',
  empty: 'Nobody waits for a call.',
  inbox: 'The same in the list of cases',
  more: 'More',
  start: 'Start of the list',
  end: 'Nobody is left to call after those of the page before.',
  pages: 'Pages of the list',
  onPage: 'Counted on this page alone.',
}
