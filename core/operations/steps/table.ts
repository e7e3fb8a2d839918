import type { Step } from '../../case/status.ts'
import { act } from './acting.ts'
import { answer, ask, reopen } from './answering.ts'
import { assess } from './assess.ts'
import { accept, assign, extend, note, refer, refuse, resume, revoke, wait } from './handling.ts'
import { judge } from './judge.ts'
import { confirm, dismiss, merge, receipt, revealContact, unmerge, withdraw } from './linking.ts'
import { join, split } from './replies.ts'
import { offerHelp } from './offering-help.ts'
import { silence, unsilence } from './silencing.ts'
import { sendBack } from './send-back.ts'
import { askReader, sayMeaning } from './reading.ts'
import type { StaffStep } from './step.ts'
import { told } from './telling.ts'

/** Every staff step by the name of its route. */
export const staffSteps = {
  assess,
  'ask-reader': askReader,
  'say-meaning': sayMeaning,
  assign,
  accept,
  refuse,
  revoke,
  'send-back': sendBack,
  act,
  ask,
  answer,
  told,
  judge,
  refer,
  receipt,
  confirm,
  extend,
  wait,
  resume,
  reopen,
  note,
  merge,
  unmerge,
  join,
  split,
  withdraw,
  dismiss,
  'reveal-contact': revealContact,
  'offer-help': offerHelp,
  silence,
  unsilence,
} satisfies Record<Step, StaffStep>
