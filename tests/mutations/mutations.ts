/** One line that keeps an invariant (design §10), how it could be wrong, and the test that must see it. */
export interface Mutation {
  invariant: number
  /** What the changed product does, for the table of docs/reliability.md. */
  does: string
  file: string
  from: string
  to: string
  test: string
  /** As it is written in the test's file; `%s` and `%i` stand for what it is given. */
  name: string
}

export const mutations: readonly Mutation[] = [
  {
    invariant: 1,
    does: 'takes a conflict for a write, and tells the gateway that it has the message',
    file: 'core/operations/intake/receive-message.ts',
    from: `return written === 'done' ? { outcome: plan.outcome`,
    to: `return written !== 'reference-taken' ? { outcome: plan.outcome`,
    test: 'tests/faults/one-phone.test.ts',
    name: 'sixty different SMS of one phone, twenty at once: all taken at the first try, each a case of its own',
  },
  {
    invariant: 2,
    does: 'does not know a message again',
    file: 'core/operations/intake/receive-message.ts',
    from: 'const seen = sender.recent[key]',
    to: 'const seen = sender.recent[`${key} `]',
    test: 'tests/functions/inbound/inbound-sms.test.ts',
    name: '100 deliveries at once of one SMS: one case, one receipt, 100 times 200',
  },
  {
    invariant: 3,
    does: 'writes on whatever version is there',
    file: 'adapters/dynamodb/table/update.ts',
    from: `ConditionExpression: '#version = :version',`,
    to: `ConditionExpression: 'attribute_exists(#version) OR #version = :version',`,
    test: 'tests/faults/sweep.test.ts',
    name: '%i sweeps at once climb once per level, and tell it once',
  },
  {
    invariant: 4,
    does: 'sends an SMS again after a crash, of which nobody knows whether it left',
    file: 'core/notices/notice-steps.ts',
    from: `if (notice.recipient.to !== 'topic') return move(notice, 'undecided', { reason })`,
    to: `if (notice.recipient.to !== 'topic') return move(notice, 'ready', { reason })`,
    test: 'tests/faults/interrupted-sending.test.ts',
    name: 'killed after the gateway took it and before %s: told once, and the next SMS goes out',
  },
  {
    invariant: 5,
    does: 'runs no clock on what is S until it was handed over',
    file: 'core/deadlines/clock.ts',
    from: 'if (standard.refer) {',
    to: 'if (standard.refer && caseFile.referredAt) {',
    test: 'tests/core/deadlines/any-life.test.ts',
    name: 'no orphan: an open case has an owner, a running clock, a next look and a next action',
  },
  {
    invariant: 6,
    does: 'counts a case once and never what became of it',
    file: 'core/operations/figures/count-cases.ts',
    from: 'if (before && before.version >= version) return []',
    to: 'if (before) return []',
    test: 'tests/functions/figures/figures.test.ts',
    name: 'through lives in any order the counts are what a recount of the cases finds, and a replay changes nothing',
  },
  {
    invariant: 7,
    does: 'writes into its log what an error says',
    file: 'functions/wiring/log.ts',
    from: 'if (value instanceof Error) return value.name',
    to: 'if (value instanceof Error) return value.message',
    test: 'tests/functions/wiring/log.test.ts',
    name: 'an error is its name alone: what it says may quote words and numbers',
  },
  {
    invariant: 8,
    does: 'lets whoever the words name read the case',
    file: 'core/routing/may-see.ts',
    from: '|| isAskedToRead(viewer, caseFile)) && !isKeptFrom(viewer, caseFile)',
    to: '|| isAskedToRead(viewer, caseFile))',
    test: 'tests/secrecy/out-of-reach.test.ts',
    name: 'every address of a case out of reach answers as if there were none, for everybody and at every door',
  },
  {
    invariant: 9,
    does: 'lets whoever may seal a report for the protection pair open it too',
    file: 'infra/aws/functions/grants.ts',
    from: `'protection:seal': [{ actions: ['kms:Encrypt'],`,
    to: `'protection:seal': [{ actions: ['kms:Encrypt', 'kms:Decrypt'],`,
    test: 'tests/infra/aws/permissions.test.ts',
    name: 'can be opened by the protection pair’s own two functions alone',
  },
  {
    invariant: 10,
    does: 'writes the history anew instead of adding to it',
    file: 'adapters/dynamodb/cases/case-item.ts',
    from: `{ path: ['history'], append: entries },`,
    to: `{ path: ['history'], set: after.history },`,
    test: 'tests/adapters/dynamodb/cases/case-store.test.ts',
    name: 'no request ever writes a history anew: it grows by list_append on condition of the version',
  },
]
