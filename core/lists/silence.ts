import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import { addDaysOn } from '../deadlines/instant.ts'

/** K16 of `docs/figures.md`: so many days on which nobody did anything. */
export const silentDays = 7

const machines: readonly Entry['by']['role'][] = ['system', 'gateway']

/** The last step by a person: what the machine writes of its own accord (a reminder, a lapse) is no follow-up. */
export const movedAt = ({ history, receivedAt }: Pick<CaseFile, 'history' | 'receivedAt'>): string =>
  history.findLast(({ by }) => !machines.includes(by.role))?.at ?? receivedAt

/** Has nobody done anything for more than so many days, in whole days where the programme is? */
export const isSilent = (movedOn: string, todayOn: string, days: number): boolean => movedOn < addDaysOn(todayOn, -days)
