import type { PracticeTexts } from '../../../web/console/practice-texts.ts'

/** Practice on made-up cases, in English. */
export const practiceEn: PracticeTexts = {
  mark: 'Practice',
  enter: 'Practise',
  banner: {
    label: 'Practice',
    text: 'Practice: these cases are made up. Nothing is sent, nothing is counted.',
    playing: 'You play: {part}.',
    change: 'Change role or start over',
    leave: 'Leave practice',
  },
  title: 'Practise',
  lead: 'About twenty made-up cases of all ages, to work on the real pages of the console.',
  rules: [
    'You have cases of your own: nobody else sees or touches them.',
    'No SMS leaves, no team is told, no figure moves. After an answer, the page shows the SMS the person would have got.',
    'The deadlines are the real ones, at today’s time: what you leave late climbs.',
    'Write nothing real: no name, no number, no complaint you have heard.',
  ],
  parts: {
    'focal-point': { name: 'Accountability focal point', tries: 'Read, assess, assign, answer. Start here.' },
    deputy: { name: 'Deputy focal point', tries: 'The same inbox, and the second person when a level goes down.' },
    'regional-cluster': { name: 'Regional cluster', tries: 'What climbed in its region, and what is under way there.' },
    partner: { name: 'Partner', tries: 'A hand-over to accept or refuse, and the cases it was given.' },
    coordinator: { name: 'Coordination', tries: 'What climbed to the last rung.' },
    authority: { name: 'Health authority', tries: 'Read the cases of its region, except those of its own services.' },
    integrity: { name: 'Integrity', tries: 'An S1 case: hand over, enter the receipt.' },
    'integrity-2': { name: 'Integrity, second person', tries: 'Confirm together what the first one entered.' },
    protection: {
      name: 'Protection',
      tries: 'An S2 case without any content: the sheet, the mandated body, the receipt.',
    },
    'protection-2': { name: 'Protection, second person', tries: 'Confirm together what the first one entered.' },
  },
  choose: 'Which role do you play?',
  start: 'Lay out the cases and begin',
  play: 'Play this role',
  again: 'Start over: lay everything out anew',
  againHint: 'What you did in practice disappears. If you do nothing, your cases go by themselves on {day}.',
  back: 'Back to your practice cases',
  sms: {
    title: 'The SMS the person would have got: {count}',
    none: 'The person would have got no SMS: they left no number, want none, or the case is protected.',
    at: '{template}, {day} at {time}',
    later: 'would leave {day} at {time}, after the quiet hours',
    one: '1 SMS',
    several: '{count} SMS in one message',
    note: 'Practice: nothing was sent.',
  },
}
