import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Role } from '../../../core/case/actor.ts'
import { PlaceRef } from '../../../core/places/place-ref.ts'
import { auditWhats, type AuditEntry } from '../../../core/directory/audit.ts'
import type { ImportDraft } from '../../../core/ports/directory/import-drafts.ts'
import type { Member } from '../../../core/directory/member.ts'
import { confirmedBy, earlierSeat, isPair, pairNames, seatKinds } from '../../../core/directory/seat.ts'
import { organisationKinds, type Organisation } from '../../../core/directory/organisation.ts'
import type { Presence } from '../../../core/directory/presence.ts'
import { type Item, readItem, toItem } from '../table/item.ts'
import type { Key, Layout } from '../table/layout.ts'

const Text = z.nullable(z.string())
const none = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null)

const SeatPart = z.object({
  as: z.enum(seatKinds),
  woman: z.nullable(z.boolean()),
  how: z.enum(confirmedBy),
  at: Text,
  leavingAt: none(z.string()),
})

/** People written before the console kept more of them read as if nothing more were known. */
const MemberItem = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  region: Text,
  organisation: Text,
  active: z.boolean(),
  languages: z._default(z.array(z.string()), []),
  focalFor: none(z.string()),
  pseaOn: none(z.string()),
  readerOf: z._default(z.array(z.string()), []),
  absence: none(z.object({ fromOn: z.string(), untilOn: z.string(), deputy: z.string() })),
  underProtocol: z._default(z.boolean(), false),
  mailKey: none(z.string()),
  inPair: z.optional(z.nullable(SeatPart)),
  proposedTo: none(
    z.object({
      pair: z.enum(pairNames),
      as: z.enum(seatKinds),
      woman: z.boolean(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  administersSince: none(z.string()),
  version: z._default(z.number(), 0),
})
/** Whoever was in a pair before seats were confirmed has one, marked so. */
export function readMember(item: Item): Member {
  const { inPair, ...member } = readItem(MemberItem, item)
  return { ...member, inPair: inPair === undefined ? (isPair(member.role) ? earlierSeat : null) : inPair }
}

export const PairItem = z.object({ version: z.number(), noWomanSince: Text, codesUsed: z.array(z.string()) })

const OrganisationPart: z.ZodMiniType<Organisation> = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(organisationKinds),
  regions: z.array(z.string()),
  places: z.array(PlaceRef),
  sectors: z.array(z.string()),
  supervises: z.array(z.string()),
  mandatedFor: z.array(z.string()),
  languages: z.array(z.string()),
  active: z.boolean(),
  protocol: z.optional(z.object({ on: z.string(), by: z.string() })),
})
export const Organisations = z.array(OrganisationPart)

const Line: z.ZodMiniType<Presence> = z.object({
  organisation: z.string(),
  sector: z.string(),
  place: PlaceRef,
  fromOn: Text,
  untilOn: Text,
})
export const Lines = z.array(Line)

export const Draft: z.ZodMiniType<ImportDraft> = z.object({
  person: z.string(),
  whole: z.boolean(),
  presenceVersion: z.number(),
  overlayVersion: z.number(),
  lines: Lines,
  added: Organisations,
})

/** A list of contacts names people: it is kept sealed. */
export const SealedDraft = z.object({ person: z.string(), sealed: z.string() })
export const TextDraft = z.object({ person: z.string(), text: z.string() })

export const Packed = z.object({ version: z._default(z.number(), 0), importedAt: none(z.string()), packed: z.string() })

/** Lists that repeat themselves: a tenth of their size, so that thousands of lines fit one item and cost little to read. */
export const pack = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64')
export const unpack = <T>(schema: z.ZodMiniType<T>, packed: string): T =>
  z.parse(schema, JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()))

const AuditItem = z.object({
  at: z.string(),
  by: z.object({ person: z.string(), role: Role }),
  what: z.enum(auditWhats),
  about: z.string(),
  changes: z.array(z.object({ field: z.string(), from: Text, to: Text })),
})
export const readAudit = (item: Item): AuditEntry => readItem(AuditItem, item)

/** Puts a versioned item on condition of the version before it; an item never written has version 0, as one without has. */
export function putAfter(layout: Layout, item: Key & { version: number }, version: number): TransactWriteItem {
  return {
    Put: {
      TableName: layout.tables.cases,
      Item: toItem(item),
      ConditionExpression:
        version === 0 ? 'attribute_not_exists(#version) OR #version = :version' : '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':version': version }),
    },
  }
}
