import * as z from 'zod/mini'
import type { Lane } from '../case/level.ts'
import type { Scope } from '../ports/vault.ts'
import type { Append, Sealed, StoredCase } from '../ports/cases.ts'
import type { Needs } from './needs.ts'

const Words = z.object({ words: z.string() })
const Contact = z.object({ phone: z.string() })
const Mail = z.object({ address: z.string() })

export const scopeOf = (lane: Lane): Scope => (lane === 'S2' ? 'protection' : 'general')

/** What is sealed beside a history: always an object, so that one form serves words, answers and receipts. */
export const sealedWords = (words: string, raw: string | null = null): string =>
  JSON.stringify({ words, ...(raw === null ? {} : { raw }) })
/** Where one of staff reads e-mail. */
export const sealedMail = (address: string): string => JSON.stringify({ address })
export const sealedContact = (phone: string): string => JSON.stringify({ phone })

/** The words sealed under one history entry, or null where there are none (never were, or erased). */
export async function openWords(
  { caseFile, sealed }: StoredCase,
  index: number,
  { vault }: Pick<Needs, 'vault'>,
): Promise<string | null> {
  const text = sealed.words[index]
  return text ? z.parse(Words, JSON.parse(await vault.open(sealed.scope, caseFile.reference, text))).words : null
}

/** The number of the complainant, or null where none is kept. */
export async function openContact(
  { caseFile, sealed }: StoredCase,
  { vault }: Pick<Needs, 'vault'>,
): Promise<string | null> {
  return sealed.contact ? phoneIn(await vault.open(sealed.scope, caseFile.reference, sealed.contact)) : null
}

/** What is sealed beside a case once something was added to it, as a store keeps it. */
export function sealedAfter(before: Sealed, { sealed = {}, erase, drop }: Append): Sealed {
  const { scope = before.scope, contact, words = {}, replace } = sealed
  if (replace) return { scope, contact: contact ?? null, words }
  const gone = (part: 'contact' | 'words') => erase === part || erase === 'all'
  const kept = Object.entries(gone('words') ? {} : before.words).filter(([index]) => index !== String(drop))
  return {
    scope,
    contact: contact ?? (gone('contact') ? null : before.contact),
    words: { ...Object.fromEntries(kept), ...words },
  }
}

export const addressIn = (opened: string): string => z.parse(Mail, JSON.parse(opened)).address
export const phoneIn = (opened: string): string => z.parse(Contact, JSON.parse(opened)).phone
