const monthDays = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (value: number): string => String(value).padStart(2, '0')
const epochOfSheets = Date.UTC(1899, 11, 30)

function dayOf(year: number, month: number, day: number): string {
  const isReal = year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month)
  return isReal ? `${year}-${two(month)}-${two(day)}` : 'bad'
}

/**
 * A day as matrices write it: `2027-06-07`, `07/06/2027`, `7.6.27`, `06/2027` and `2027` (their first or last day), or the number a
 * spreadsheet keeps. Null for an empty cell, `bad` for anything else.
 */
export function matrixDay(cell: string, end: 'first' | 'last'): string | null {
  if (cell === '') return null
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const french = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?: .*)?$/.exec(cell)
  if (french) {
    const year = Number(french[3])
    return dayOf(year < 100 ? 2000 + year : year, Number(french[2]), Number(french[1]))
  }
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(cell)
  if (month) {
    const [year, of] = [Number(month[2]), Number(month[1])]
    return dayOf(year, of, end === 'first' ? 1 : monthDays(year, of))
  }
  if (/^\d{5}$/.test(cell)) return new Date(epochOfSheets + Number(cell) * 86_400_000).toISOString().slice(0, 10)
  if (!/^\d{4}$/.test(cell)) return 'bad'
  return end === 'first' ? dayOf(Number(cell), 1, 1) : dayOf(Number(cell), 12, 31)
}
