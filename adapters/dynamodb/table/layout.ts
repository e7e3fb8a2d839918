import type { Tables } from './table.ts'

/** What the items of one programme are written with. */
export interface Layout {
  tables: Tables
  /** First part of every key: practice and figures never meet. */
  programme: string
  /** Partitions per index key. May grow between releases: reading asks all of them. Never smaller again. */
  shards: number
}

export interface Key {
  pk: string
  sk: string
}

/** Could anything lie there? Addresses are typed by anybody, and DynamoDB refuses to look for a longer key than it would keep. */
export const canBe = ({ pk, sk }: Key): boolean => Buffer.byteLength(pk) <= 2048 && Buffer.byteLength(sk) <= 1024

export const caseKey = ({ programme }: Layout, reference: string, sk = 'case'): Key => ({
  pk: `${programme}#case#${reference}`,
  sk,
})

/** Of a case; of nobody's case when `reference` is null (a reply to whoever wrote). */
export const noticeItemKey = (layout: Layout, reference: string | null, notice: string): Key =>
  reference === null
    ? { pk: `${layout.programme}#reply#${notice}`, sk: 'notice' }
    : caseKey(layout, reference, `notice#${notice}`)

export const senderKey = ({ programme }: Layout, fingerprint: string, sk = 'sender'): Key => ({
  pk: `${programme}#sender#${fingerprint}`,
  sk,
})

/** Things that stand alone under a key of their own. */
export const soloKey = (
  { programme }: Layout,
  kind:
    | 'message'
    | 'undecided'
    | 'gateway'
    | 'gateways'
    | 'ussd'
    | 'tries'
    | 'count'
    | 'counter'
    | 'pending'
    | 'setting'
    | 'console'
    | 'source'
    | 'flood',
  id: string,
  sk: string,
): Key => ({ pk: `${programme}#${kind}#${id}`, sk })

export const personKey = (layout: Layout, id: string): Key => directoryKey(layout, `person#${id}`)

export const responsibleKey = (layout: Layout, organisation: string): Key =>
  directoryKey(layout, `responsible#${organisation}`)

/** Of the directory, apart from people and numbers. */
export const directoryKey = ({ programme }: Layout, sk: string): Key => ({ pk: `${programme}#directory`, sk })
/** Changes of the directory about or by one, or all. */
export const auditKey = ({ programme }: Layout, whose: string): string => `${programme}#directory-audit#${whose}`

/** The reference in the key of a case or of one of its notices; null when the key is of neither. */
export function referenceOf({ programme }: Pick<Layout, 'programme'>, pk: string): string | null {
  const prefix = `${programme}#case#`
  return pk.startsWith(prefix) ? pk.slice(prefix.length) : null
}

/** Where something with this id stands among the shards of an index (FNV-1a: the same in every function, evenly spread). */
export function shardOf({ shards }: Layout, id: string): number {
  if (shards === 1) return 0
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % shards
}

/** Index keys without their shard. */
export const queueKey = ({ programme }: Layout, lane: string, name: string): string => `${programme}#${lane}#${name}`
/** Counted cases of one month, by whose they are: `region:<id>`, `organisation:<id>`. */
export const figuresKey = ({ programme }: Layout, whose: string, month: string): string =>
  `${programme}#figures#${whose}#${month}`
export const dueKey = ({ programme }: Layout): string => `${programme}#due`
