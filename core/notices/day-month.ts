/** `dd/mm` of an instant, as texts give dates. Bamako keeps UTC all year, so the UTC day is the day there. */
export const dayMonth = (at: string): string => `${at.slice(8, 10)}/${at.slice(5, 7)}`
export const dayMonthOrNull = (at: string | null | undefined): string | null => (at ? dayMonth(at) : null)
