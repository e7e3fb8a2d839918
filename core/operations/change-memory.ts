import type { Memory } from '../ports/memory.ts'
import { retry, untilWritten } from './needs.ts'

/** Changes what is remembered under a name, whoever else does so in the same moment: neither is lost. Null leaves it as it is. */
export const changeMemory = (
  memory: Memory,
  name: string,
  change: (before: string | null) => string | null | Promise<string | null>,
): Promise<void> =>
  untilWritten(async () => {
    const before = await memory.remembered(name)
    const after = await change(before)
    if (after !== null && !(await memory.exchange(name, before, after))) return retry
  })
