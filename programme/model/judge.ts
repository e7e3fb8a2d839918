import { kinds } from '../../core/channel/message.ts'
import type { Judge } from '../../core/routing/model/judge.ts'
import type { Model } from '../../core/routing/model/model.ts'
import { categories } from '../categories.ts'
import { bounds } from './bounds.ts'
import { packedModel } from './model-packed.ts'
import { unpack } from './packed.ts'

let read: Model | null = null

/** The model of our sentences, unpacked at the first question: what only starts pays nothing. */
export const judge: Judge = {
  get model() {
    return (read ??= unpack(packedModel))
  },
  bounds,
  categories,
  kinds,
}
