import type { HelpTexts } from '../../../../web/console/help/texts.ts'

const focalPoint: HelpTexts['roles']['focal-point'] = {
  lead: 'You read everything that arrives, you decide the level, you assign or you answer. Nobody is left without an answer.',
  steps: [
    {
      text: 'First do {here}: assess, ask, answer, hand over, see a case come back. The pages are the same, the cases are made up, nothing is sent.',
      here: ['exercises', 'the seven exercises'],
    },
    {
      text: 'Open {here} and read from the top: the most urgent comes first. Opening a case is reading it: the clock takes note.',
      here: ['new', 'what is to be assessed'],
    },
    {
      text: 'Assess each case: level, subject, place. Jaabi proposes from the words; you decide. Care or a life at stake: N2. Money, favour, misconduct: S1. Abuse or danger: S2, without asking anything more.',
    },
    {
      text: 'Something is missing to act? Ask a question by SMS, then put the case on hold for the person: without the hold, the deadline goes on.',
    },
    {
      text: 'Assign what belongs to an organisation, or answer yourself when you know. Before it is sent, the page shows the SMS exactly as it will read.',
    },
    {
      text: 'The person may say that it is not solved: their case then comes back by itself, one level up, among {here}.',
      here: ['reopened', 'the reopened cases'],
    },
    { text: 'Then {here}: an answer, even a late one, stops the climb.', here: ['late', 'what is late'] },
    {
      text: 'Answers that found nobody: {here}. A relay or a visit carries them.',
      here: ['visit', 'the visit list'],
    },
    {
      text: 'What you are told face to face, on the phone or in a box is added through {here}.',
      here: ['intake', '“New complaint”'],
    },
  ],
}

const practise: HelpTexts['roles']['partner']['steps'] = [
  { text: 'First practise in this role: {here}.', here: ['practice', 'Practise'] },
]

const pair: HelpTexts['roles']['integrity']['steps'] = [
  ...practise,
  {
    text: 'Open {here}: only you and your pair see these cases, and every opening is recorded under your name.',
    here: ['inbox', 'your inbox'],
  },
  {
    text: 'Take the shortest path: what the sheet asks, nothing else. No inquiry, no detail, no call to check.',
  },
  {
    text: 'Print the referral sheet and hand it to the mandated body, in person or by its safe channel. Then enter it on the page: “Refer to the mandated body”.',
  },
  {
    text: 'When the body gives you its receipt number, enter it. The second of the pair confirms: only then does the case close. In protection it is erased at once, in integrity after the time the procedure says.',
  },
  {
    text: 'If the words name your organisation, your superior or yourself, say so when assessing: the case passes to others, by itself.',
  },
]

/** What each role does in its first hour, in English. */
export const helpRolesEn: HelpTexts['roles'] = {
  'focal-point': focalPoint,
  deputy: {
    lead: 'You do the focal point’s work while they are away, and you are the second person where two decide.',
    steps: [
      ...focalPoint.steps,
      { text: 'Lowering a level takes two: read the reason before you confirm. In doubt, the level stays.' },
    ],
  },
  'regional-cluster': {
    lead: 'You see the assessed cases of your region, and those that climb to you for want of an answer.',
    steps: [
      ...practise,
      {
        text: 'Open {here}: the most urgent is on top. “➜ You” marks what waits for something from you.',
        here: ['mine', 'what is yours'],
      },
      {
        text: 'A case that climbed: call the organisation that had it, then answer it yourself, give it to another one, or note what blocks it.',
      },
      {
        text: 'Look at {here}: what is late and not yours yet soon will be. A call today saves a climb tomorrow.',
        here: ['late', 'what is late in the region'],
      },
      {
        text: 'A case {here} in your region? Propose a partner who is there.',
        here: ['unassigned', 'with nobody'],
      },
      {
        text: 'What you hear in meetings or in the field is added through {here}.',
        here: ['intake', '“New complaint”'],
      },
    ],
  },
  partner: {
    lead: 'You see the cases given to your organisation, and the hand-overs it is offered. No other.',
    steps: [
      ...practise,
      { text: 'Open {here}.', here: ['inbox', 'your inbox'] },
      {
        text: 'A hand-over is offered: accept it, or refuse with a reason the focal point will understand. Without an answer it goes back by itself and climbs. The person’s deadline does not wait.',
      },
      {
        text: 'Act first, answer next: the answer says what was done, or why it cannot be.',
      },
      {
        text: 'Something is missing? “Ask a question” sends it by SMS without you seeing the number.',
      },
      {
        text: 'You wait for a delivery? Enter the wait with its reason. The clock does not stop: the person waits too.',
      },
      { text: 'If the complaint names your organisation, it will not be shown to you: that is meant.' },
    ],
  },
  authority: {
    lead: 'You read the ordinary cases of your region once assessed, except those of your own services and of those you supervise.',
    steps: [
      ...practise,
      {
        text: 'Open {here}: you read there what happens, and do not write in it.',
        here: ['inbox', 'the list of the region'],
      },
      {
        text: 'A complaint about a facility you supervise is not shown to you: the person spoke because they have nothing to fear. Your figures leave it out too; those of the cluster and of the country count it.',
      },
      {
        text: 'To act, go through the focal point or the regional cluster: give the case number, never what you think you know of the person.',
      },
    ],
  },
  protection: {
    lead: 'You work as a pair on reports of abuse or danger (S2). Nobody else knows they exist.',
    steps: [
      ...pair,
      {
        text: 'A “possibly sensitive” message nobody read or decided in time comes to you too: read it and decide at once.',
      },
    ],
  },
  integrity: {
    lead: 'You work as a pair on money or favours asked, diversion, misconduct, leaks of data (S1).',
    steps: pair,
  },
  relay: {
    lead: 'You hear what is said, and you carry the answers. You have no list of cases.',
    steps: [
      {
        text: 'Somebody wants to speak? Help them send an SMS or dial the code themselves: their number and their words stay theirs.',
      },
      {
        text: 'They would rather have you speak for them? Write it down in {here}, in their words, and give them the number. Without a link too: it leaves when the link is back.',
        here: ['intake', '“New complaint”'],
      },
      {
        text: 'The focal point gives you an answer to carry: say it word for word, then report whether the person was reached.',
      },
      {
        text: 'Abuse or danger: ask for no detail, repeat it to nobody. Give the code or the number, that is all.',
      },
    ],
  },
  coordinator: {
    lead: 'You see what climbed to the last rung: where everybody else let the deadline pass.',
    steps: [
      ...practise,
      {
        text: 'Open {here}. Behind every case somebody has been waiting long and was given a date several times.',
        here: ['inbox', 'your inbox'],
      },
      {
        text: 'Decide: assign with a call to whoever is responsible, answer, or say frankly that it cannot be and why.',
      },
      {
        text: 'A long list says that a rung does not keep its deadlines: see with the focal point which one, before the cases themselves.',
      },
      {
        text: 'Deadlines and rights come from the programme: {here}.',
        here: ['procedure', 'the procedure in force'],
      },
    ],
  },
  administrator: {
    lead: 'You keep the directory: who works here, with which role, for which region or organisation. No case is shown to you, ever.',
    steps: [
      { text: 'One account a person, never shared: what is done is recorded under the name of who is signed in.' },
      { text: 'Somebody leaves? Take their role away the same day: they see nothing more from that second.' },
      {
        text: 'Protection, integrity and administration sign in through the restricted access, with the second factor. Each pair needs two people, or nothing can be confirmed.',
      },
      { text: 'Every region and every organisation must have somebody: a case given to nobody climbs.' },
      { text: 'Keep {here} on the wall of the office.', here: ['procedure', 'the printed procedure'] },
    ],
  },
}
