import type { FailureKind } from '../../../core/notices/gateways/faults.ts'
import type { GatewayEvent, SwitchReason } from '../../../core/notices/gateways/state.ts'

/** How SMS come and go: one part a gateway, and what happened to them. */
export interface GatewayPageTexts {
  title: string
  lead: string
  /** The month's money: `{spent}` of `{ceiling}`; `{what}` was given up `{count}` times. */
  ceiling: Record<'title' | 'spent' | 'givenUp' | 'rule', string>
  /** `{count}` SMS that nobody was asked to send yet; and beyond what was counted. */
  unasked: string
  more: string
  /** How it stands; `{day}`, `{at}`. */
  states: {
    sends: string
    idle: string
    /** `{why}`, `{next}` when it is tried again. */
    failing: string
    /** `{who}`, `{why}` */
    off: string
  }
  facts: Record<'in' | 'out' | 'queue' | 'reports' | 'price', string>
  /** `{day}`, `{at}`. */
  moment: string
  never: string
  unconfirmed: string
  reports: {
    none: string
    /** `{seen}`, `{expected}` */
    arriving: string
    /** `{seen}`, `{expected}`, `{day}`, `{at}` */
    stopped: string
    hours: string
    columns: Record<'hour' | 'expected' | 'seen', string>
  }
  days: { title: string; columns: Record<'day' | 'sent' | 'segments' | 'price' | 'failures', string> }
  failures: Record<FailureKind, string>
  form: {
    /** Where it sends, and where it was turned off; `{name}`. */
    off: Record<'title' | 'hint' | 'submit', string>
    on: Record<'title' | 'hint' | 'submit', string>
    reason: string
    choose: string
  }
  reasons: Record<SwitchReason, string>
  events: {
    title: string
    empty: string
    columns: Record<'at' | 'gateway' | 'what' | 'who', string>
    what: Record<GatewayEvent['what'], string>
    rule: string
  }
  help: { title: string; lines: readonly string[] }
  done: string
  stale: string
  problems: Record<'title' | 'reason', string>
}
