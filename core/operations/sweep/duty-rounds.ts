import { duties } from './duties.ts'
import type { Duty, DutyNeeds } from './duty.ts'
import type { SweepRound } from './sweep.ts'

/** What a duty has to say; `error` where it threw. */
export type Tell = (duty: string, says: Record<string, unknown>) => void

/**
 * Takes the duties of one turn that are due. What was done is remembered as long as this is, so that one function instance asks once; another
 * one asks again, which changes nothing. What one cannot do keeps no other, and no case, from its turn.
 */
export function dutyRounds(tell: Tell, all: readonly Duty[] = duties) {
  const known = new Map<string, { key: string; times: number; done: boolean }>()

  async function take({ name, keyOf, run }: Duty, needs: DutyNeeds, { mayGoOn, ready }: Required<SweepRound>) {
    try {
      const key = keyOf(needs)
      if (key === null) return
      const before = known.get(name)
      const { times, done } = before?.key === key ? before : { times: 0, done: false }
      if (done) return
      await ready()
      const outcome = await run(key, needs, { times, mayGoOn })
      known.set(name, { key, times: times + 1, done: outcome.done })
      if (outcome.says) tell(name, outcome.says)
    } catch (error) {
      tell(name, { failed: true, error })
    }
  }

  /** True unless something must be done first, before cases are looked at. */
  return async (turn: Duty['turn'], needs: DutyNeeds, round: Required<SweepRound>): Promise<boolean> => {
    const own = all.filter((duty) => duty.turn === turn)
    for (const duty of own) await take(duty, needs, round)
    return own.every(({ name, holdsCases }) => !holdsCases || known.get(name)?.done === true)
  }
}
