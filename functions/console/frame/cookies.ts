import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod/mini'
import type { Attempt } from '../../../adapters/openid/sign-in.ts'

/** Host only, whole site, never over plain HTTP, not readable by script; a browser refuses `__Host-` for anything less. */
const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const
const names = { session: 'jaabi', attempt: 'jaabi-connexion', language: 'jaabi-langue', filed: 'jaabi-saisie' } as const

const attemptMinutes = 10
const languageDays = 365

export const sessionIn = (c: Context): string | null => getCookie(c, names.session, 'host') ?? null
/** Kept until the browser is closed; what ends it is in the table. */
export const keepSession = (c: Context, id: string): void => {
  setCookie(c, names.session, id, options)
}
export const dropSession = (c: Context): void => {
  deleteCookie(c, names.session, options)
}

/** An attempt to sign in, and the page somebody wanted. */
const Kept = z.object({
  restricted: z.boolean(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  wanted: z.string(),
})
export type KeptAttempt = Attempt & { wanted: string }

export const keepAttempt = (c: Context, attempt: KeptAttempt): void => {
  const value = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  setCookie(c, names.attempt, value, { ...options, maxAge: attemptMinutes * 60 })
}

/** It counts once: taking it out drops it. */
export function takeAttempt(c: Context): KeptAttempt | null {
  const value = getCookie(c, names.attempt, 'host')
  if (value === undefined) return null
  deleteCookie(c, names.attempt, options)
  try {
    return z.parse(Kept, JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    return null
  }
}

export const languageIn = (c: Context): string | null => getCookie(c, names.language, 'host') ?? null
export const keepLanguage = (c: Context, language: string): void => {
  setCookie(c, names.language, language, { ...options, maxAge: languageDays * 24 * 3600 })
}

/** What the next form of « Nouvelle plainte » starts with: codes only, and only for the person who filed the last one. */
const FiledCodes = z.object({
  person: z.string(),
  source: z.string(),
  channel: z.enum(['call', 'box', 'face', 'partner']),
  place: z.string(),
  language: z.string(),
  received: z.string(),
})
export type Filed = z.infer<typeof FiledCodes>

/** Each door has its own: what somebody practised never fills in the next real form. */
const filedAt = (base: string): string => `${names.filed}${base.slice('/console'.length).replace('/', '-')}`

export const keepFiled = (c: Context, filed: Filed, base: string): void => {
  setCookie(c, filedAt(base), Buffer.from(JSON.stringify(filed)).toString('base64url'), options)
}

export function filedIn(c: Context, person: string, base: string): Filed | null {
  const value = getCookie(c, filedAt(base), 'host')
  try {
    const filed = z.parse(FiledCodes, JSON.parse(Buffer.from(value ?? '', 'base64url').toString()))
    return filed.person === person ? filed : null
  } catch {
    return null
  }
}
