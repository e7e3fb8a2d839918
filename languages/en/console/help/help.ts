import type { HelpTexts } from '../../../../web/console/help/texts.ts'
import { helpRolesEn } from './roles.ts'
import { procedureEn } from './procedure.ts'

/** The first-day guide, in English. */
export const helpEn: HelpTexts = {
  title: 'Help',
  lead: 'What you do on the first day, what every word of the inbox means, and what is never done.',
  practice: {
    title: 'Practise without risk',
    text: 'About twenty made-up cases, all your own, and exercises to follow. You also play the person and let days pass. Nothing is sent, nothing is counted.',
    go: 'Practise',
  },
  paper: {
    title: 'The procedure, to print',
    text: 'The deadlines in force, who sees what, what the person receives: taken from the rules of the programme, never copied.',
    go: 'See the procedure',
  },
  hour: {
    title: 'Your first hour',
    lead: 'Your role is open; the others open too: work goes better when you know what the others do.',
    you: 'your role',
  },
  roles: helpRolesEn,
  marks: {
    title: 'The words and marks of the inbox',
    lead: 'Every line is a case. On the left the clock that runs and what is left; on the right what is to be done and with whom it is.',
    columns: { mark: 'Mark', means: 'What it means' },
    due: {
      late: 'The time is over. The person is told if they agreed to SMS; the case climbs rung by rung until it is answered.',
      today: 'The clock ends today. To be done before you leave.',
      left: 'There is time. The date below is that of the clock, never after the one promised to the person.',
    },
    new: 'Nobody has decided the level: to be read and assessed first.',
    mine: 'The next action is yours.',
    levels: {
      N0: 'A question, thanks, what is not ours to settle.',
      N1: 'An ordinary complaint. Its date is the one the receipt promises.',
      N2: 'A life or care at stake: hours count, nights and holidays included.',
      S1: 'Integrity: money, favour, misconduct, data. Only the integrity pair, with the focal point and the deputy unless named.',
      S2: 'Protection: abuse or danger. Only the protection pair; on no other list, in no figure but one number a year, for that pair.',
    },
    traits: {
      unassigned: 'Assessed, but assigned to nobody. It climbs like the others.',
      waiting:
        'The person’s reply to a question is waited for: the clock is stopped, once only and for a limited time.',
      'third-party': 'A delivery or another organisation is waited for: the clock runs.',
      reopened: 'The person said that it is not settled, or somebody opened it again: half the time is left.',
      silent: 'Nobody has done anything on this case for that long, reminders do not count: wake it up.',
      call: 'The person chose a call: somebody tells them of a delay, of going up or the answer, and notes the result.',
      visit: 'The answer is written, but the person cannot be reached: a relay or a visit carries it.',
    },
  },
  never: {
    title: 'What is never done',
    list: [
      [
        'Asking for a detail on an S2.',
        'Not who, what, where or when. Every further question puts somebody in danger; the mandated body knows how to ask.',
      ],
      [
        'Calling or writing without consent.',
        'If the person said “no contact” or STOP, or the case is S: no call, no SMS, no visit.',
      ],
      [
        'Promising a date of your own.',
        'Only the date Jaabi gives is promised. It is never passed in silence: it is put off once, with a reason, and the person is told.',
      ],
      [
        'Looking for who spoke.',
        'Not by the number, the place or the handwriting. Who is recognised will not speak again.',
      ],
      [
        'Showing the complaint to whom it names.',
        'Name them when assessing: Jaabi closes the case to them, and to those who depend on them.',
      ],
      [
        'Copying words or a number elsewhere.',
        'No WhatsApp, notebook, spreadsheet or e-mail. Outside, only the case number is said.',
      ],
      ['Lending your account.', 'What is done under your name is yours.'],
      ['Closing to look tidy.', 'A case closes when the person has their answer and the time to contest it.'],
    ],
  },
  stuck: {
    title: 'If it gets stuck',
    list: [
      ['The network drops while sending', 'Send again: the same thing sent twice is one action.'],
      [
        '“The case changed while you were writing”',
        'The page shows who did what and keeps what you typed. Read again, then send again if it still holds.',
      ],
      [
        '“Nothing at this address”',
        'Either the number is wrong, or the case is not yours. The two look alike, on purpose. Ask the focal point.',
      ],
      [
        'The SMS does not get through',
        'The messages of the case say how far each one got. After several days without success, the person goes on the visit list by themselves.',
      ],
      ['I chose the wrong level', 'Up is free: do it at once. Down takes a reason and a second person.'],
    ],
  },
  keys: { title: 'Sorting by keyboard', lead: 'In the inbox, without a mouse:' },
  procedure: procedureEn,
}
