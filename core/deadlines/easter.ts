import { addDaysOn, dayMs, epochMs, isoAt } from './instant.ts'

/** Monday after Easter Sunday of the Gregorian calendar, from the paschal full moon of the 19-year cycle. */
export function easterMondayOn(year: number): string {
  const cycle = year % 19
  const century = Math.floor(year / 100)
  const leapDaysDropped = century - Math.floor(century / 4)
  const moonCorrection = Math.floor((8 * century + 13) / 25)
  const age = (19 * cycle + leapDaysDropped - moonCorrection + 15) % 30
  // The church's table has no 30th place: the last two full moons come one day earlier.
  const early = age === 29 || (age === 28 && cycle > 10) ? 1 : 0
  const fullMoonMs = epochMs(addDaysOn(`${year}-03-21`, age - early))
  const toSunday = 7 - new Date(fullMoonMs).getUTCDay()
  return isoAt(fullMoonMs + (toSunday + 1) * dayMs).slice(0, 10)
}
