import type { CaseTexts } from '../../../web/console/case/texts.ts'
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
  asked: {
    title: 'Call the person, as they asked',
    then: 'First ask whether this person wanted to be called, and say nothing else before they say yes: a phone may be several people’s. Listen, and write their words here: they are those of the case. Reached: the call is done. Not reached: the attempt is noted; after attempts on three days, or a wrong number, this call is given up and the case goes on.',
    send: 'Note',
    done: 'Noted.',
  },
  said: {
    label: 'What the person said',
    hint: 'In their words. What speaks of abuse or of a danger becomes a case of its own, read by few people.',
  },
  other: { label: 'Is it another complaint?', yes: 'yes: a case of its own', no: 'no: these words stay here' },
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
  help: { taken: 'This help was accepted' },
  dismissedAlready: 'You dismissed {count} in a day: you propose it, a second person confirms.',
  noPrice: 'The price of an SMS is not set for this programme: only their number is counted.',
}

/** What is done with what the person wrote back. */
export const caseRepliesEn: Pick<CaseTexts['steps'], 'judge' | 'join' | 'split' | 'withdraw' | 'offer-help'> = {
  judge: {
    title: 'Read the verdict written',
    then: 'The person wrote after the answer. Say what their words mean. “No” reopens the case, one level up. If they say nothing of that, the case stays answered. Until somebody has read them it does not close, and the person is not thanked.',
    send: 'Record the verdict',
    done: 'The words of the person were read.',
  },
  join: {
    title: 'Attach to the question',
    then: 'Several questions were open: say which one these words answer. They move into that case, whose owner is told; this one closes, outside the figures, and its number shows the other. Otherwise assess it as what it is.',
    send: 'Attach',
    done: 'Words attached to the case that was waiting.',
  },
  split: {
    title: 'Split a reply off',
    then: 'These words leave this case, for everybody who reads it, and become a case of their own, to be assessed. The person gets its number. Where Jaabi takes them for another complaint, saying no keeps them here.',
    send: 'Split off',
    done: 'Said. Split off, these words have a case of their own.',
  },
  withdraw: {
    title: 'Withdraw, as the person asked',
    then: 'Only where the person asked for it. The case closes; their words and their number are erased in a day. They are told by SMS if they accept them.',
    send: 'Withdraw',
    done: 'Case withdrawn.',
  },
  'offer-help': {
    title: 'Note the care and support offered',
    then: 'Codes only, never what happened. They stay in the stub. Care never depends on reporting: whoever wants care alone has nothing else to say.',
    send: 'Note',
    done: 'Noted: care and support were offered.',
  },
}

/** What was sent, and what became of it. */
export const caseNoticesEn: CaseTexts['notices'] = {
  title: 'Messages sent',
  none: 'No message.',
  to: 'to {who}',
  states: {
    waiting: 'waits: will leave {day} at {time}',
    ready: 'ready to leave',
    claimed: 'leaving now',
    sent: 'left {day} at {time}, arrival not confirmed yet',
    undecided: 'nobody knows whether it left; being checked',
    delivered: 'arrived {day} at {time}',
    failed: 'failed {day} at {time}',
    cancelled: 'cancelled',
    expired: 'out of date before it left',
    'by-hand': 'to be passed on by hand: call, visit or relay',
  },
  unconfirmed: 'left; still no report of arrival {day} at {time}',
  segments: '{count}\u00a0SMS',
  resent: 'sent a second time',
  cost: 'Cost of the SMS that left: {amount}\u00a0{currency}, at the programme’s price. Sends: {sms}; SMS billed: {segments}.',
}
