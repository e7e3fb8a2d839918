import type { ServiceStandards } from '../core/deadlines/service-standards.ts'

/**
 * The deadlines of design §11: proposals, consistent with what IASC, CHS and ISO 10002 ask, to be confirmed by the
 * coordinator. A change is a new version beside the old ones; cases keep theirs.
 */
const v1: ServiceStandards = {
  version: '2026-1',
  levels: {
    N0: {
      read: { workingDays: 2 },
      answer: { workingDays: 3 },
      answerByKind: { suggestion: { workingDays: 15 }, thanks: { workingDays: 2 } },
      capDays: 30,
      reminders: [0.5, 1],
      thenEvery: { workingDays: 5 },
      escalation: { first: { workingDays: 2 }, next: { workingDays: 5 }, atTop: { workingDays: 5 } },
    },
    N1: {
      read: { workingDays: 2 },
      answer: { workingDays: 10 },
      capDays: 30,
      reminders: [0.5, 0.8, 1],
      thenEvery: { workingDays: 5 },
      escalation: { first: { hours: 0 }, next: { workingDays: 5 }, atTop: { workingDays: 5 } },
    },
    N2: {
      read: { hours: 4 },
      act: { hours: 24 },
      answer: { hours: 168 },
      reminders: [],
      thenEvery: { hours: 4 },
      afterAct: { hours: 24 },
      escalation: { first: { hours: 0 }, next: { hours: 24 }, atTop: { hours: 168 } },
    },
    S1: {
      read: { hours: 24 },
      answer: null,
      refer: { hours: 72 },
      reminders: [1 / 3, 2 / 3, 1],
      thenEvery: { hours: 24 },
      escalation: null,
    },
    S2: {
      read: { hours: 12 },
      answer: null,
      refer: { hours: 24 },
      reminders: [1 / 6, 0.5, 1],
      thenEvery: { hours: 24 },
      escalation: null,
    },
  },
  promised: 'N1',
  sessionMinutes: 3,
  protectionAlertHours: 4,
  protectionAgainHours: 24,
  protectionUndecidedHours: 24,
  handOver: { resend: { workingDays: 2 }, return: { workingDays: 4 } },
  callWithin: { workingDays: 1 },
  callApartDays: 7,
  tellDays: 3,
  tellAttempts: 3,
  satisfactionReminderDays: 7,
  appealDays: 30,
  pauseDays: 14,
  eraseContactDays: 30,
  eraseOptOutHours: 24,
  eraseWordsDays: 365,
  eraseIntegrityDays: 30,
  // Generous, since a flood is only shown together: a family's phone, a helper's tablet in a camp, a whole operator behind one address.
  flood: {
    phone: { most: 10, hours: 24 },
    words: { most: 10, hours: 1 },
    address: { most: 100, hours: 1 },
  },
  dangers: { most: 3, hours: 24 },
}

export const serviceStandards = { current: v1.version, versions: { [v1.version]: v1 } }
