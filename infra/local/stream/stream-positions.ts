import * as z from 'zod/mini'
import { readState, writeState } from '../state/state-file.ts'

const Saved = z.object({ streamArn: z.string(), positions: z.record(z.string(), z.string()) })

/** How far each consumer of one stream has come: the sequence number of the last record it has done with. */
export interface StreamPositions {
  of: (consumer: string) => bigint
  move: (consumer: string, to: bigint) => void
}

/**
 * Kept in a small JSON file, replaced whole at each step, so that a kill leaves the old or the new one. Without a file,
 * in memory. Another stream than the one in the file begins at its oldest record. Where a step cannot be kept (a full
 * disk), `onUnkept` is told and the next one keeps both: a kill in between hands out records again, as AWS may.
 */
export function streamPositions(
  streamArn: string,
  file?: string,
  onUnkept: (error: unknown) => void = () => undefined,
): StreamPositions {
  const saved = file === undefined ? undefined : readState(file, (text) => Saved.parse(JSON.parse(text)))
  const positions = saved?.streamArn === streamArn ? saved.positions : {}
  return {
    of: (consumer) => BigInt(positions[consumer] ?? 0),
    move: (consumer, to) => {
      positions[consumer] = String(to)
      if (file === undefined) return
      try {
        writeState(file, JSON.stringify({ streamArn, positions }))
      } catch (error) {
        onUnkept(error)
      }
    },
  }
}
