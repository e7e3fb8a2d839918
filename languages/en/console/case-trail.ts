import type { CaseTrailTexts } from '../../../web/console/case/trail-texts.ts'

export const caseTrailEn: CaseTrailTexts = {
  untitled: 'Protected case',
  held: {
    title: 'With whom, and for how long',
    lead: 'The time the person has waited, and with whom.',
    current: 'now',
    offered: '{who}, hand-over offered',
    intake: 'Before it was written down',
    complainant: 'The person (clock stopped)',
  },
  refusal: {
    refused: '{organisation} refused the hand-over on {day}.',
    returned: '{organisation} did not answer the hand-over: the case came back on {day}.',
    noReason: 'No reason kept.',
  },
  reads: {
    title: 'Who opened this case',
    lead: 'Every reading is recorded; only those who may open this case see this list.',
    once: '{day} at {from}',
    several: '{day}, {count} times between {from} and {to}',
    together: '{day}, {count} times at {from}',
    contact: 'saw the number',
    noReason: 'Reason erased, or never given.',
    latest: 'The latest only.',
  },
  pause: 'Waiting for the person: {used} of {all} days used.',
  restore: {
    title: 'Restore',
    then: 'The case had been dismissed: it becomes a received case again, to be assessed, and counts in the figures again. No SMS leaves.',
    send: 'Restore',
    done: 'Case restored, to be assessed.',
  },
  news: {
    title: 'Tell the person the news',
    then: 'To say: no answer yet, and news by {day} at the latest. Reached: noted, and nobody calls a second time within the week. Not reached: the attempt is noted; wrong number: nobody calls it any more.',
    send: 'Note',
    done: 'Noted.',
  },
  toBody: {
    title: 'Refer to the mandated body',
    then: 'The case is referred to the mandated body: hand over the sheet, then note its receipt. No SMS leaves.',
    send: 'Note the referral',
    done: 'Referral recorded.',
  },
  alike: {
    title: 'Perhaps the same problem',
    lead: 'Same subject, same place, received within {days} days. Jaabi never says whether it is the same person.',
    repeated: 'This message came {count} more times, word for word.',
    line: 'of {day} · {status}',
    sameWords: 'same words',
    join: 'Join',
    joinWhich: 'with case {reference}',
  },
  noPrice: 'The price of an SMS is not set for this programme: only their number is counted.',
}
