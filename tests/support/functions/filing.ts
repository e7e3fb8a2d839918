import { fileCase } from '../../../core/operations/intake/file-case.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import type { Jaabi } from './services.ts'

type Filing = Parameters<typeof fileCase>[0]
let filings = 0

/** Files one case as somebody calls, in Ansongo; nothing else happens to it. */
export async function filed(jaabi: Jaabi, over: Partial<Filing> = {}): Promise<string> {
  const needs = needsOf(jaabi.servicesFor('staff-api'))
  const filing: Filing = {
    ...({ channel: 'call', kind: 'complaint', words: 'Le moulin est cassé', phone: null } as const),
    ...({ consent: 'none', language: 'fr', receivedAt: needs.now, by: null } as const),
    place: { system: 'cod-2021', code: 'ML0701' },
    requestId: `filing-${(filings += 1)}`,
  }
  return (await fileCase({ ...filing, ...over }, needs)).reference
}
