import type { Role } from './actor.ts'

export const statuses = ['received', 'assessed', 'assigned', 'referred', 'answered', 'closed'] as const
export type Status = (typeof statuses)[number]

/** The steps a person (or the system, or the complainant) may take on a case. Each staff step is one route. */
export const steps = [
  'assess',
  'ask-reader',
  'say-meaning',
  'assign',
  'accept',
  'refuse',
  'revoke',
  'send-back',
  'act',
  'ask',
  'answer',
  'told',
  'judge',
  'refer',
  'receipt',
  'confirm',
  'extend',
  'wait',
  'resume',
  'reopen',
  'note',
  'merge',
  'unmerge',
  'join',
  'split',
  'withdraw',
  'dismiss',
  'reveal-contact',
  'offer-help',
  'silence',
  'unsilence',
] as const
export type Step = (typeof steps)[number]

interface Rule {
  from: readonly Status[]
  by: readonly Role[]
}

const open: readonly Status[] = ['received', 'assessed', 'assigned', 'referred', 'answered']
const inHand: readonly Status[] = ['assessed', 'assigned']
const triage: readonly Role[] = ['focal-point', 'deputy']
const leads: readonly Role[] = [...triage, 'regional-cluster', 'coordinator']
const pairs: readonly Role[] = ['protection', 'integrity']
const workers: readonly Role[] = [...leads, 'partner', ...pairs]

/**
 * From which status, and by whom, each step may be taken: a step that is not here cannot happen. What a role may see at all
 * is decided before (`routing/may-see.ts`); what the step leads to is decided by the fold.
 */
export const rules: Record<Step, Rule> = {
  assess: { from: ['received', 'assessed', 'assigned'], by: [...leads, ...pairs] },
  'ask-reader': { from: ['received'], by: [...triage, 'protection'] },
  // By whom it is asked of, whatever else they do here (`routing/asked-to-read.ts`).
  'say-meaning': { from: ['received'], by: [...leads, ...pairs] },
  assign: { from: inHand, by: leads },
  accept: { from: ['assigned'], by: ['partner', ...leads] },
  refuse: { from: ['assigned'], by: ['partner', ...leads] },
  revoke: { from: ['assigned'], by: leads },
  'send-back': { from: ['received', ...inHand], by: leads },
  act: { from: ['received', ...inHand], by: workers },
  ask: { from: inHand, by: workers },
  answer: { from: inHand, by: workers },
  told: { from: ['received', ...inHand, 'answered'], by: workers },
  judge: { from: ['answered'], by: [...leads, 'partner'] },
  refer: { from: inHand, by: [...leads, ...pairs] },
  receipt: { from: ['referred'], by: [...leads, ...pairs] },
  confirm: { from: open, by: [...leads, ...pairs] },
  extend: { from: inHand, by: workers },
  wait: { from: inHand, by: workers },
  resume: { from: inHand, by: workers },
  reopen: { from: ['answered', 'closed'], by: leads },
  note: { from: statuses, by: workers },
  merge: { from: ['received', ...inHand], by: leads },
  unmerge: { from: open, by: leads },
  join: { from: ['received', ...inHand], by: leads },
  split: { from: ['received', ...inHand, 'answered'], by: [...leads, 'partner'] },
  withdraw: { from: ['received', ...inHand, 'answered'], by: leads },
  dismiss: { from: ['received', ...inHand], by: leads },
  'reveal-contact': { from: open, by: workers },
  'offer-help': { from: open, by: ['protection'] },
  silence: { from: statuses, by: workers },
  unsilence: { from: statuses, by: workers },
}
