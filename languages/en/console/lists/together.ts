import type { TogetherTexts } from '../../../../web/console/together/texts.ts'

/** Several cases at once, in English. */
export const togetherEn: TogetherTexts = {
  title: {
    assign: 'Assign together: {count}',
    merge: 'Answer together: {count}, after the first',
    dismiss: 'Dismiss together: {count}',
  },
  back: 'Back to the inbox',
  nobody: {
    assign:
      'None of the cases ticked can be assigned: assess them first, “save and next” goes from one to the other. What is answered already is assigned no more.',
    merge: 'None of the cases ticked can be answered with another: tick at least two, ordinary and not answered yet.',
    dismiss:
      'None of the cases ticked can be dismissed from here: tick the same text of the same sender. What may be sensitive, or what nobody could read, is opened and decided alone.',
  },
  columns: { case: 'Case', about: 'Subject and place', state: 'State' },
  lead: 'leads the others',
  left: 'is left out',
  then: 'What follows',
  consequences: {
    assign: [
      'Each case goes to this organisation, which sees it at once; its responsible person is told, without detail.',
      'The clock of each person goes on.',
    ],
    merge: [
      'Each case follows the one that leads: each keeps its words, its number and its promise.',
      'One answer, written in the one that leads, goes to each. They can be separated later.',
    ],
    dismiss: [
      'This was nobody speaking: each case is closed without an SMS, outside the figures. It can be restored.',
      'Only the same text, of the same sender, read, and nothing that may be sensitive. Never for a real complaint.',
    ],
  },
  waits: 'More than {most} dismissed by you in a day: you propose it, a second person confirms each case.',
  refused: {
    title: 'Not together',
    sensitive: 'One of them may be sensitive, or nobody could read its words: each is read and decided alone.',
    'not-opened': 'One of them was not opened: nobody dismisses what nobody read.',
    'other-words':
      'These are not exactly the same words. Cases that are alike are answered together; they are not dismissed together.',
    'several-senders':
      'They do not all come from one known sender: several people who say the same are a wave, to be answered together.',
  },
  fields: {
    organisation: 'Organisation',
    choose: 'Choose',
    reason: 'Reason',
    reasonHint: 'Kept in the history of each case, sealed.',
  },
  send: {
    assign: 'Assign ({count})',
    merge: 'Join ({count})',
    dismiss: 'Dismiss ({count})',
  },
  done: {
    assign: 'Assigned: {count}',
    merge: 'Joined: {count}',
    dismiss: 'Dismissed: {count}',
    waits: 'Proposed for dismissal: {count}. A second person confirms',
  },
  flood: {
    title: {
      phone: 'Complaints from the same number: {count}',
      words: 'Complaints from the same address, in the same words: {count}',
      address: 'Complaints from the same address: {count}',
    },
    lead: 'They came by the form on the web, in little time. An address may be that of an operator or a camp: read before you decide.',
    counts: 'Waiting: {standing}. Set aside: {aside}. Decided one by one, or gone from here: {others}.',
    few: 'One press takes {most} at a time; press again for the rest.',
    said: 'What they say',
    times: '{count} times',
    wordless: 'Words erased',
    none: 'Nothing waits here any more.',
    reason: 'Reason',
    reasonHint: 'Kept in the history of each case, sealed.',
    noReason: 'Say why, in a few words.',
    aside: {
      title: 'Nobody is speaking',
      then: 'Each case is closed without an SMS and counted beside those received. All can be restored here for thirty days, and case by case after that.',
      send: 'Set aside ({count})',
      done: 'Set aside: {count}',
    },
    lift: {
      title: 'These are people',
      then: 'Each case goes back to the inbox, to its place and its date.',
      send: 'Give back to the inbox ({count})',
      done: 'Given back to the inbox: {count}',
    },
    restore: {
      title: 'Restore',
      then: 'What was set aside waits to be read again, with the time it had.',
      send: 'Restore ({count})',
      done: 'Restored: {count}',
    },
    left: 'Somebody worked on them meanwhile, or they no longer fit: {count}. They stayed as they were.',
    latest: { title: 'The latest floods', none: 'None for thirty days.' },
  },
  notDone: 'Left as they were',
  why: {
    stale: 'somebody worked on it meanwhile',
    unknown: 'is no longer yours',
    other: 'does not allow it',
  },
}
