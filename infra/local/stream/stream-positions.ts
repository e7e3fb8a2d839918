import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** How far each consumer of one stream has come: the sequence number of the last record it has done with. */
export interface StreamPositions {
  of: (consumer: string) => bigint
  move: (consumer: string, to: bigint) => void
}

/**
 * Kept in a small JSON file, replaced whole at each step, so that a kill leaves the old or the new one. Without a file,
 * in memory. Another stream than the one in the file begins at its oldest record.
 */
export function streamPositions(streamArn: string, file?: string): StreamPositions {
  const positions = file === undefined ? {} : saved(streamArn, file)
  return {
    of: (consumer) => BigInt(positions[consumer] ?? 0),
    move: (consumer, to) => {
      positions[consumer] = String(to)
      if (file === undefined) return
      writeFileSync(`${file}.new`, JSON.stringify({ streamArn, positions }))
      renameSync(`${file}.new`, file)
    },
  }
}

function saved(streamArn: string, file: string): Record<string, string> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  const content = JSON.parse(text) as { streamArn: string; positions: Record<string, string> }
  return content.streamArn === streamArn ? content.positions : {}
}
