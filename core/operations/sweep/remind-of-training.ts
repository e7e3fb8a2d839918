import { seatedIn, isUntrained, trainingsEnding } from '../../directory/pair.ts'
import { pairNames } from '../../directory/seat.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { Needs } from '../needs.ts'
import { tellTopic } from './remind-pair.ts'

export interface TrainingNeeds {
  directory: Pick<DirectoryStore, 'members'>
}

/**
 * The pair and the coordination hear 30, 7 and 1 days before a training of the pair lapses, once each, also where a day was missed; and each
 * day that nobody in it is trained any more. Answers how many pairs that is.
 */
export async function remindOfTraining(on: string, needs: Needs & TrainingNeeds): Promise<{ untrained: number }> {
  const members = await needs.directory.members()
  let untrained = 0
  for (const pair of pairNames)
    for (const topic of [pair, 'coordination']) {
      for (const { dueOn, within, days, count } of trainingsEnding(pair, members, on)) {
        const counts = { count, days }
        await tellTopic(topic, { key: `training-${pair}-${dueOn}-${within}`, template: 'pairTraining', counts }, needs)
      }
      if (!isUntrained(pair, members, on)) continue
      if (topic === pair) untrained += 1
      const counts = { count: seatedIn(pair, members).length }
      await tellTopic(topic, { key: `untrained-${pair}-${on}`, template: 'pairUntrained', counts }, needs)
    }
  return { untrained }
}
