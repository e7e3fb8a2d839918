import type { PairWhy } from '../../../core/directory/pair.ts'
import type { Seat } from '../../../core/directory/seat.ts'

/** Who may open protection, and integrity. */
export interface PairTexts {
  title: string
  lead: string
  nobody: string
  /** Nobody who is in it is to stay. */
  emptied: string
  columns: Record<'name' | 'as' | 'training' | 'how', string>
  as: Record<Seat['as'], string>
  /** `{day}`. */
  training: Record<'until' | 'lapsed' | 'never', string>
  /** `{day}` where it is known. */
  how: Record<Seat['how'], string>
  waiting: string
  /** `{by}`, `{day}`. */
  proposed: string
  confirm: string
  /** Of the deployment, in place of a second person. */
  code: { label: string; hint: string; confirm: string }
  decline: string
  /** `{day}`. */
  leaving: string
  /** `{name}` in the button. */
  leave: { title: string; lead: string; button: string }
  /** `{name}` in the day. */
  train: { title: string; lead: string; day: string; button: string }
  /** What who may not confirm is told. */
  notYours: string
  propose: string
  fields: Record<'id' | 'name' | 'as' | 'woman' | 'pseaOn', { label: string; hint?: string }>
  yes: string
  no: string
  send: string
  refused: Record<PairWhy, string>
  /** `{field}`. */
  problems: Record<'title' | 'invalid' | 'stale', string>
}
