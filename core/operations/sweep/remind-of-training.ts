import { isUntrained, lacksWoman, seatedIn, trainingsEnding } from '../../directory/pair.ts'
import { pseaDueOn } from '../../directory/member.ts'
import { type PairName, pairNames } from '../../directory/seat.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { PairRecords } from '../../ports/directory/pair-records.ts'
import type { Needs } from '../needs.ts'
import { tellTopic } from '../notices/tell-topic.ts'

export interface TrainingNeeds {
  directory: Pick<DirectoryStore, 'member' | 'members'> & PairRecords
}

const dayMs = 86_400_000

/**
 * The pair and the coordination hear 30, 7 and 1 days before a training of the pair lapses, once each, also where a day was missed; and each
 * day that nobody in it is trained and to stay, or no woman is. Answers how many pairs that is.
 */
export async function remindOfTraining(
  on: string,
  needs: Needs & TrainingNeeds,
): Promise<Record<'untrained' | 'womanless', number>> {
  const members = await needs.directory.members(false)
  const found = { untrained: 0, womanless: 0 }

  /** The clock that runs until a woman is confirmed, or trained again. */
  async function daysWithout(pair: PairName): Promise<number> {
    const { noWomanSince } = await needs.directory.pairRecord(pair)
    const lapsed = seatedIn(pair, members).flatMap((one) => (one.inPair?.woman === false ? [] : (pseaDueOn(one) ?? [])))
    const since =
      noWomanSince?.slice(0, 10) ??
      lapsed
        .filter((dueOn) => dueOn <= on)
        .toSorted()
        .at(-1) ??
      on
    return Math.max(0, (Date.parse(on) - Date.parse(since)) / dayMs)
  }

  for (const pair of pairNames) {
    const untrained = isUntrained(pair, members, on)
    const womanless = !untrained && lacksWoman(pair, members, on)
    if (untrained) found.untrained += 1
    if (womanless) found.womanless += 1
    const days = womanless ? await daysWithout(pair) : 0
    for (const topic of [pair, 'coordination']) {
      for (const { dueOn, within, ...counts } of trainingsEnding(pair, members, on)) {
        const { count, days } = counts
        const key = `training-${pair}-${dueOn}-${within}`
        await tellTopic(topic, { key, template: 'pairTraining', counts: { count, days } }, needs)
      }
      const counts = { count: seatedIn(pair, members).length }
      if (untrained)
        await tellTopic(topic, { key: `untrained-${pair}-${on}`, template: 'pairUntrained', counts }, needs)
      if (womanless)
        await tellTopic(topic, { key: `woman-${pair}-${on}`, template: 'pairWoman', counts: { days } }, needs)
    }
  }
  return found
}
