import type { StartTexts } from '../../../web/console/start/texts.ts'

const waiting = 'A new case will appear here and in the inbox.'

/** The page that says what to do now, in English. */
export const startEn: StartTexts = {
  title: 'To do now',
  lead: 'The most pressing first, three things at most.',
  todos: {
    first: {
      one: '1 case comes before all others: read it first.',
      several: '{count} cases come before all others: read them first.',
      go: 'Read',
    },
    late: {
      one: '1 case is late: somebody waits for an answer they were promised.',
      several: '{count} cases are late: people wait for an answer they were promised.',
      go: 'See what is late',
    },
    offers: {
      one: '1 hand-over waits for you to accept or refuse it.',
      several: '{count} hand-overs wait for you to accept or refuse them.',
      go: 'Reply',
    },
    refer: {
      one: '1 report is to be passed on to the mandated body.',
      several: '{count} reports are to be passed on to the mandated bodies.',
      go: 'Pass on',
    },
    receipt: {
      one: '1 receipt of the mandated body is to be noted.',
      several: '{count} receipts of the mandated bodies are to be noted.',
      go: 'Note',
    },
    confirm: {
      one: '1 proposal waits for a second person.',
      several: '{count} proposals wait for a second person.',
      go: 'Confirm or not',
    },
    mine: {
      one: '1 case is yours: it is your turn.',
      several: '{count} cases are yours: it is your turn.',
      go: 'Open them',
    },
    call: { one: '1 person waits for a call.', several: '{count} people wait for a call.', go: 'Call' },
    visit: {
      one: '1 person can only be reached by a visit or a relay.',
      several: '{count} people can only be reached by a visit or a relay.',
      go: 'Arrange it',
    },
    new: {
      one: '1 case is to be read and assessed.',
      several: '{count} cases are to be read and assessed.',
      go: 'Assess',
    },
    unassigned: {
      one: '1 assessed case has nobody in charge.',
      several: '{count} assessed cases have nobody in charge.',
      go: 'Assign',
    },
    reopened: {
      one: '1 person said that it was not settled.',
      several: '{count} people said that it was not settled.',
      go: 'Take it up',
    },
    today: { one: '1 case falls due today.', several: '{count} cases fall due today.', go: 'See' },
    silent: {
      one: '1 case has not moved for more than 7 days.',
      several: '{count} cases have not moved for more than 7 days.',
      go: 'Remind',
    },
    ungiven: {
      one: '1 number has not been given to its person yet.',
      several: '{count} numbers have not been given to their people yet.',
      go: 'See the numbers',
    },
    uncovered: {
      one: '1 person is away and nobody stands in.',
      several: '{count} people are away and nobody stands in.',
      go: 'Choose who stands in',
    },
    untold: {
      one: '1 person who was invited has not been told yet.',
      several: '{count} people who were invited have not been told yet.',
      go: 'Send the invitations',
    },
    unsigned: {
      one: '1 person who was invited waits for the protocol of their organisation.',
      several: '{count} people who were invited wait for the protocol of their organisation.',
      go: 'Record the protocol',
    },
    vacant: { one: '1 cluster has no focal point.', several: '{count} clusters have no focal point.', go: 'Name one' },
    untrained: {
      one: '1 person has no PSEA training in force.',
      several: '{count} people have no PSEA training in force.',
      go: 'See the people',
    },
    unreachable: {
      one: '1 organisation gave no number: no reminder reaches it.',
      several: '{count} organisations gave no number: no reminder reaches them.',
      go: 'Complete',
    },
    gateways: {
      one: '1 gateway does not send, or its reports have stopped.',
      several: '{count} gateways do not send, or their reports have stopped.',
      go: 'See the gateways',
    },
  },
  calm: {
    title: 'Nothing presses',
    text: {
      'focal-point': waiting,
      deputy: waiting,
      'regional-cluster': 'No case of your region waits. What climbs to you will appear here.',
      partner: 'No case of your organisation waits. A hand-over to accept will appear here.',
      authority: 'No case of your region is late or forgotten.',
      protection: 'No report waits. A new one will appear here and be announced to you.',
      integrity: 'No integrity case waits. A new one will appear here and be announced to you.',
      relay: 'All numbers are given. Write down what you are told by “New complaint”.',
      coordinator: 'No case has climbed to you.',
      administrator: 'The directory is complete: each cluster has its focal point, each absence its stand-in.',
    },
  },
  uncounted: 'Too many cases stand apart for an exact count: the inbox shows them all, the most pressing first.',
  ways: {
    title: 'Go to',
    inbox: 'The whole inbox',
    intake: 'New complaint',
    search: 'Search',
    figures: 'Figures',
    wall: 'Project in a meeting',
    directory: 'Directory',
    gateways: 'Gateways',
    mail: 'E-mail',
    help: 'Help',
  },
}
