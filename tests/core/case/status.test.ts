import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../../core/case/actor.ts'
import { type Status, statuses, type Step, steps } from '../../../core/case/status.ts'
import { refusal, stepsFor } from '../../../core/routing/may-see.ts'
import { opened, viewer } from '../../support/case-builder.ts'

/*
 * The table of steps once more, as people would draw it: one letter per status (received, assessed, aSsigned, reFerred,
 * aNswered, Closed), and who.
 */
const letter: Record<Status, string> = {
  received: 'r',
  assessed: 'a',
  assigned: 's',
  referred: 'f',
  answered: 'n',
  closed: 'c',
}
const leads: Role[] = ['focal-point', 'deputy', 'regional-cluster', 'coordinator']
const pairs: Role[] = ['protection', 'integrity']
const all: Role[] = [...leads, 'partner', ...pairs]

const drawn: Record<Step, [from: string, by: Role[]]> = {
  assess: ['ras', [...leads, ...pairs]],
  'ask-reader': ['r', ['focal-point', 'deputy', 'protection']],
  'say-meaning': ['r', [...leads, ...pairs]],
  assign: ['as', leads],
  accept: ['s', [...leads, 'partner']],
  refuse: ['s', [...leads, 'partner']],
  revoke: ['s', leads],
  'send-back': ['ras', leads],
  act: ['ras', all],
  ask: ['as', all],
  answer: ['as', all],
  told: ['rasn', all],
  judge: ['n', [...leads, 'partner']],
  refer: ['as', [...leads, ...pairs]],
  receipt: ['f', [...leads, ...pairs]],
  confirm: ['rasfn', [...leads, ...pairs]],
  extend: ['as', all],
  wait: ['as', all],
  resume: ['as', all],
  reopen: ['nc', leads],
  note: ['rasfnc', all],
  merge: ['ras', leads],
  unmerge: ['rasfn', leads],
  join: ['ras', leads],
  split: ['rasn', [...leads, 'partner']],
  withdraw: ['rasn', leads],
  dismiss: ['ras', leads],
  'reveal-contact': ['rasfn', all],
  'offer-help': ['rasfn', ['protection']],
  silence: ['rasfnc', all],
  unsilence: ['rasfnc', all],
}

describe.each(steps)('%s', (step) => {
  const [from, by] = drawn[step]

  test.each(statuses)('when %s, by everybody who may and by nobody else', (status) => {
    const caseFile = { ...opened(), status }
    for (const role of roles) {
      const why = !by.includes(role) ? 'role' : from.includes(letter[status]) ? null : 'status'
      expect(refusal(viewer(role), caseFile, step), role).toBe(why)
      expect(stepsFor(viewer(role), caseFile).includes(step), role).toBe(why === null)
    }
  })
})

test.each(['authority', 'relay', 'administrator'] as const)('%s never takes a step', (role) => {
  for (const status of statuses) expect(stepsFor(viewer(role), { ...opened(), status })).toEqual([])
})
