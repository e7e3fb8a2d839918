import type { Credit } from '../../../core/notices/gateway.ts'

/**
 * What a bundle still holds, of what `/sms/admin/v1/contracts` answers: a list of contracts, or in older answers one nested in another,
 * each with the SMS it has left (`availableUnits`) and its end. Null where no contract stands there.
 */
export function creditIn(answer: unknown, now: string): Omit<Credit, 'warnBelow'> | null {
  const contracts = contractsIn(answer)
  if (contracts.length === 0) return null
  const open = contracts.filter(({ until }) => until === null || until > now)
  return {
    left: open.reduce((sum, { left }) => sum + left, 0),
    until: open.map(({ until }) => until ?? '').reduce((last, until) => (until > last ? until : last), '') || null,
  }
}

interface Contract {
  left: number
  until: string | null
}

function contractsIn(value: unknown): Contract[] {
  if (Array.isArray(value)) return value.flatMap((one) => contractsIn(one))
  if (typeof value !== 'object' || value === null) return []
  const { availableUnits, expirationDate, expires, status, ...others } = value as Record<string, unknown>
  if (availableUnits === undefined) return Object.values(others).flatMap((one) => contractsIn(one))
  const left = Number(availableUnits)
  const end = new Date(String(expirationDate ?? expires))
  if (!Number.isFinite(left) || (typeof status === 'string' && status.toUpperCase() !== 'ACTIVE')) return []
  return [{ left, until: Number.isNaN(end.getTime()) ? null : end.toISOString() }]
}
